import { real } from "./parameter.ts";

/** Spells that go on in another destination. */
export const switchingParameters = {
  switchRate: real(0, 0, 1, {
    mechanism: "switching",
    meaning:
      "Probability that a pair that would stay moves within the year to the destination that suits the firm best among those where it is not",
    unit: "per pair-year",
    source: "[A]; Canello (2022) counts a move as an end and a start",
    neutral: 0,
  }),
  nearshoringRate: real(0, 0, 1, {
    mechanism: "C5",
    meaning:
      "Probability that a pair that would stay in East Asia or the rest of the world moves to Europe, where the firm is not there yet",
    unit: "per pair-year",
    source: "[A] 0.005; Bettiol et al. (2017): 4 of 17 firms that considered a return",
    neutral: 0,
  }),
};
