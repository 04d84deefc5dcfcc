import type { Family } from "../../../../scenarios/family.ts";
import { publishedTables } from "../../../../scenarios/published.ts";
import { presets } from "./presets.ts";
import { specifications } from "./specifications.ts";
import table1 from "./table1.json" with { type: "json" };

/** A paper that does not exist. */
export const madeUp2030: Family = {
  name: "made-up-2030",
  reference: "Made-Up, A. (2030). Nothing of this was ever measured",
  presets,
  specifications,
  published: publishedTables([table1]),
  // Which specification repeats which printed column.
  publishedModels: { "madeup2030-table1": { "1": "made-up-2030/1" } },
  // Printed variables that are columns of the panel under another name or in another unit: here ten firms.
  publishedVariables: {
    "madeup2030-table1": { peersNearby: { column: "msePeersSameDestination", unit: 10 } },
  },
  // A note of the table that doubts a printed cell.
  publishedOddities: [{ table: "madeup2030-table1", note: "n1", what: "observations" }],
};
