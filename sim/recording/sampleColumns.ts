import { turnoverOf } from "../firms/turnover.ts";
import { column, lasting, note, outcome, type PanelColumn, type YearView } from "./column.ts";
import { endingColumns } from "./endingColumns.ts";

const table1 = "Canello (2022) Table 1";
const table3 = "Canello (2022) Table 3";

/** What samples are cut by, and what Table 1 describes. */
export const sampleColumns: readonly PanelColumn[] = [
  lasting(
    "provinceProducers",
    "integer",
    "province",
    provinceProducers,
    note(
      "Small firms of both industries in the province, alive at the end of the first recorded year",
      "firms",
      "Canello (2022) Table 4, columns H and I",
      null,
    ),
  ),
  column(
    "cohort",
    "number",
    "pair",
    cohort,
    note(
      "Year in which the spell that ran at the end of t − 1 began, the first recorded year for all begun before it; missing outside a spell",
      "calendar year",
      table3,
      1,
    ),
  ),
  {
    ...outcome(
      "turnover",
      "number",
      ({ world }) => turnoverOf(world.firms),
      note("Turnover (synthetic)", "EUR thousand", table1, 0),
    ),
    level: "firm",
  },
  lasting(
    "domesticSuppliers",
    "indicator",
    "firm",
    ({ world }) => world.firms.keepsDomesticSuppliers,
    note("Has domestic suppliers, also while it is abroad", "0/1", table1, null),
  ),
  ...endingColumns,
];

function provinceProducers({ world }: YearView): Int32Array {
  const producers = new Int32Array(world.provinces.length);
  world.cellFirms.forEach((firms, cell) => {
    producers[Math.floor(cell / world.industries)] += firms;
  });
  return producers;
}

function cohort({ world, year }: YearView): Float64Array {
  const { pairs, scenario } = world;
  const cohorts = new Float64Array(pairs.tenure.length);
  for (let pair = 0; pair < cohorts.length; pair++) {
    const tenure = pairs.tenure[pair];
    cohorts[pair] = tenure < 0 ? Number.NaN : Math.max(scenario.firstYear, year - 1 - tenure);
  }
  return cohorts;
}
