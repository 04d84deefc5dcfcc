import type { Family } from "../../../../scenarios/family.ts";
import { publishedTables } from "../../../../scenarios/published.ts";
import table1 from "./table1.json" with { type: "json" };

/** A paper that does not exist. */
export const madeUp2030: Family = {
  name: "made-up-2030",
  reference: "Made-Up, A. (2030). Nothing of this was ever measured",
  // The first is the paper's own world; what is not set has the default of the schema.
  presets: [
    {
      name: "made-up-2030",
      summary: "Firms that imitate a little more than those of Canello (2022)",
      parameters: { firms: 3000, imitationSame: 0.15 },
    },
  ],
  specifications: [
    {
      name: "made-up-2030/1",
      summary: "Dynamic probit with peers, industry dummies",
      source: "Made-Up (2030) Table 1, column 1",
      model: "randomEffectsProbit",
      outcome: "active",
      group: "pair",
      quadratureNodes: 12,
      numeric: ["yLag", "yInitial", "msePeersSameDestination"],
      factors: ["industry"],
      averagePartialEffects: [],
    },
  ],
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
