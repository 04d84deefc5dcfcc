import { exp } from "../../numerics/elementary.ts";
import type { PublishedOddity } from "../../scenarios/index.ts";
import type { RepeatedPaper } from "./repeatedPaper.ts";
import type { ReplicatedEstimate, ReplicatedModel, ReplicatedTerm } from "./replicatedModel.ts";
import { isOutside, type Spread, spreadOf } from "./spread.ts";
import { type SpreadSelection, spreadSelection } from "./spreadSelection.ts";

/** A coefficient over histories, in the table's units; of a Cox model the log hazard ratio. */
export interface SpreadTerm extends Spread {
  readonly variable: string;
  readonly label: string;
  readonly published: ReplicatedEstimate;
  /** exp(mean) of a Cox model; null in a probit. */
  readonly hazardRatio: number | null;
  /** Mean of the standard errors that the fits give themselves: far below `sd` where the history matters more than sampling. */
  readonly meanStdError: number;
  /** Histories that differ from the print by more than sampling error, of those that can be compared; null where none can. */
  readonly differing: { readonly histories: number; readonly of: number } | null;
  /** Whether the printed number can hardly be one more history of this world; null where it cannot be told. */
  readonly outside: boolean | null;
  readonly oddities: readonly PublishedOddity[];
  /** In the order of the seeds; NaN where a history has none. */
  readonly estimates: readonly number[];
  readonly stdErrors: readonly number[];
}

export interface SpreadModel {
  readonly table: string;
  readonly model: string;
  readonly specification: string;
  readonly estimator: ReplicatedModel["estimator"];
  readonly published: ReplicatedModel["published"];
  readonly oddities: ReplicatedModel["oddities"];
  /** Histories in which the fit converged. */
  readonly converged: number;
  readonly observations: Spread;
  readonly events: Spread | null;
  readonly sigma: Spread | null;
  readonly terms: readonly SpreadTerm[];
}

/** A row of Table 1 over histories. */
export interface SpreadRow {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly published: { readonly values: readonly (number | null)[]; readonly average: number | null };
  /** By year, then of the average; null where the row is not simulated. */
  readonly ours: { readonly values: readonly Spread[]; readonly average: Spread } | null;
  readonly notSimulated: string | null;
  readonly oddities: readonly PublishedOddity[];
}

/** A paper's tables beside their repetition in several histories of one world: this world told apart from this history. */
export interface SpreadOverSeeds {
  readonly kind: "spread";
  readonly paper: string;
  readonly reference: string;
  readonly scenario: string;
  readonly scale: number;
  readonly firms: number;
  readonly seeds: readonly string[];
  readonly descriptives: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly years: readonly number[];
    readonly rows: readonly SpreadRow[];
  } | null;
  readonly models: readonly SpreadModel[];
  readonly selection: SpreadSelection | null;
  readonly notes: RepeatedPaper["notes"];
}

/**
 * @param histories of the same world and request, one a seed.
 * @throws RangeError without a history.
 */
export function spreadOverSeeds(histories: readonly RepeatedPaper[]): SpreadOverSeeds {
  const [first] = histories;
  if (first === undefined) throw new RangeError("a spread over seeds needs at least one history");
  const { paper, reference, scenario, scale, firms } = first;
  const notes = new Map(
    histories.flatMap(({ notes }) => notes.map((note) => [`${note.table} ${note.id}`, note] as const)),
  );
  const selections = histories.flatMap(({ selection }) => (selection === null ? [] : [selection]));
  return {
    kind: "spread",
    paper,
    reference,
    scenario,
    scale,
    firms,
    seeds: histories.map(({ seed }) => seed),
    descriptives: spreadDescriptives(histories),
    models: first.models.map((model, at) =>
      spreadModel(
        model,
        histories.flatMap(({ models }) => models.slice(at, at + 1)),
      ),
    ),
    selection: spreadSelection(selections),
    notes: [...notes.values()],
  };
}

function spreadModel(first: ReplicatedModel, all: readonly ReplicatedModel[]): SpreadModel {
  const { table, model, specification, estimator, published, oddities } = first;
  const has = (values: readonly (number | null)[]) =>
    values.every((value) => value === null) ? null : spreadOf(values);
  return {
    table,
    model,
    specification,
    estimator,
    published,
    oddities,
    converged: all.filter(({ ours }) => ours.converged).length,
    observations: spreadOf(all.map(({ ours }) => ours.observations)),
    events: has(all.map(({ ours }) => ours.events)),
    sigma: has(all.map(({ ours }) => ours.sigma)),
    terms: first.terms.map((term, at) =>
      spreadTerm(
        term,
        all.flatMap(({ terms }) => terms.slice(at, at + 1)),
        estimator === "coxProportionalHazards",
      ),
    ),
  };
}

function spreadTerm(first: ReplicatedTerm, all: readonly ReplicatedTerm[], isCox: boolean): SpreadTerm {
  const { variable, label, published, oddities } = first;
  const estimates = all.map(({ ours }) => ours?.estimate ?? Number.NaN);
  const stdErrors = all.map(({ ours }) => ours?.stdError ?? Number.NaN);
  const judged = all.flatMap(({ differs }) => (differs === null ? [] : [differs]));
  const spread = spreadOf(estimates);
  return {
    variable,
    label,
    published,
    ...spread,
    hazardRatio: isCox ? exp(spread.mean) : null,
    meanStdError: spreadOf(stdErrors).mean,
    differing: judged.length === 0 ? null : { histories: judged.filter(Boolean).length, of: judged.length },
    // A missing printed error is no obstacle here: the histories have a spread of their own.
    outside: oddities.some(({ what }) => what !== "stars") ? null : isOutside(published, spread),
    oddities,
    estimates,
    stdErrors,
  };
}

function spreadDescriptives(histories: readonly RepeatedPaper[]): SpreadOverSeeds["descriptives"] {
  const all = histories.flatMap(({ descriptives }) => (descriptives === null ? [] : [descriptives]));
  const [first] = all;
  if (first === undefined) return null;
  const rowsOf = ({ rows, rates }: typeof first) => [...rows, ...rates];
  const rows = rowsOf(first).map(({ name, label, unit, published, ours, notSimulated, oddities }, at) => {
    const found = all.map((each) => rowsOf(each)[at]?.ours ?? null);
    return {
      name,
      label,
      unit,
      published,
      ours:
        ours === null
          ? null
          : {
              values: ours.values.map((_, year) => spreadOf(found.map((each) => each?.values[year]))),
              average: spreadOf(found.map((each) => each?.average)),
            },
      notSimulated,
      oddities,
    };
  });
  return { table: first.table, columns: first.columns, years: first.years, rows };
}
