import type { Table } from "../../panel/table.ts";
import type { DescriptiveLayout, DescriptiveTable, Family, PublishedOddity } from "../../scenarios/index.ts";
import { industryProfile, NOT_IN_THE_PROFILE } from "../industryProfile.ts";
import { type RatesOfTableOne, ratesOfTableOne } from "../ratesOfTableOne.ts";
import { NOT_IN_TABLE_ONE, tableOne } from "../tableOne.ts";

export interface ReplicatedRow {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly published: { readonly values: readonly (number | null)[]; readonly average: number | null };
  /** In the columns of the table; null where the row is not simulated. */
  readonly ours: { readonly values: readonly (number | null)[]; readonly average: number | null } | null;
  readonly notSimulated: string | null;
  readonly oddities: readonly PublishedOddity[];
}

/** A published table of descriptives beside the same rows of the simulated firms. */
export interface ReplicatedDescriptives {
  readonly table: string;
  /** Headings of the values. */
  readonly columns: readonly string[];
  /** The same where they are years, which have an average beside them; else none. */
  readonly years: readonly number[];
  readonly rows: readonly ReplicatedRow[];
  /**
   * Rates that follow from the rows, theirs and ours by the same arithmetic: these do not depend on the number of firms. None
   * where the columns are not years.
   */
  readonly rates: readonly ReplicatedRow[];
}

const RATES: Readonly<Record<keyof RatesOfTableOne, { readonly label: string; readonly unit: string }>> = {
  offshoreOutsourcingShare: { label: "Active firms in all firms", unit: "share" },
  exitHazard: { label: "Backshorers in the stock of the year before", unit: "share" },
  entryRate: { label: "Starters in the firms that were not active", unit: "share" },
  stockFlowResidual: { label: "Stock less what last year's stock and the flows make", unit: "firms" },
  populationGrowth: { label: "Growth of the number of firms", unit: "share" },
  foreignShareOfSubcontracting: { label: "Cost abroad in all cost of subcontracting", unit: "share" },
};

/**
 * The first table of descriptives of a family beside the simulated one; null where none of them is made of a panel.
 *
 * @throws InvalidTable when the panel lacks a column.
 */
export function replicatedDescriptives(panel: Table, family: Family): ReplicatedDescriptives | null {
  const layouts = family.publishedDescriptives ?? {};
  const table = family
    .published()
    .find((each): each is DescriptiveTable => each.kind === "descriptive" && layouts[each.id] !== undefined);
  const layout = table === undefined ? undefined : layouts[table.id];
  if (table === undefined || layout === undefined) return null;
  const oddities = (family.publishedOddities ?? []).filter((oddity) => oddity.table === table.id);
  const simulated = simulatedRows(panel, table, layout);
  const rows = table.rows.map(({ name, values, average }): ReplicatedRow => {
    const found = simulated.rows.find((row) => row.name === name);
    const variable = table.variables.find((each) => each.name === name);
    return {
      name,
      label: variable?.label ?? name,
      unit: variable?.unit ?? "",
      published: { values, average: average ?? null },
      ours: found === undefined ? null : { values: found.values, average: found.average },
      notSimulated: found === undefined ? (simulated.notSimulated[name] ?? "not simulated") : null,
      oddities: oddities.filter((oddity) => oddity.variable === name),
    };
  });
  const columns = table.columns.filter((column) => column !== "average").map(String);
  const years = table.columns.flatMap((column) => (typeof column === "number" ? [column] : []));
  const rates =
    layout.kind === "stocksByYear"
      ? ratesBeside(ratesOfTableOne(table.rows), ratesOfTableOne(simulated.rows), years.length)
      : [];
  return { table: table.id, columns, years, rows, rates };
}

type SimulatedRow = { readonly name: string } & NonNullable<ReplicatedRow["ours"]>;

interface SimulatedRows {
  readonly rows: readonly SimulatedRow[];
  readonly notSimulated: Readonly<Record<string, string>>;
}

function simulatedRows(panel: Table, table: DescriptiveTable, layout: DescriptiveLayout): SimulatedRows {
  if (layout.kind === "stocksByYear") return { rows: tableOne(panel).rows, notSimulated: NOT_IN_TABLE_ONE };
  const profile = industryProfile(panel, table.columns.map(String), layout.years);
  return {
    rows: profile.map((row) => ({ ...row, average: null })),
    notSimulated: NOT_IN_THE_PROFILE,
  };
}

function ratesBeside(theirs: RatesOfTableOne, ours: RatesOfTableOne, years: number): ReplicatedRow[] {
  const names = Object.keys(RATES).filter((name): name is keyof RatesOfTableOne => name in theirs);
  return names.map((name) => ({
    name,
    ...RATES[name],
    published: withAverage(theirs[name], years),
    ours: withAverage(ours[name], years),
    notSimulated: null,
    oddities: [],
  }));
}

/** Rates that begin in the second year have none in the first. */
function withAverage(rates: readonly number[], years: number) {
  const missing: (number | null)[] = Array.from({ length: years - rates.length }, () => null);
  const values = [...missing, ...rates.map((rate) => (Number.isFinite(rate) ? rate : null))];
  const known = values.filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return { values, average: known.length === 0 ? null : sum / known.length };
}
