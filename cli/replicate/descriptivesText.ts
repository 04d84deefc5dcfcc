import { families } from "../../scenarios/index.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
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
}

export function descriptiveGrid({ paper, descriptives }: RepeatedPaper): DescriptiveGrid | null {
  if (descriptives === null) return null;
  const table = families
    .find(({ name }) => name === paper)
    ?.published()
    .find(({ id }) => id === descriptives.table);
  return {
    title: `${table?.source.table}. ${table?.about} Below its rows, rates that follow from them. One history: no sampling error.`,
    columns: [...descriptives.years.map(String), "average"],
    rows: rowsOf(descriptives).map(gridRow),
  };
}

const rowsOf = ({ rows, rates }: ReplicatedDescriptives) => [...rows, ...rates];

function gridRow({ name, label, unit, published, ours, notSimulated, oddities }: ReplicatedRow) {
  const texts = ({ values, average }: ReplicatedRow["published"]) =>
    [...values, average].map((value) => (value === null ? "–" : number(value, unit)));
  return {
    name,
    label: unit === "count" ? label : `${label} (${unit})`,
    mark: oddities.length > 0 ? ODD : "",
    theirs: texts(published),
    ours: ours === null ? (notSimulated ?? "not simulated") : texts(ours),
  };
}

/** Shares with four decimals, percentages with one, the rest whole. */
function number(value: number, unit: string): string {
  if (unit === "share") return value.toFixed(4);
  return unit === "percent" ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}

/** For a terminal. */
export function descriptivesText({ title, columns, rows }: DescriptiveGrid): string {
  const lines = rows.map(({ name, mark, theirs, ours }) => [
    `${name}${mark}`,
    typeof ours === "string" ? `paper\n${ours}` : "paper\nours",
    ...theirs.map((text, at) => `${text}\n${typeof ours === "string" ? "" : (ours[at] ?? "")}`),
  ]);
  const left = { title: "", align: "left" as const };
  const table = textTable(
    [left, left, ...columns.map((column) => ({ title: column, align: "right" as const }))],
    lines,
  );
  return `${wrapText(title, 110)}\n\n${table}`;
}
