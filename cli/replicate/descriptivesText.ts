import type { ReplicatedDescriptives, ReplicatedRow } from "../../study/replicate/replicatedDescriptives.ts";
import { textTable, wrapText } from "../textTable.ts";
import { ODD } from "./replicationCells.ts";

/** A table of descriptives, laid out: every row has theirs above ours. */
export interface DescriptiveGrid {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly DescriptiveGridRow[];
}

export interface DescriptiveGridRow {
  readonly name: string;
  readonly label: string;
  readonly mark: string;
  readonly theirs: readonly string[];
  /** Why there are none, where they are not simulated. */
  readonly ours: readonly string[] | string;
  /** A third line where there are several histories: standard deviations over them. */
  readonly spread?: readonly string[];
}

/** @param descriptives of one history. */
export function descriptiveGrid(
  title: string,
  { columns, years, rows, rates }: ReplicatedDescriptives,
): DescriptiveGrid {
  const below = rates.length === 0 ? "" : " Below its rows, rates that follow from them.";
  return {
    title: `${title}${below} One history: no sampling error.`,
    columns: [...columns, ...(years.length === 0 ? [] : ["average"])],
    rows: [...rows, ...rates].map((row) => gridRow(row, years.length > 0)),
  };
}

function gridRow(
  { name, label, unit, published, ours, notSimulated, oddities }: ReplicatedRow,
  averaged: boolean,
): DescriptiveGridRow {
  const decimals = decimalsOf(published.values);
  const texts = ({ values, average }: ReplicatedRow["published"]) =>
    [...values, ...(averaged ? [average] : [])].map((value) => numberText(value, unit, decimals));
  return {
    name,
    label: labelWithUnit(label, unit),
    mark: oddities.length > 0 ? ODD : "",
    theirs: texts(published),
    ours: ours === null ? (notSimulated ?? "not simulated") : texts(ours),
  };
}

export function labelWithUnit(label: string, unit: string): string {
  return unit === "count" ? label : `${label} (${unit})`;
}

/** As many as are printed in the row. */
export function decimalsOf(values: readonly (number | null)[]): number {
  const decimals = values.map((value) => /\.(\d+)$/.exec(String(value ?? ""))?.[1]?.length ?? 0);
  return Math.max(0, ...decimals);
}

/** Shares have four decimals and percentages one, the rest as many as given; a dash where there is no number. */
export function numberText(value: number | null, unit: string, decimals = 0): string {
  if (value === null || Number.isNaN(value)) return "–";
  const digits = unit === "share" ? 4 : unit === "percent" ? 1 : decimals;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** For a terminal. */
export function descriptivesText({ title, columns, rows }: DescriptiveGrid): string {
  const lines = rows.map(({ name, mark, theirs, ours, spread }) => {
    const own = typeof ours === "string" ? [] : [ours, ...(spread === undefined ? [] : [spread])];
    return [
      `${name}${mark}`,
      ["paper", ...(typeof ours === "string" ? [ours] : ["ours", "sd"].slice(0, own.length))].join("\n"),
      ...theirs.map((text, at) => [text, ...own.map((line) => line[at] ?? "")].join("\n")),
    ];
  });
  const left = { title: "", align: "left" as const };
  const table = textTable(
    [left, left, ...columns.map((column) => ({ title: column, align: "right" as const }))],
    lines,
  );
  return `${wrapText(title, 110)}\n\n${table}`;
}
