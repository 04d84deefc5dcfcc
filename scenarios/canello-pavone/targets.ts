import type { Target } from "../target.ts";

const table1 = "Canello & Pavone (draft) Table 1";

/** What Table 1 says of how many firms are abroad and for how long. */
export const targets: readonly Target[] = [
  {
    name: "activeShare",
    meaning: "Firms active somewhere, of all firm-years",
    unit: "share",
    published: "741 of 117,505 / 7 = 0.044",
    from: 0.037,
    to: 0.051,
    source: `${table1} and Table 2, number of observations (our arithmetic); tolerance that of the article's share`,
  },
  {
    name: "yearsAbroad",
    meaning: "Years abroad, of the last six, of the firms that were abroad in any of them",
    unit: "years",
    published: "2.95 (3.02 in clothing, 2.81 in footwear)",
    from: 2.45,
    to: 3.45,
    source: `${table1}, weighted by the number of firms`,
  },
];
