import { readFileSync } from "node:fs";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { personPeriodRows } from "../../../panel/personPeriods.ts";
import { column, numericValues } from "../../../panel/table.ts";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";

/** Real durations and what R made of them: see tests/reference/frailty/frailty.R. */
function read(file: string): string {
  return readFileSync(new URL(`../../reference/frailty/${file}`, import.meta.url), "utf8");
}

export interface FrailtyReference {
  readonly terms: string[];
  readonly estimate: number[];
  readonly variance: number;
  readonly stdError: number[];
  readonly varianceStdError: number;
  readonly logLikelihood: number;
  readonly logLikelihoodPooled: number;
  readonly groups: number;
  readonly rows: number;
  readonly events: number;
  /** With ln θ last. */
  readonly covariance: number[][];
  readonly clusters: number;
  readonly robustStdError: number[];
}

export type ReferenceName =
  | "kidney"
  | "kidneyNull"
  | "kidneyWeighted"
  | "cgd"
  | "lung"
  | "classes"
  | "delayed";

export const reference: Record<ReferenceName, FrailtyReference> = JSON.parse(read("frailty.json")).models;

/** Columns of a CSV of numbers, its durations cut into periods. */
export function personPeriods(
  name: "kidney" | "cgd" | "lung",
  cuts: { last: number; width: number },
): Map<string, Float64Array> {
  const [header, ...lines] = read(`${name}.csv`).trim().split("\n");
  const cells = lines.map((line) => line.split(",").map(Number));
  const columns = header
    .split(",")
    .map((title, j) => ({ name: title, values: Float64Array.from(cells, (row) => row[j]) }));
  const cutPoints = Array.from({ length: cuts.last / cuts.width + 1 }, (_, j) => j * cuts.width);
  const durations = { start: "start", stop: "stop", event: "event" };
  const rows = personPeriodRows(tableFromColumns(columns), durations, cutPoints);
  return new Map(
    [...rows.columns.keys()].map((title) => [
      title,
      Float64Array.from(numericValues(column(rows, title), title)),
    ]),
  );
}

/** A model matrix with intercept and one numeric column for each name. */
export function withIntercept(columns: Record<string, ArrayLike<number>>, rows: number): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return { rows, intercept: true, numeric, factors: [] };
}
