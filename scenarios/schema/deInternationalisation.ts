import { real } from "./parameter.ts";

/** Leaving for a while: pauses, dormant ties and what becomes of them (E1 to E5, E7). */
export const deInternationalisationParameters = {
  pauseShare: real(0, 0, 1, {
    mechanism: "E1",
    meaning: "Share of returns that are pauses: nothing is ordered abroad, the tie to the supplier is kept",
    unit: "share of returns",
    source:
      "[A] 0.25 (0 to 0.5): the stock of Canello (2022) Table 1 grows by more than starters less returns",
    neutral: 0,
  }),
  volumeCut: real(1, 0, 1, {
    mechanism: "E2",
    meaning: "Factor on the volume abroad in each year with a negative margin; behavioural only",
    unit: "factor a year",
    source: "[A] 0.5 (0.2 to 0.8); Freeman (2007), cases E and G",
    neutral: 1,
  }),
  tieDecay: real(0.3, 0, 1, {
    mechanism: "E3",
    meaning: "Share of a dormant tie that is lost in each further year without orders",
    unit: "share a year",
    source: "[A] half-life of two years; Freeman (2007), contact of one to four years",
  }),
  tieFloor: real(0.2, 0, 1, {
    mechanism: "E3",
    meaning: "Strength below which a dormant tie is dead and the pause has become a final return",
    unit: "tie strength",
    source: "[A] with a tieDecay of 0.30 a tie lives four years; Freeman (2007), case F",
  }),
  reentryBoost: real(1.5, 0, 10, {
    mechanism: "E4",
    meaning: "Weight of the dormant tie in the index of starting again",
    unit: "probit per tie",
    source: "[A] 1.5 (0 to 2.5): re-entry of 2 to 5 % of the stock a year",
    neutral: 0,
  }),
  knowledgeKept: real(0.8, 0, 1, {
    mechanism: "E4",
    meaning: "Share of what was learned of the supplier that is left at re-entry; behavioural only",
    unit: "share",
    source: "[A]",
  }),
  inwardSwitch: real(0, 0, 1, {
    mechanism: "E5",
    meaning:
      "Probability that an active pair turns inward in a bad year: it stops, and buys from importers what it had made abroad",
    unit: "probability per bad year",
    source: "[A] 0.2; Freeman (2007), case B",
    neutral: 0,
  }),
  inwardBoost: real(0.5, 0, 10, {
    mechanism: "E5",
    meaning: "Added to reentryBoost for firms that turned inward",
    unit: "probit per tie",
    source: "[A]",
    neutral: 0,
  }),
  jointEntry: real(0, 0, 1, {
    mechanism: "E7",
    meaning:
      "Probability that a paused firm joins a rival of its province and industry that re-enters the destination",
    unit: "probability",
    source: "[A] 0.1; Freeman (2007), case A",
    neutral: 0,
  }),
};
