import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { RepeatedPaper } from "./repeatedPaper.ts";
import type { RepeatedSelection } from "./repeatedSelection.ts";
import type { ReplicatedEstimate } from "./replicatedModel.ts";

/** What a row is made of. */
interface Row {
  readonly table: string;
  readonly model: string;
  readonly variable: string;
  readonly published: ReplicatedEstimate | null;
  readonly ours: ReplicatedEstimate | null;
  readonly difference: number | null;
  readonly differs: boolean | null;
  readonly oddities: string;
}

/**
 * Every repeated coefficient, one row each, for programs; the two-stage check has `selection` for its table, and `starting` and
 * `staying` for its models. What is not there is a missing cell; `differs` is 1 or 0, and
 * missing where it cannot be told; `oddities` are the ids of the notes on the printed cell.
 */
export function coefficientTable({ models, selection }: RepeatedPaper): Table {
  const rows: Row[] = [
    ...models.flatMap(({ table, model, terms }) =>
      terms.map((term) => ({
        ...term,
        table,
        model,
        oddities: term.oddities.map(({ note }) => note).join(" "),
      })),
    ),
    ...(selection === null ? [] : rowsOfSelection(selection)),
  ];
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
    labels("table", ({ table }) => table),
    labels("model", ({ model }) => model),
    labels("variable", ({ variable }) => variable),
    numbers("publishedEstimate", ({ published }) => published?.estimate),
    numbers("publishedHazardRatio", ({ published }) => published?.hazardRatio),
    numbers("publishedStdError", ({ published }) => published?.stdError),
    labels("publishedStars", ({ published }) => published?.stars ?? ""),
    numbers("estimate", ({ ours }) => ours?.estimate),
    numbers("hazardRatio", ({ ours }) => ours?.hazardRatio),
    numbers("stdError", ({ ours }) => ours?.stdError),
    labels("stars", ({ ours }) => ours?.stars ?? ""),
    numbers("difference", ({ difference }) => difference),
    numbers("differs", ({ differs }) => (differs === null ? null : Number(differs))),
    labels("oddities", ({ oddities }) => oddities),
  ]);
}

/** The columns of the check are our reading, so nothing is compared. */
function rowsOfSelection({ starting, staying }: RepeatedSelection): Row[] {
  const shared = { table: "selection", difference: null, differs: null, oddities: "" };
  return [
    ...starting.map(({ variable, ours }) => ({
      ...shared,
      model: "starting",
      variable,
      published: null,
      ours,
    })),
    ...staying.map(({ variable, published, ours }) => ({
      ...shared,
      model: "staying",
      variable,
      published,
      ours,
    })),
  ];
}
