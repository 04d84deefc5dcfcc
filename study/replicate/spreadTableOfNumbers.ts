import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { SpreadModel, SpreadOverSeeds } from "./spreadOverSeeds.ts";

interface Row {
  readonly table: string;
  readonly model: string;
  readonly variable: string;
  readonly published: { readonly estimate: number; readonly stdError?: number } | null;
  readonly mean: number;
  readonly sd: number;
  readonly meanStdError?: number;
  readonly histories: number;
  readonly differing?: { readonly histories: number; readonly of: number } | null;
  readonly outside?: boolean | null;
}

/**
 * Every number over several histories, one row each, for programs; of Cox models log hazard ratios. A table of descriptives has its
 * headings for models (`average` for the averages); each model has its coefficients, then `observations`, `events` and `sigma`. What is not there is a
 * missing cell. JSON has the values of each seed.
 */
export function spreadTableOfNumbers({ descriptives, models, selection }: SpreadOverSeeds): Table {
  const rows: Row[] = [
    ...(descriptives === null ? [] : rowsOfDescriptives(descriptives)),
    ...models.flatMap((each) => {
      const { table, model, terms } = each;
      return [...terms.map((term) => ({ table, model, ...term })), ...rowsOfFigures(each)];
    }),
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

function numberAlone(value: number | null | undefined): Row["published"] {
  return typeof value === "number" ? { estimate: value } : null;
}

function rowsOfFigures({ table, model, published, observations, events, sigma }: SpreadModel): Row[] {
  const shared = { table, model };
  return [
    {
      ...shared,
      variable: "observations",
      published: numberAlone(published.observations),
      ...observations,
    },
    ...(events === null ? [] : [{ ...shared, variable: "events", published: null, ...events }]),
    ...(sigma === null ? [] : [{ ...shared, variable: "sigma", published: null, ...sigma }]),
  ];
}

function rowsOfDescriptives({
  table,
  columns,
  years,
  rows,
}: NonNullable<SpreadOverSeeds["descriptives"]>): Row[] {
  const headings = years.length > 0 ? [...columns, "average"] : columns;
  return rows.flatMap(({ name, published, ours }) =>
    headings.map((model, at) => {
      const isValue = at < columns.length;
      const spread = isValue ? ours?.values[at] : ours?.average;
      return {
        table,
        model,
        variable: name,
        published: numberAlone(isValue ? published.values[at] : published.average),
        ...(spread ?? { mean: Number.NaN, sd: Number.NaN, histories: 0 }),
      };
    }),
  );
}
