import { real } from "./parameter.ts";

/** What firms are, apart from their peers, and what hits them together (A8, A9, A10). */
export const heterogeneityParameters = {
  base: real(-2.83, -10, 5, {
    mechanism: "core",
    meaning: "Index of an average firm that is not abroad, for a destination with offset 0",
    unit: "probit",
    source: "[Q] share active 7.0 %, entry 1.1 to 1.5 %",
  }),
  footwearEffect: real(0, -5, 5, {
    mechanism: "core",
    meaning: "Difference of footwear from clothing",
    unit: "probit",
    source: "[A]",
    neutral: 0,
  }),
  stateDependence: real(2.4, -5, 10, {
    mechanism: "A10",
    meaning: "Advantage of staying over starting: sunk search and switching costs",
    unit: "probit",
    source: "[Q]; Canello (2022) 2.335 (C)",
    neutral: 0,
  }),
  initialEffect: real(0, -5, 10, {
    mechanism: "A10",
    meaning:
      "Mean shift of the pair effect for pairs active in the first recorded year; dynamicProbit only (Wooldridge 2005)",
    unit: "probit",
    source: "Canello (2022) 1.581 (C)",
    neutral: 0,
  }),
  firmEffectSd: real(0.72, 0, 5, {
    mechanism: "A10",
    meaning: "Spread of a firm's lasting propensity to go abroad anywhere",
    unit: "probit",
    source: "[Q]",
    neutral: 0,
  }),
  pairEffectSd: real(0.51, 0, 5, {
    mechanism: "A10",
    meaning:
      "Spread of a firm's lasting propensity towards one destination: σ of the random effect where firmEffectSd is 0",
    unit: "probit",
    source: "[Q]",
    neutral: 0,
  }),
  sortingSd: real(0, 0, 5, {
    mechanism: "A9",
    meaning: "Spread of the province means of the firm effect: alike firms in one place",
    unit: "probit",
    source: "[Q] 0.25",
    neutral: 0,
  }),
  shockSd: real(0, 0, 5, {
    mechanism: "A8",
    meaning: "Stationary spread of the yearly demand shock to a province and industry, AR(1)",
    unit: "probit",
    source: "[A] 0.3",
    neutral: 0,
  }),
  shockPersistence: real(0.7, 0, 0.999, {
    mechanism: "A8",
    meaning: "Share of a demand shock that is left after a year",
    unit: "share",
    source: "[A]",
  }),
  costShockSd: real(0, 0, 5, {
    mechanism: "A8",
    meaning: "Stationary spread of the yearly cost shock to a destination and industry, AR(1)",
    unit: "probit",
    source: "[A]",
    neutral: 0,
  }),
  costShockPersistence: real(0.7, 0, 0.999, {
    mechanism: "A8",
    meaning: "Share of a cost shock that is left after a year",
    unit: "share",
    source: "[A]",
  }),
};
