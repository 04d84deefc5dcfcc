import type { Table } from "../../panel/table.ts";
import type { DescriptiveTable, Family, PublishedOddity } from "../../scenarios/index.ts";
import { type RatesOfTableOne, ratesOfTableOne } from "../ratesOfTableOne.ts";
import { NOT_IN_TABLE_ONE, tableOne } from "../tableOne.ts";

export interface ReplicatedRow {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly published: { readonly values: readonly (number | null)[]; readonly average: number | null };
  /** In the years of the table; null where the row is not simulated. */
  readonly ours: { readonly values: readonly (number | null)[]; readonly average: number | null } | null;
  readonly notSimulated: string | null;
  readonly oddities: readonly PublishedOddity[];
}

/** A published table of descriptives beside the same rows of the simulated firms. */
export interface ReplicatedDescriptives {
  readonly table: string;
  readonly years: readonly number[];
  readonly rows: readonly ReplicatedRow[];
  /** Rates that follow from the rows, theirs and ours by the same arithmetic: these do not depend on the number of firms. */
  readonly rates: readonly ReplicatedRow[];
}

const RATES: Readonly<Record<keyof RatesOfTableOne, { readonly label: string; readonly unit: string }>> = {
  offshoreOutsourcingShare: { label: "Active firms in all firms", unit: "share" },
  exitHazard: { label: "Backshorers in the stock of the year before", unit: "share" },
  entryRate: { label: "Starters in the firms that were not active", unit: "share" },
  stockFlowResidual: { label: "Stock less what last year's stock and the flows make", unit: "firms" },
  populationGrowth: { label: "Growth of the number of firms", unit: "share" },
};

/**
 * Table 1 of a family of regressions beside the simulated one; null where the family has no such table.
 *
 * @throws InvalidTable when the panel lacks a column.
 */
export function replicatedDescriptives(panel: Table, family: Family): ReplicatedDescriptives | null {
  const table = family
    .published()
    .find(
      (each): each is DescriptiveTable => each.kind === "descriptive" && /Table 1$/.test(each.source.table),
    );
  if (table === undefined) return null;
  const simulated = tableOne(panel);
  const years = table.columns.flatMap((column) => (typeof column === "number" ? [column] : []));
  const oddities = (family.publishedOddities ?? []).filter((oddity) => oddity.table === table.id);
  const rows = table.rows.map(({ name, values, average }): ReplicatedRow => {
    const found = simulated.rows.find((row) => row.name === name);
    const variable = table.variables.find((each) => each.name === name);
    return {
      name,
      label: variable?.label ?? name,
      unit: variable?.unit ?? "",
      published: { values, average },
      ours: found === undefined ? null : { values: found.values, average: found.average },
      notSimulated: found === undefined ? (NOT_IN_TABLE_ONE[name] ?? "not simulated") : null,
      oddities: oddities.filter((oddity) => oddity.variable === name),
    };
  });
  const theirs = ratesOfTableOne(table.rows);
  const ours = ratesOfTableOne(simulated.rows);
  return { table: table.id, years, rows, rates: ratesBeside(theirs, ours, years.length) };
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
