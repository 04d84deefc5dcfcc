import type { RegressionTable } from "../../scenarios/index.ts";
import { count, fixed } from "../../study/journal/journalNumbers.ts";
import type {
  ReplicatedEstimate,
  ReplicatedModel,
  ReplicatedTerm,
} from "../../study/replicate/replicatedModel.ts";

/** Marks beside cells: ours differs by more than sampling error; theirs is odd, by a note on its table. */
export const DIFFERS = "≠";
export const ODD = "†";

/** A cell of two lines: an estimate with its stars and mark, and the error below it. */
export interface PairedCell {
  readonly estimate: string;
  readonly stars: string;
  readonly mark: string;
  readonly error: string;
}

export interface PairedRow {
  readonly name: string;
  readonly label: string;
  /** In the order of the models and their sides. */
  readonly cells: readonly PairedCell[];
}

/** A model takes several columns: theirs, ours and whatever else. */
export interface PairedModel {
  readonly name: string;
  readonly sides: readonly string[];
}

/** Models side by side, as the paper prints them: coefficients, and below them what the models have one of. */
export interface PairedTable {
  readonly models: readonly PairedModel[];
  readonly terms: readonly PairedRow[];
  readonly statistics: readonly PairedRow[];
}

export const EMPTY: PairedCell = { estimate: "", stars: "", mark: "", error: "" };

/** The models of one published table, laid out; a variable that a model has not leaves its cells empty. */
export function pairedTable(models: readonly ReplicatedModel[], decimals: number): PairedTable {
  const variables = new Map(
    models.flatMap(({ terms }) => terms.map((term) => [term.variable, term.label] as const)),
  );
  const terms = [...variables].map(([name, label]) => ({
    name,
    label,
    cells: models.flatMap((model) => {
      const term = model.terms.find(({ variable }) => variable === name);
      return term === undefined ? [EMPTY, EMPTY] : termCells(term, decimals);
    }),
  }));
  return {
    models: models.map(({ model }) => ({ name: model, sides: ["paper", "ours"] })),
    terms,
    statistics: [...dummyRows(models), ...statistics(models)],
  };
}

function termCells({ published, ours, differs, oddities }: ReplicatedTerm, decimals: number): PairedCell[] {
  const theirs = cellOf(published, (value) => asPrinted(value, decimals));
  const cells = ours === null ? { ...EMPTY, estimate: "–" } : cellOf(ours, (value) => fixed(value, decimals));
  return [
    { ...theirs, mark: oddities.length > 0 ? ODD : "" },
    { ...cells, mark: differs === true ? DIFFERS : "" },
  ];
}

export function cellOf(
  { estimate, hazardRatio, stdError, stars }: ReplicatedEstimate,
  text: (value: number) => string,
): PairedCell {
  const error = Number.isNaN(stdError) ? "" : `(${text(stdError)})`;
  return { estimate: text(hazardRatio ?? estimate), stars, mark: "", error };
}

/** In so many decimals; with three digits where that would be a long row of them. */
export function readable(value: number, decimals: number): string {
  return Math.abs(value) >= 1e5 && Number.isFinite(value) ? value.toPrecision(3) : fixed(value, decimals);
}

/** In the decimals of the table; a misprint with more of them keeps them. */
export function asPrinted(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return Number(text) === value ? text : String(value);
}

/** Sets of dummies that no model of the table has are left out, as in print. */
function dummyRows(models: readonly ReplicatedModel[]): PairedRow[] {
  const names = [...new Set(models.flatMap(({ dummies }) => dummies.map(({ name }) => name)))];
  const cell = (has: boolean | undefined) => ({ ...EMPTY, estimate: has === true ? "yes" : "no" });
  const rows = names.map((name) => ({
    name: `${name} dummies`,
    label: `${name} dummies`,
    cells: models.flatMap(({ dummies }) => {
      const set = dummies.find((each) => each.name === name);
      return [cell(set?.published), cell(set?.ours)];
    }),
  }));
  return rows.filter(({ cells }) => cells.some(({ estimate }) => estimate === "yes"));
}

function statistics(models: readonly ReplicatedModel[]): PairedRow[] {
  const row = (
    name: string,
    theirs: (model: ReplicatedModel) => PairedCell,
    ours: (model: ReplicatedModel) => PairedCell,
  ): PairedRow => ({ name, label: name, cells: models.flatMap((model) => [theirs(model), ours(model)]) });
  const whole = (value: number | null) => ({ ...EMPTY, estimate: value === null ? "" : count(value) });
  const real = (value: number | null, decimals: number) => ({
    ...EMPTY,
    estimate: value === null ? "" : fixed(value, decimals),
  });
  const rows = [
    row(
      "observations",
      (model) => ({ ...whole(model.published.observations), mark: model.oddities.length > 0 ? ODD : "" }),
      ({ ours }) => whole(ours.observations),
    ),
    row(
      "rows that dummies predict",
      () => EMPTY,
      ({ ours }) => whole(ours.predictedRows),
    ),
    row(
      "groups",
      ({ published }) => whole(published.groups),
      ({ ours }) => whole(ours.groups),
    ),
    row(
      "events",
      () => EMPTY,
      ({ ours }) => whole(ours.events),
    ),
    row(
      "log-likelihood",
      ({ published }) => real(published.logLikelihood, 2),
      ({ ours }) => real(ours.logLikelihood, 2),
    ),
    row(
      "sd of the random effect",
      () => EMPTY,
      ({ ours }) => real(ours.sigma, 3),
    ),
  ];
  return rows.filter(({ cells }) => cells.some(({ estimate }) => estimate !== ""));
}

/** As few blocks as hold at most `most` models each, as even as can be. */
export function blocksOf<Entry>(entries: readonly Entry[], most: number): Entry[][] {
  const blocks = Math.ceil(entries.length / most);
  const size = Math.ceil(entries.length / Math.max(1, blocks));
  return Array.from({ length: blocks }, (_, at) => entries.slice(at * size, (at + 1) * size));
}

/** The words of a table's heading. */
export function titleOf({ source, about }: RegressionTable): string {
  return `${source.table}. ${about}`;
}
