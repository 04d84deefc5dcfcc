import type { PublishedOddity } from "../published.ts";

const odd =
  (table: string, note: string, what: PublishedOddity["what"], models?: readonly string[]) =>
  (variable: string): PublishedOddity => ({
    table,
    note,
    what,
    variable,
    ...(models !== undefined && { models }),
  });

/** Cells that notes on the tables doubt: `observations` where the firms behind a number do, `average` where all firms do. */
export const oddities: readonly PublishedOddity[] = [
  ...[
    "finishedConsumerProducts",
    "advantageInnovation",
    "marketingDepartment",
    "rdDepartment",
    "ownBrands",
  ].map(odd("bettiol2017-table1", "n1", "observations")),
  odd("bettiol2017-table1", "n2", "observations")("groupLeader"),
  odd("bettiol2017-table2", "n1", "estimate", ["all"])("rdDepartment"),
  ...["furniture", "mechanics", "fashion"].map(odd("bettiol2017-table2", "n3", "stars")),
  ...["ownBrands", "rdDepartment"].map(odd("bettiol2017-table2", "n4", "stars")),
  ...[
    "outsourcedActivitiesPct",
    "suppliers",
    "outsourcingOverSalesPct",
    "suppliersDistrictPct",
    "suppliersRegionPct",
    "suppliersItalyPct",
    "suppliersAbroadPct",
  ].map(odd("bettiol2017-table3", "n1", "average", ["all"])),
  odd("bettiol2017-table3", "n2", "observations", ["offshoring"])("outsourcedActivitiesPct"),
  odd("bettiol2017-table4", "n1", "observations")("remaining"),
  odd("bettiol2017-table4", "n2", "observations")("done"),
  odd("bettiol2017-table4", "n3", "observations")("offshoringEffect"),
  odd("bettiol2017-table4", "n4", "observations")("startOfSourcing"),
  ...["offshoringEffect", "foreignSupplierArea"].map(odd("bettiol2017-text", "n1", "observations")),
  ...["globalSourcingBefore2000", "setUp", "fdi"].map(odd("bettiol2017-text", "n2", "observations")),
  odd("bettiol2017-text", "n3", "estimate")("innovators"),
  odd("bettiol2017-text", "n4", "observations")("offshoringEffect"),
];
