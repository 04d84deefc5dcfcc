import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { RepeatedPaper } from "./repeatedPaper.ts";

/**
 * Every repeated coefficient, one row each, for programs. What is not there is a missing cell; `differs` is 1 or 0, and
 * missing where it cannot be told; `oddities` are the ids of the notes on the printed cell.
 */
export function coefficientTable({ models }: RepeatedPaper): Table {
  const rows = models.flatMap((model) => model.terms.map((term) => ({ model, term })));
  type Row = (typeof rows)[number];
  const labels = (name: string, text: (row: Row) => string) =>
    encodeLabels(
      name,
      rows.map((row) => text(row) || null),
    );
  const numbers = (name: string, number: (row: Row) => number | null | undefined) => ({
    name,
    values: Float64Array.from(rows, (row) => number(row) ?? Number.NaN),
  });
  return tableFromColumns([
    labels("table", ({ model }) => model.table),
    labels("model", ({ model }) => model.model),
    labels("variable", ({ term }) => term.variable),
    numbers("publishedEstimate", ({ term }) => term.published.estimate),
    numbers("publishedHazardRatio", ({ term }) => term.published.hazardRatio),
    numbers("publishedStdError", ({ term }) => term.published.stdError),
    labels("publishedStars", ({ term }) => term.published.stars),
    numbers("estimate", ({ term }) => term.ours?.estimate),
    numbers("hazardRatio", ({ term }) => term.ours?.hazardRatio),
    numbers("stdError", ({ term }) => term.ours?.stdError),
    labels("stars", ({ term }) => term.ours?.stars ?? ""),
    numbers("difference", ({ term }) => term.difference),
    numbers("differs", ({ term: { differs } }) => (differs === null ? null : Number(differs))),
    labels("oddities", ({ term }) => term.oddities.map(({ note }) => note).join(" ")),
  ]);
}
