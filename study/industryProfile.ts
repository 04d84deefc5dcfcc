import { type Column, column, numericValues, type Table } from "../panel/table.ts";
import { firmLevelPanel } from "./firmLevelPanel.ts";

/** One row of the profile; values follow the columns of the table, null where a kind of firm has none. */
export interface ProfileRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Rows of the published table that no simulated row stands beside, and why. */
export const NOT_IN_THE_PROFILE: Readonly<Record<string, string>> = {};

/** Means over firm-years abroad: the column of the firm-level panel, and how many of its units make one of the table's. */
const MEANS_OF_ACTIVE: readonly { readonly name: string; readonly column: string; readonly unit: number }[] =
  [
    { name: "turnover", column: "turnover", unit: 1000 },
    { name: "employees", column: "size", unit: 1 },
    { name: "exportSharePct", column: "exportShare", unit: 1 },
    { name: "foreignSubcontractingCost", column: "foreignSubcontractingCost", unit: 1000 },
    { name: "domesticSubcontractingCost", column: "domesticSubcontractingCost", unit: 1000 },
    { name: "districtSharePct", column: "industrialDistrict", unit: 100 },
  ];

/**
 * Table 1 of Canello & Pavone (draft) from a simulated panel: the small firms abroad of each industry, and its captive
 * offshorers, on average over some years. A firm-year counts where the firm was active somewhere in it. The duration is the
 * number of years of the window in which a firm was, of those that ever were: the window cuts it. Captive firms are recorded by
 * number and units alone, of the year before; they have no size, and no spells.
 *
 * @param columns of the table, `industry.offshoreOutsourcing` or `industry.captiveOffshoring`.
 * @param years first and last of the window.
 * @throws InvalidTable when a column is missing.
 */
export function industryProfile(
  panel: Table,
  columns: readonly string[],
  years: { readonly from: number; readonly to: number },
): ProfileRow[] {
  const firms = firmLevelPanel(panel);
  const year = numericValues(column(firms, "year"), "year");
  const inWindow = (row: number) => (year[row] ?? 0) >= years.from && (year[row] ?? 0) <= years.to;
  const groups = columns.map((name) => {
    const [industry = "", kind = ""] = name.split(".");
    const of = labels(column(firms, "industry"));
    const rows = Array.from({ length: firms.rows }, (_, row) => row).filter(
      (row) => inWindow(row) && of(row) === industry,
    );
    return { small: kind === "offshoreOutsourcing", rows };
  });
  const active = numericValues(column(firms, "active"), "active");
  const abroad = (rows: readonly number[]) => rows.filter((row) => active[row] === 1);
  const row = (
    name: string,
    small: ((rows: readonly number[]) => number) | null,
    captive: ((rows: readonly number[]) => number) | null,
  ): ProfileRow => ({
    name,
    values: groups.map((group) => {
      const value = (group.small ? small : captive)?.(group.rows) ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    }),
  });
  const yearsOf = (rows: readonly number[]) => new Set(rows.map((each) => year[each])).size;
  const yearlyMean = (name: string) => (rows: readonly number[]) => meanOfYears(firms, year, rows, name);
  return [
    row("firms", (rows) => abroad(rows).length / yearsOf(rows), yearlyMean("nationalLargeOffshoringLag1")),
    row("activityDuration", (rows) => yearsPerFirm(firms, abroad(rows)), null),
    ...MEANS_OF_ACTIVE.filter((each) => firms.columns.has(each.column)).map(({ name, column: of, unit }) =>
      row(name, (rows) => unit * mean(firms, abroad(rows), of), null),
    ),
    row("foreignSubsidiaries", null, (rows) => {
      return yearlyMean("nationalLargeUnitsLag1")(rows) / yearlyMean("nationalLargeOffshoringLag1")(rows);
    }),
  ];
}

function labels(of: Column): (row: number) => string {
  return (row) => (of.kind === "category" ? (of.levels[of.codes[row] ?? 0] ?? "") : String(of.values[row]));
}

function mean(table: Table, rows: readonly number[], name: string): number {
  const values = numericValues(column(table, name), name);
  return rows.reduce((sum, row) => sum + (values[row] ?? Number.NaN), 0) / rows.length;
}

/** Of a column that has one value a year: its mean over years. */
function meanOfYears(table: Table, year: ArrayLike<number>, rows: readonly number[], name: string): number {
  const values = numericValues(column(table, name), name);
  const byYear = new Map(rows.map((row) => [year[row], values[row] ?? Number.NaN]));
  return [...byYear.values()].reduce((sum, value) => sum + value, 0) / byYear.size;
}

function yearsPerFirm(table: Table, rows: readonly number[]): number {
  const firm = numericValues(column(table, "firm"), "firm");
  return rows.length / new Set(rows.map((row) => firm[row])).size;
}
