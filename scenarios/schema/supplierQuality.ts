import { perDestination, real } from "./parameter.ts";

/** What a firm believes of suppliers abroad, and how it finds out (A3, A11); used where decision.kind is behavioural. */
export const supplierQualityParameters = {
  qualityMean: perDestination([0, 0, 0, 0], -5, 5, {
    mechanism: "A3",
    meaning: "Mean quality of suppliers in each destination",
    unit: "index of net saving",
    source: "[A]",
    neutral: [0, 0, 0, 0],
  }),
  qualitySd: real(0, 0, 5, {
    mechanism: "A3",
    meaning: "Spread of the quality of the match found at the start of a spell",
    unit: "index of net saving",
    source: "[A] 0.6 in the behavioural family",
    neutral: 0,
  }),
  signalSd: real(0.8, 0.01, 10, {
    mechanism: "A3",
    meaning: "Noise of the yearly signal of the own supplier's quality",
    unit: "index of net saving",
    source: "[A]",
  }),
  optimismBias: real(0, -5, 5, {
    mechanism: "A3",
    meaning: "How much a firm without peers overrates the quality it will find",
    unit: "index of net saving",
    source: "[A] 0.5 in the behavioural family",
    neutral: 0,
  }),
  vicariousPrecision: real(0, 0, 5, {
    mechanism: "A3",
    meaning: "How fast bias and prior spread shrink with peers: (1 + P)^−vicariousPrecision",
    unit: "per log(1 + n)",
    source: "[A] 0.25 in the behavioural family",
    neutral: 0,
  }),
  vicariousQualityGain: real(0, -2, 2, {
    mechanism: "A3",
    meaning: "Better suppliers found with the help of peers: gain in quality per log(1 + P)",
    unit: "index of net saving per log(1 + n)",
    source: "hazard ratios 0.75 and 0.994 of Canello (2022) and Canello & Pavone; value [A]",
    neutral: 0,
  }),
  volumeBase: real(0.3, 0, 1, {
    mechanism: "A3",
    meaning: "Share of production moved at the start by a firm without peers",
    unit: "share",
    source: "[A]",
  }),
  volumePeer: real(0, 0, 1, {
    mechanism: "A3",
    meaning: "Additional share moved per log(1 + P)",
    unit: "share per log(1 + n)",
    source: "[A]",
    neutral: 0,
  }),
  commitment: real(0, 0, 5, {
    mechanism: "A3",
    meaning: "How much the volume moved holds a firm abroad (problems are repaired, not left)",
    unit: "probit per share of volume",
    source: "[A]",
    neutral: 0,
  }),
  exitThreshold: real(0, -5, 5, {
    mechanism: "A11",
    meaning: "Patience: loss a firm bears before it corrects its error and returns",
    unit: "probit",
    source: "[A] 0.3 in the behavioural family",
    neutral: 0,
  }),
  hiddenCost: real(0, 0, 5, {
    mechanism: "A11",
    meaning: "Cost that shows only in the first year abroad",
    unit: "probit",
    source: "[A]",
    neutral: 0,
  }),
  experiencePrecision: real(0, 0, 5, {
    mechanism: "A11",
    meaning: "Signals get sharper with tenure: their variance is divided by 1 + experiencePrecision · tenure",
    unit: "per year",
    source: "[A]",
    neutral: 0,
  }),
};
