import { column, numericValues, type Table } from "../panel/table.ts";
import { destinationNames } from "../scenarios/index.ts";
import { type FirmYears, firmYears } from "./firmYears.ts";
import { factorTerm } from "./modelColumns.ts";

/**
 * Table 1 of Canello (2022) from a simulated panel: the yearly stock of firms abroad, who started, who backshored, and
 * where they are. Rows have the machine names of the published table; values follow `years`, null where a year cannot be
 * told, as the flows and costs of the first recorded year.
 */
export interface DescriptiveRows {
  readonly years: readonly number[];
  readonly rows: readonly DescriptiveRow[];
}

export interface DescriptiveRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Mean of the values that are there; null where none is. */
  readonly average: number | null;
}

/** Rows of the published table that no simulated row stands beside, and why. */
export const NOT_IN_TABLE_ONE: Readonly<Record<string, string>> = {};

const DESTINATION_ROWS: Readonly<Record<(typeof destinationNames)[number], string>> = {
  europe: "destinationEuropePct",
  northAfrica: "destinationNorthAfricaPct",
  eastAsia: "destinationEastAsiaPct",
  other: "destinationOtherPct",
};

/**
 * A starter was active nowhere the year before. A firm backshores if a spell of it ended as the survey sees it, even
 * if it stays abroad elsewhere: stock, starters and backshorers need not add up, as they do not in print. Stock and mix
 * of the first recorded year, which has no rows, are the lagged status of the year after; firms that closed in between
 * are not among them.
 *
 * @param panel recorded, as surveyed.
 * @throws InvalidTable when a column is missing.
 */
export function tableOne(panel: Table): DescriptiveRows {
  const of = firmYears(panel);
  const years = of.years.length;
  const stock = (name: string, count: (at: number) => number, initial: number) =>
    descriptiveRow(name, [initial, ...sumsByYear(of, count)]);
  const flow = (name: string, values: readonly number[]) => descriptiveRow(name, [null, ...values]);
  const initial = (flags: Uint8Array) =>
    flags.reduce((sum, flag, at) => (at % years === 0 ? sum + flag : sum), 0);
  const started = (at: number) => (of.active[at] === 1 && of.activeBefore[at] === 0 ? 1 : 0);
  const mean = (values: ArrayLike<number>, weight: (at: number) => number) =>
    ratios(
      sumsByYear(of, (at) => weight(at) * (values[at] ?? 0)),
      sumsByYear(of, weight),
    );
  const percent = (weight: (at: number) => number) =>
    mean(of.domesticSuppliers, weight).map((share) => 100 * share);
  const present = (at: number) => of.present[at] ?? 0;
  const active = (at: number) => of.active[at] ?? 0;
  const ended = (at: number) => of.ended[at] ?? 0;
  return {
    years: [(of.years[0] ?? Number.NaN) - 1, ...of.years],
    rows: [
      stock("mseTotal", present, initial(of.present)),
      flow("turnoverAll", mean(of.turnover, present)),
      stock("mseOffshoreOutsourcing", active, initial(of.activeBefore)),
      flow("mseNew", sumsByYear(of, started)),
      flow("newWithDomesticSubcontractingPct", percent(started)),
      flow("turnoverOffshoreOutsourcing", mean(of.turnover, active)),
      flow("foreignSubcontractingCost", mean(of.foreignCost, active)),
      flow("domesticSubcontractingCost", mean(of.domesticCost, active)),
      ...destinationRows(panel, of.years),
      flow("mseBackshoring", sumsByYear(of, ended)),
      flow("backshoringWithDomesticSubcontractingPct", percent(ended)),
    ],
  };
}

/** A share of nothing (0/0) is null. */
function descriptiveRow(name: string, values: readonly (number | null)[]): DescriptiveRow {
  const known = values.map((value) => (value === null || Number.isNaN(value) ? null : value));
  const numbers = known.filter((value) => value !== null);
  const average =
    numbers.length === 0 ? null : numbers.reduce((total, value) => total + value, 0) / numbers.length;
  return { name, values: known, average };
}

function sumsByYear({ years, present }: FirmYears, value: (at: number) => number): number[] {
  const sums = years.map(() => 0);
  for (let at = 0; at < present.length; at++) {
    const year = at % years.length;
    sums[year] = (sums[year] ?? 0) + value(at);
  }
  return sums;
}

function ratios(numerators: readonly number[], denominators: readonly number[]): number[] {
  return numerators.map((numerator, at) => numerator / (denominators[at] ?? Number.NaN));
}

/** Shares of the destinations in all relations of a firm with one, percent. */
function destinationRows(panel: Table, years: readonly number[]): DescriptiveRow[] {
  const values = (name: string) => numericValues(column(panel, name), name);
  const { codes, levels } = factorTerm(panel, "destination");
  const year = values("year");
  const active = values("active");
  const before = values("yLag");
  const counts = levels.map(() => new Float64Array(years.length + 1));
  const yearAt = new Map(years.map((each, at) => [each, at]));
  for (let row = 0; row < panel.rows; row++) {
    const of = counts[codes[row] ?? 0];
    const at = yearAt.get(year[row] ?? Number.NaN) ?? 0;
    if (of === undefined) continue;
    if (active[row] === 1) of[at + 1] = (of[at + 1] ?? 0) + 1;
    if (at === 0 && before[row] === 1) of[0] = (of[0] ?? 0) + 1;
  }
  const totals = Array.from({ length: years.length + 1 }, (_, at) =>
    counts.reduce((sum, of) => sum + (of[at] ?? 0), 0),
  );
  return destinationNames.map((name) => {
    const of = counts[levels.indexOf(name)] ?? new Float64Array(totals.length);
    return descriptiveRow(
      DESTINATION_ROWS[name],
      totals.map((total, at) => (100 * (of[at] ?? 0)) / total),
    );
  });
}
