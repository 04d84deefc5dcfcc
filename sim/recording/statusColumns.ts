import { column, lasting, note, outcome, type PanelColumn } from "./column.ts";

const table2 = "Canello (2022) Table 2";
const simulator = "simulator";

/** What the pair does in year t, and where it came from. */
export const statusColumns: readonly PanelColumn[] = [
  outcome(
    "active",
    "indicator",
    ({ world }) => world.pairs.active,
    note("At least one production activity is with a supplier in the destination", "0/1", table2, 0),
  ),
  column(
    "yLag",
    "indicator",
    "pair",
    ({ world }) => world.pairs.active,
    note("Active in the destination the year before", "0/1", table2, 1),
  ),
  lasting(
    "yInitial",
    "indicator",
    "pair",
    ({ world }) => world.pairs.initial,
    note("Active in the destination in the first recorded year", "0/1", `${table2}; Wooldridge (2005)`, null),
  ),
  column(
    "tenure",
    "integer",
    "pair",
    ({ world }) => world.pairs.tenure,
    note(
      "Completed years of the running spell at the end of t − 1; 0 = begun in t − 1; −1 = not active",
      "years",
      simulator,
      1,
    ),
  ),
  outcome(
    "exitTime",
    "number",
    ({ world }) => world.pairs.exitTime,
    note(
      "Fraction of year t at which the spell ended; missing where none did, or where decisions are yearly",
      "years",
      simulator,
      0,
    ),
  ),
];
