import { hasProfits, profitable, profitThreshold } from "../mechanisms/profits.ts";
import { domesticCosts, foreignCostShares, foreignCosts } from "../mechanisms/subcontractingCosts.ts";
import { column, lasting, note, outcome, type PanelColumn } from "./column.ts";

const table1 = "Canello (2022) Table 1";
const draft2 = "Canello & Pavone (draft) Table 2";
const draft3 = "Canello & Pavone (draft) Table 3";

/** What subcontracting costs a firm, where it is, and whether it makes a profit. */
export const subcontractingColumns: readonly PanelColumn[] = [
  {
    ...outcome(
      "foreignSubcontractingCost",
      "number",
      ({ world }) => foreignCosts(world),
      note("Cost of production subcontracted abroad (synthetic)", "EUR thousand", table1, 0),
    ),
    level: "firm",
  },
  {
    ...outcome(
      "domesticSubcontractingCost",
      "number",
      ({ world }) => domesticCosts(world),
      note("Cost of production subcontracted in Italy (synthetic)", "EUR thousand", table1, 0),
    ),
    level: "firm",
  },
  column(
    "foreignOutsourcingCostShare",
    "number",
    "firm",
    ({ world }) => foreignCostShares(world),
    note(
      "Cost of production subcontracted abroad in all cost of subcontracting (synthetic); 0 where the firm subcontracts nothing",
      "percent",
      draft3,
      1,
    ),
  ),
  lasting(
    "industrialDistrict",
    "indicator",
    "cell",
    ({ world }) => world.districts,
    note(
      "In an industrial district: one of the largest provinces of the industry (synthetic)",
      "0/1",
      draft2,
      null,
    ),
  ),
  {
    ...column(
      "profits",
      "indicator",
      "firm",
      ({ world }) => profitable(world),
      note("The firm made a profit; only where profits matter, as the column below", "0/1", draft3, 1),
    ),
    recordedIf: hasProfits,
  },
  {
    ...column(
      "returnOnInvestment",
      "number",
      "firm",
      ({ world }) => world.profits.map((state) => 10 * (state - profitThreshold(world.scenario))),
      note("Return on investment (synthetic), positive in a year with a profit", "percent", draft3, 1),
    ),
    recordedIf: hasProfits,
  },
];
