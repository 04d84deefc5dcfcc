import type { Target } from "../target.ts";

/** Freeman (2007) measures nothing; what can be hit comes from her cases and from Canello's (2022) stocks and flows. */
export const targets: readonly Target[] = [
  {
    name: "reentryRate",
    meaning: "Re-entries of paused firms a year, as a share of the active pairs of the year before",
    unit: "share a year",
    published: "0.02 to 0.05",
    from: 0.02,
    to: 0.05,
    source:
      "Canello (2022) Table 1: what the stock grows by beyond starters less returns, over the stock (our arithmetic)",
  },
  {
    name: "medianPause",
    meaning: "Median years from the pause to the re-entry, of pauses that end in one",
    unit: "years",
    published: "1 to 2",
    from: 1,
    to: 2,
    source:
      "Freeman (2007): contact for twelve months (B), recovery in 18 to 24 months (E), back within two years (A)",
  },
];
