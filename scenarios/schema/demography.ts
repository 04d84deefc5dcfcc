import { real } from "./parameter.ts";

/** Firms that close and firms that are born, beside the closures that have a date (A12). */
export const demographyParameters = {
  closureRate: real(0, 0, 1, {
    mechanism: "demography",
    meaning: "Firms that close at the end of each year after the first recorded one",
    unit: "share of firms a year",
    source:
      "[A] 0.04; Canello (2022) Table 1: the number of firms falls by 0.2 to 4 % a year, 11.7 % in 2009",
    neutral: 0,
  }),
  birthRate: real(0, 0, 1, {
    mechanism: "demography",
    meaning:
      "Probability that a firm that has closed is followed, in its province and industry, by a new one at the beginning of a year after the first rows",
    unit: "share of closed firms a year",
    source: "[A]; 1 keeps the number of firms",
    neutral: 0,
  }),
};
