import type { PublishedOddity } from "../published.ts";

const table1 = "canello-pavone-table1";
const table2 = "canello-pavone-table2";
const table3 = "canello-pavone-table3";

/** Cells of Tables 1 to 3 that their notes doubt. A note about the whole table or the method is not among them. */
export const publishedOddities: readonly PublishedOddity[] = [
  { table: table1, note: "n1", variable: "firms", what: "estimate" },
  { table: table1, note: "n3", variable: "turnover", what: "unit" },
  { table: table1, note: "n5", variable: "activityDuration", what: "unit" },
  { table: table2, note: "n1", what: "observations" },
  { table: table3, note: "n2", variable: "foreignOutsourcingCostShare", what: "estimate" },
  ...["exportShare", "returnOnInvestment", "migrantFirms"].map((variable) => ({
    table: table3,
    note: "n3",
    variable,
    what: "estimate" as const,
  })),
  { table: table3, note: "n4", variable: "mseOffshoreOutsourcingProvinceLag1", what: "stars" },
];
