import { families } from "../../scenarios/index.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import type { ReplicatedDescriptives, ReplicatedRow } from "../../study/replicate/replicatedDescriptives.ts";
import { textTable, wrapText } from "../textTable.ts";
import { ODD } from "./replicationCells.ts";

/** Table 1, theirs above ours in every row. */
export function descriptivesText({ paper }: RepeatedPaper, descriptives: ReplicatedDescriptives): string {
  const table = families
    .find(({ name }) => name === paper)
    ?.published()
    .find(({ id }) => id === descriptives.table);
  const columns = [
    { title: "", align: "left" as const },
    { title: "", align: "left" as const },
    ...[...descriptives.years.map(String), "average"].map((title) => ({ title, align: "right" as const })),
  ];
  const rows = [...descriptives.rows, ...descriptives.rates].map(descriptiveCells);
  const title = `${table?.source.table}. ${table?.about} Below the rows, rates that follow from them; one history, no sampling error.`;
  return `${wrapText(title, 110)}\n\n${textTable(columns, rows)}`;
}

function descriptiveCells(row: ReplicatedRow): string[] {
  const { name, unit, published, ours, notSimulated, oddities } = row;
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : number(value, unit);
  const mark = oddities.length > 0 ? ODD : "";
  const numbers = (at: number) =>
    `${text(published.values[at])}\n${ours === null ? "" : text(ours.values[at])}`;
  return [
    `${name}${mark}`,
    ours === null ? `paper\n${notSimulated}` : "paper\nours",
    ...published.values.map((_, at) => numbers(at)),
    `${text(published.average)}\n${ours === null ? "" : text(ours.average)}`,
  ];
}

/** Shares with four decimals, percentages with one, the rest whole. */
function number(value: number, unit: string): string {
  if (unit === "share") return value.toFixed(4);
  return unit === "percent" ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}
