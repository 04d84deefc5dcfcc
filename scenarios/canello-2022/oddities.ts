import type { PublishedOddity } from "../published.ts";

const peersOfSpells = ["msePeersSameDestinationBeforeEntry", "largePeersSameDestinationBeforeEntry"];

/** Cells of Tables 1 to 4 that their notes doubt. A note about the whole table or the method is not among them. */
export const publishedOddities: readonly PublishedOddity[] = [
  { table: "canello2022-table1", note: "n1", variable: "newWithDomesticSubcontractingPct", what: "average" },
  { table: "canello2022-table1", note: "n5", variable: "mseTotal", what: "average" },
  { table: "canello2022-table1", note: "n4", variable: "turnoverOffshoreOutsourcing", what: "estimate" },
  { table: "canello2022-table2", note: "n1", what: "observations" },
  { table: "canello2022-table3", note: "n2", what: "observations" },
  ...peersOfSpells.map((variable) => ({
    table: "canello2022-table3",
    note: "n5",
    variable,
    what: "unit" as const,
  })),
  {
    table: "canello2022-table4",
    note: "n3",
    models: ["F"],
    variable: "nationalLargeSameDestination",
    what: "estimate",
  },
  { table: "canello2022-table4", note: "n4", models: ["F"], variable: "corruption", what: "standardError" },
  {
    table: "canello2022-table4",
    note: "n4",
    models: ["F"],
    variable: "capitalIntensiveTechnology",
    what: "standardError",
  },
  { table: "canello2022-table4", note: "n5", models: ["G"], what: "observations" },
  { table: "canello2022-table4", note: "n7", models: ["F"], variable: "migrantFirmShare", what: "stars" },
  {
    table: "canello2022-table4",
    note: "n7",
    models: ["H"],
    variable: "msePeersSameDestination",
    what: "stars",
  },
  { table: "canello2022-table4", note: "n7", models: ["H"], variable: "corruption", what: "stars" },
  {
    table: "canello2022-table4",
    note: "n7",
    models: ["I"],
    variable: "largePeersOtherDestinations",
    what: "stars",
  },
];
