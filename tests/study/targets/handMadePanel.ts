import type { Table } from "../../../panel/table.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { destinationNames } from "../../../scenarios/index.ts";

/** A firm by what it does: by destination, a word of 0 and 1, the first recorded year first. Not named, it is never there. */
export interface HandMadeFirm {
  readonly at?: Partial<Record<(typeof destinationNames)[number], string>>;
  readonly domestic?: 0 | 1;
  /** Small firms of its province. */
  readonly producers?: number;
  /** Years of rows it has; default all. */
  readonly years?: readonly number[];
}

/** A panel as a survey would hand it on: the first recorded year has no rows. */
export function handMadePanel(
  firms: readonly HandMadeFirm[],
  firstYear: number,
  recordedYears: number,
): Table {
  const rows = firms.flatMap((firm, at) =>
    destinationNames.flatMap((destination, code) => {
      const status = firm.at?.[destination] ?? "0".repeat(recordedYears);
      return Array.from({ length: recordedYears - 1 }, (_, year) => ({
        firm: at + 1,
        destination: code,
        year: firstYear + 1 + year,
        active: Number(status[year + 1]),
        yLag: Number(status[year]),
        domesticSuppliers: firm.domestic ?? 1,
        producers: firm.producers ?? 100,
      })).filter(({ year }) => firm.years === undefined || firm.years.includes(year));
    }),
  );
  const relationsOf = ({ firm, year }: { firm: number; year: number }) =>
    rows.filter((row) => row.firm === firm && row.year === year && row.active === 1).length;
  const integers = (of: (row: (typeof rows)[number]) => number) => Int32Array.from(rows, of);
  const flags = (of: (row: (typeof rows)[number]) => number) => Uint8Array.from(rows, of);
  return tableFromColumns([
    { name: "firm", values: integers(({ firm }) => firm) },
    {
      name: "destination",
      values: Uint16Array.from(rows, ({ destination }) => destination),
      levels: [...destinationNames],
    },
    { name: "year", values: integers(({ year }) => year) },
    { name: "active", values: flags(({ active }) => active) },
    { name: "yLag", values: flags(({ yLag }) => yLag) },
    { name: "provinceProducers", values: integers(({ producers }) => producers) },
    { name: "turnover", values: Float64Array.from(rows, () => 800) },
    { name: "domesticSuppliers", values: flags(({ domesticSuppliers }) => domesticSuppliers) },
    { name: "backshored", values: flags(({ active, yLag }) => yLag * (1 - active)) },
    {
      name: "foreignSubcontractingCost",
      values: Float64Array.from(rows, (row) => 300 * relationsOf(row)),
    },
    { name: "domesticSubcontractingCost", values: Float64Array.from(rows, () => 100) },
  ]);
}
