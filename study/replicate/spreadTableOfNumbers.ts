import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { SpreadOverSeeds } from "./spreadOverSeeds.ts";

interface Row {
  readonly table: string;
  readonly model: string;
  readonly variable: string;
  readonly published: { readonly estimate: number; readonly stdError: number } | null;
  readonly mean: number;
  readonly sd: number;
  readonly meanStdError: number;
  readonly histories: number;
  readonly differing?: { readonly histories: number; readonly of: number } | null;
  readonly outside?: boolean | null;
}

/**
 * Every coefficient over several histories, one row each, for programs; of Cox models log hazard ratios. What is not there is a
 * missing cell. JSON has the values of each seed.
 */
export function spreadTableOfNumbers({ models, selection }: SpreadOverSeeds): Table {
  const rows: Row[] = [
    ...models.flatMap(({ table, model, terms }) => terms.map((term) => ({ table, model, ...term }))),
    ...(selection === null
      ? []
      : [
          ...selection.starting.map((term) => ({ table: "selection", model: "starting", ...term })),
          ...selection.staying.map((term) => ({ table: "selection", model: "staying", ...term })),
        ]),
  ];
  const labels = (name: string, text: (row: Row) => string) => encodeLabels(name, rows.map(text));
  const numbers = (name: string, number: (row: Row) => number | null | undefined) => ({
    name,
    values: Float64Array.from(rows, (row) => number(row) ?? Number.NaN),
  });
  return tableFromColumns([
    labels("table", ({ table }) => table),
    labels("model", ({ model }) => model),
    labels("variable", ({ variable }) => variable),
    numbers("publishedEstimate", ({ published }) => published?.estimate),
    numbers("publishedStdError", ({ published }) => published?.stdError),
    numbers("mean", ({ mean }) => mean),
    numbers("sd", ({ sd }) => sd),
    numbers("meanStdError", ({ meanStdError }) => meanStdError),
    numbers("histories", ({ histories }) => histories),
    numbers("differing", ({ differing }) => differing?.histories),
    numbers("compared", ({ differing }) => differing?.of),
    numbers("outside", ({ outside = null }) => (outside === null ? null : Number(outside))),
  ]);
}
