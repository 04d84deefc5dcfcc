import { real } from "../schema/parameter.ts";

/** What moving work does to a firm's core competence and its ties (D4, D5, D6, D8), and when it comes home (D7). */
export const stockParameters = {
  selectiveShare: real(0.4, 0, 1, {
    mechanism: "D4",
    meaning:
      "Share of value added that a selective mode moves (materials: half of it); replicative modes move all",
    unit: "share",
    source: "[A] at most 0.4",
  }),
  mixShare: real(0.5, 0, 1, {
    mechanism: "D4",
    meaning: "Part of the high-value outsourcing in the mix with export",
    unit: "share",
    source: "[A]",
  }),
  coreInitial: real(1, 0, 100, {
    mechanism: "D5",
    meaning: "Core competence of every firm at the start",
    unit: "stock",
    source: "[A]",
  }),
  coreGrowth: real(0.03, 0, 1, {
    mechanism: "D5",
    meaning: "Yearly growth of core competence by high-value work done in the cluster",
    unit: "stock per year",
    source: "[A]",
    neutral: 0,
  }),
  coreInflow: real(0.05, 0, 1, {
    mechanism: "D5",
    meaning:
      "Yearly inflow of knowledge, times external links, complexity of the work and capability of the partner",
    unit: "stock per year",
    source: "[A]",
    neutral: 0,
  }),
  lowValueComplexity: real(0.3, 0, 1, {
    mechanism: "D5",
    meaning: "Complexity of low-value work next to that of high-value work, which has 1",
    unit: "factor",
    source: "[A]; Gancarczyk & Gancarczyk (2017), proposition 1c",
  }),
  coreLeakage: real(0.04, 0, 1, {
    mechanism: "D5",
    meaning: "Yearly leakage, times the share of high-value work done abroad",
    unit: "stock per year",
    source: "[A]",
    neutral: 0,
  }),
  coreHollowing: real(0.1, 0, 1, {
    mechanism: "D5",
    meaning: "Yearly hollowing-out of a firm in a replicative mode",
    unit: "stock per year",
    source: "[A]",
    neutral: 0,
  }),
  linkAdjustment: real(0.3, 0, 1, {
    mechanism: "D6",
    meaning: "Part of the way to the links of its mode that a firm covers in a year",
    unit: "share",
    source: "[A]",
  }),
  lockInScale: real(0.2, 0.001, 100, {
    mechanism: "D6",
    meaning: "External links at which lock-in has fallen to 1/e",
    unit: "share",
    source: "[A]",
  }),
  lockInPenalty: real(0.5, 0, 1, {
    mechanism: "D6",
    meaning: "Part of productivity growth that full lock-in takes away",
    unit: "share",
    source: "[A]",
    neutral: 0,
  }),
  matchSd: real(0.3, 0, 5, {
    mechanism: "D7",
    meaning: "Spread of the lasting part of what a partner abroad brings, around the promised gain",
    unit: "gain",
    source: "[A]",
    neutral: 0,
  }),
  gainSd: real(0.2, 0, 5, {
    mechanism: "D7",
    meaning: "Spread of the yearly part of it",
    unit: "gain",
    source: "[A]",
    neutral: 0,
  }),
  aspiration: real(0, -10, 10, {
    mechanism: "D7",
    meaning: "Gain below which a year abroad is a bad one; two in a row end the mode",
    unit: "gain",
    source: "Gancarczyk & Gancarczyk (2017), reshoring of failed options; value [A]",
    neutral: -10,
  }),
  stakeholderPressure: real(0, 0, 1, {
    mechanism: "D7",
    meaning:
      "Yearly probability that local stakeholders bring a firm home, times the share of value added it moved",
    unit: "probability",
    source: "[A] 0 to 0.3",
    neutral: 0,
  }),
  standardisedShare: real(0.5, 0, 1, {
    mechanism: "D8",
    meaning: "Share of firms whose high-value work abroad is a standardised part",
    unit: "share",
    source: "[A]",
  }),
  standardisedRelief: real(0.5, 0, 1, {
    mechanism: "D8",
    meaning: "Part of the leakage that a standardised part spares",
    unit: "share",
    source: "Gancarczyk & Gancarczyk (2017), proposition 2c; leak halved [A]",
    neutral: 0,
  }),
};
