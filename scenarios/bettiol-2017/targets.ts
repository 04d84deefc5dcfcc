import type { Target } from "../target.ts";

/** In percent of firms, five points around the print unless said otherwise; ten in the small classes, by their binomial limits. */
const ofSize = (name: string, words: string, published: number, from: number, to: number): Target => ({
  name,
  meaning: `Firms ${words} with suppliers abroad`,
  unit: "percent of firms",
  published: String(published),
  from,
  to,
  source: "Bettiol et al. (2017) Table 2 (our arithmetic); accepted: exact binomial 95 % limits of the count",
});

/** Six points to either side, as the specification of the family has it. */
const ofSuppliers = (name: string, where: string, group: string, published: number): Target => ({
  name,
  meaning: `Suppliers ${where}, mean of ${group} firms`,
  unit: "percent of suppliers",
  published: String(published),
  from: Number((published - 6).toFixed(1)),
  to: Number((published + 6).toFixed(1)),
  source: "Bettiol et al. (2017) Table 3; accepted: 6 points to either side",
});

/** What a survey of 259 firms of the simulated districts is held against. */
export const targets: readonly Target[] = [
  {
    name: "offshoringShare",
    meaning: "Firms with suppliers abroad",
    unit: "percent of firms",
    published: "26.6",
    from: 21.4,
    to: 32.5,
    source: "Bettiol et al. (2017): 69 of 259; accepted: exact binomial 95 % limits",
  },
  ofSize("offshoringBelow5", "below EUR 5 million", 19.3, 13.6, 26.1),
  ofSize("offshoring5to10", "of EUR 5 to 10 million", 17.1, 6.6, 33.6),
  ofSize("offshoring10to50", "of EUR 10 to 50 million", 46.9, 32.5, 61.7),
  ofSize("offshoringAbove50", "above EUR 50 million", 88.9, 51.8, 99.7),
  ofSuppliers("domesticDistrict", "in the district", "domestic", 68.6),
  ofSuppliers("domesticRegion", "in the region", "domestic", 20.1),
  ofSuppliers("domesticItaly", "elsewhere in Italy", "domestic", 11.2),
  ofSuppliers("offshoringDistrict", "in the district", "offshoring", 35.9),
  ofSuppliers("offshoringRegion", "in the region", "offshoring", 15.1),
  ofSuppliers("offshoringItaly", "elsewhere in Italy", "offshoring", 18),
  ofSuppliers("offshoringAbroad", "abroad", "offshoring", 31),
  {
    name: "unchangedSetUp",
    meaning: "Offshoring firms that never changed their set-up abroad",
    unit: "percent of offshoring firms",
    published: "about 75",
    from: 67,
    to: 83,
    source: "Bettiol et al. (2017), text; accepted: 8 points to either side",
  },
  {
    name: "returnDone",
    meaning:
      "Firms that moved production home or nearer, of those with suppliers in emerging economies at the time of the survey",
    unit: "percent of firms",
    published: "10 (5 of 50)",
    from: 3.3,
    to: 21.8,
    source: "Bettiol et al. (2017) Table 4; accepted: exact binomial 95 % limits",
  },
  {
    name: "returnConsidered",
    meaning: "The same, and firms that planned or considered it",
    unit: "percent of firms",
    published: "34 (17 of 50)",
    from: 21.2,
    to: 48.8,
    source: "Bettiol et al. (2017) Table 4; accepted: exact binomial 95 % limits",
  },
];
