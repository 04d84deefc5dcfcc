import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { PublishedOddity } from "../../scenarios/index.ts";
import type { RepeatedPaper } from "./repeatedPaper.ts";
import type { RepeatedSelection } from "./repeatedSelection.ts";
import type { ReplicatedDescriptives } from "./replicatedDescriptives.ts";
import type { ReplicatedEstimate, ReplicatedModel } from "./replicatedModel.ts";

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
 * Every repeated number, one row each, for programs. A table of descriptives has its headings for models (`average` for the
 * averages), and the rates that follow from it below it. Each model has its coefficients, then `predictedRows` and the numbers that
 * stand below them in print: `observations`, `groups`, `logLikelihood`, beside our `events` and `sigma`. The two-stage check has
 * `selection` for its table, and `starting` and `staying` for its models. What is not there is a missing cell; `differs` is 1 or 0, and
 * missing where it cannot be told; `oddities` are the ids of the notes on the printed cell.
 */
export function coefficientTable({ descriptives, models, selection }: RepeatedPaper): Table {
  const rows: Row[] = [
    ...(descriptives === null ? [] : rowsOfDescriptives(descriptives)),
    ...models.flatMap((each) => [
      ...each.terms.map((term) => ({
        ...term,
        table: each.table,
        model: each.model,
        oddities: idsOf(term.oddities),
      })),
      ...rowsOfFigures(each),
    ]),
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

function idsOf(oddities: readonly PublishedOddity[]): string {
  return oddities.map(({ note }) => note).join(" ");
}

/** A number that has no error. */
function numberAlone(value: number | null): ReplicatedEstimate | null {
  return value === null ? null : { estimate: value, hazardRatio: null, stdError: Number.NaN, stars: "" };
}

const UNCOMPARED = { difference: null, differs: null };

function rowsOfDescriptives({ table, columns, years, rows, rates }: ReplicatedDescriptives): Row[] {
  const headings = years.length > 0 ? [...columns, "average"] : columns;
  return [...rows, ...rates].flatMap(({ name, published, ours, oddities }) =>
    headings.map((model, at) => {
      const cell = (of: Cells) => numberAlone((at < columns.length ? of.values[at] : of.average) ?? null);
      return {
        table,
        model,
        variable: name,
        published: cell(published),
        ours: ours === null ? null : cell(ours),
        ...UNCOMPARED,
        oddities: idsOf(oddities),
      };
    }),
  );
}

type Cells = ReplicatedDescriptives["rows"][number]["published"];

function rowsOfFigures({ table, model, published, ours, oddities }: ReplicatedModel): Row[] {
  const figures: readonly (readonly [string, number | null, number | null])[] = [
    ["observations", published.observations, ours.observations],
    ["predictedRows", null, ours.predictedRows],
    ["groups", published.groups, ours.groups],
    ["events", null, ours.events],
    ["logLikelihood", published.logLikelihood, ours.logLikelihood],
    ["sigma", null, ours.sigma],
  ];
  return figures
    .filter(([, theirs, own]) => theirs !== null || own !== null)
    .map(([variable, theirs, own]) => ({
      table,
      model,
      variable,
      published: numberAlone(theirs),
      ours: numberAlone(own),
      ...UNCOMPARED,
      oddities: variable === "observations" ? idsOf(oddities) : "",
    }));
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
