import { real } from "./parameter.ts";

/** Years in which a firm makes a profit, and what they do to its spells (B8). */
export const profitParameters = {
  profitEffect: real(0, -10, 10, {
    mechanism: "B8",
    meaning:
      "Log hazard ratio of return of a firm that made a profit the year before (entryExit); taken from the index of staying elsewhere",
    unit: "log hazard (entryExit) or probit",
    source: "Canello & Pavone (draft) Table 3: −0.44, hazard ratio 0.643",
    neutral: 0,
  }),
  profitShare: real(0.7, 0.001, 0.999, {
    mechanism: "B8",
    meaning: "Share of firm-years with a profit",
    unit: "share",
    source: "[A]",
  }),
  profitPersistence: real(0.7, 0, 0.999, {
    mechanism: "B8",
    meaning: "Share of a firm's return on investment, measured from its mean, that is left after a year",
    unit: "share",
    source: "[A]",
  }),
};
