import { real, whole } from "./parameter.ts";

/** Firms that learn from all offshorers of their province, districts, and who may move first (B1, B6, B7). */
export const localLearningParameters = {
  imitationFirm: real(0, -5, 5, {
    mechanism: "B1",
    meaning:
      "Local learning: weight of log(1 + P) in the index of starting anywhere, P the firms of the province active anywhere last year, of all industries, own firm left out; in dynamicProbit worlds also in that of staying",
    unit: "probit per log(1 + n)",
    source: "[A] 0.10; Canello & Pavone (draft) Table 2: 0.018 per firm",
    neutral: 0,
  }),
  districtDummy: real(0, -5, 5, {
    mechanism: "B7",
    meaning: "Effect of a place in an industrial district",
    unit: "probit",
    source: "Canello & Pavone (draft) Table 2: −0.055, not significant",
    neutral: 0,
  }),
  districtShareClothing: real(0.22, 0, 1, {
    mechanism: "B7",
    meaning: "Share of the clothing firms that are in districts: those of the largest provinces",
    unit: "share",
    source: "Canello & Pavone (draft) Table 1: 22 % of the active firms",
  }),
  districtShareFootwear: real(0.47, 0, 1, {
    mechanism: "B7",
    meaning: "Share of the footwear firms that are in districts: those of the largest provinces",
    unit: "share",
    source: "Canello & Pavone (draft) Table 1: 47 % of the active firms",
  }),
  earlyEntryCost: real(0, 0, 10, {
    mechanism: "B6",
    meaning:
      "Cost of starting, up to the year earlyEntryCostUntil, of small suppliers that are no first movers; it is gone afterwards",
    unit: "probit",
    source: "[A] 0.5; Canello & Pavone (draft): larger firms moved first, small suppliers after 2007",
    neutral: 0,
  }),
  earlyEntryCostUntil: whole(2007, 1900, 2100, {
    mechanism: "B6",
    meaning: "Last year of the early cost of starting",
    unit: "calendar year",
    source: "Canello & Pavone (draft)",
  }),
  firstMoverShare: real(0.2, 0, 1, {
    mechanism: "B6",
    meaning: "Share of the small suppliers that are first movers: the early cost of starting is not theirs",
    unit: "share",
    source: "[A]",
  }),
};
