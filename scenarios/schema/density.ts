import { flag, real } from "./parameter.ts";

/** How many are there already, and how many left: density dependence and deterrence by exits (E8, E9). */
export const densityParameters = {
  legitimacy: real(0, -1, 1, {
    mechanism: "E8",
    meaning: "Weight of the peers P in the index of starting: what others do becomes legitimate",
    unit: "probit per firm",
    source: "[A] 0.010; Chan, Makino & Isobe (2006) as read by Freeman (2007)",
    neutral: 0,
  }),
  competition: real(0, 0, 1, {
    mechanism: "E8",
    meaning:
      "Weight of the squared peers, taken from the index of starting: the inverted U peaks at legitimacy / (2 · competition) peers",
    unit: "probit per squared firm",
    source: "[A] 0.00008, a peak at 62.5 peers",
    neutral: 0,
  }),
  congestionNational: flag(false, {
    mechanism: "E8",
    meaning: "Competition with the industry's firms in the whole country, not with the peers of the cell",
    unit: "flag",
    source: "[A]; hundreds of firms, so competition must be much smaller, about 0.000001",
    neutral: false,
  }),
  exitDeterrence: real(0, 0, 5, {
    mechanism: "E9",
    meaning: "Taken from the index of starting for each peer that returned last year, pauses included",
    unit: "probit per firm",
    source: "[A] 0.02; Chan, Makino & Isobe (2006) as read by Freeman (2007)",
    neutral: 0,
  }),
};
