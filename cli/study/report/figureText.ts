import { encodeLabels } from "../../../panel/encodeLabels.ts";
import type { NamedValues } from "../../../panel/tableFromColumns.ts";
import type { PerformanceName } from "../../../study/design.ts";
import type { ReportColumn } from "./document.ts";

/** A measure as a figure names it. */
export const MEASURE_NAMES: Readonly<Record<PerformanceName, string>> = {
  bias: "bias",
  relativeBias: "relative bias",
  empiricalSe: "empirical standard error",
  modelSe: "model standard error",
  relativeError: "relative error of the model standard error, %",
  mse: "mean squared error",
  rmse: "root mean squared error",
  coverage: "coverage, %",
  biasEliminatedCoverage: "bias-eliminated coverage, %",
  rejection: "rejection, %",
  typeS: "type S error, %",
  typeM: "type M error",
  intervalWidth: "width of the confidence interval",
  convergence: "valid replications, %",
};

/** A number in running text, to three digits. */
export function inWords(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "–";
}

/** Several names in a sentence; of many the first. */
export function namesInWords(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names.join("");
  if (names.length > most)
    return `${names.slice(0, most - 1).join(", ")} and ${names.length - most + 1} more`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

/** "" where nothing is left out; else how much, as a sentence with a blank before. */
export function leftOut(shown: number, all: number, what: string): string {
  return shown === all ? "" : ` Drawn are ${shown} of ${all} ${what}; the tables of performance have all.`;
}

/** The same for the caption of a table. */
export function rowsLeftOut(shown: number, all: number): string {
  return shown === all ? "" : `: the first ${shown} of ${all} rows; summary.json has all`;
}

export const columnsOf = (left: readonly string[], right: readonly string[]): ReportColumn[] => [
  ...left.map((title) => ({ title, align: "left" as const })),
  ...right.map((title) => ({ title, align: "right" as const })),
];

/** Columns of a file of data. */
export function labelsColumn(name: string, values: readonly string[]): NamedValues {
  return encodeLabels(
    name,
    values.map((value) => (value === "" ? null : value)),
  );
}

export function numbersColumn(name: string, values: readonly number[]): NamedValues {
  return { name, values: Float64Array.from(values) };
}

export function countsColumn(name: string, values: readonly number[]): NamedValues {
  return { name, values: Int32Array.from(values) };
}
