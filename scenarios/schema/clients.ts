import { real } from "./parameter.ts";

/** Suppliers and the large firms they work for (B3). */
export const clientParameters = {
  clientFollowing: real(0, -5, 5, {
    mechanism: "B3",
    meaning:
      "Weight of a supplier's client having a unit in the destination, in the index of starting and of staying",
    unit: "probit",
    source: "[A] 0.6 (0 to 1.5); Canello & Pavone (draft), Gancarczyk & Gancarczyk (2017), Freeman (2007)",
    neutral: 0,
  }),
};
