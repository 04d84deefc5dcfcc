import type { Fit, TermEstimate } from "../estimators/index.ts";
import type { Table } from "../panel/table.ts";
import {
  type Family,
  InvalidInput,
  type PublishedCoefficient,
  type PublishedHazardRatio,
  type PublishedModel,
  type PublishedTable,
  type RegressionTable,
  specificationOf,
} from "../scenarios/index.ts";
import { SIGMA } from "./estimands.ts";
import { fitSpecification } from "./methods.ts";

/** One coefficient, ours beside theirs, both in the units of the published table; log hazard ratios in a Cox model. */
export interface ComparedTerm {
  /** Name of the variable in the published table. */
  readonly variable: string;
  readonly published: {
    readonly estimate: number;
    /** NaN where none is printed. */
    readonly stdError: number;
    readonly stars: string;
  };
  /** Null where the simulation has no such variable, or the fit no estimate of it. */
  readonly ours: {
    readonly estimate: number;
    readonly stdError: number;
    readonly pValue: number;
    readonly stars: string;
  } | null;
  /**
   * (ours − theirs) / √(both variances): beyond ±2 the two differ by more than sampling error. NaN where there is none
   * of ours, or no error of theirs. An error printed as 0 is taken for half a unit of its last digit.
   */
  readonly difference: number;
  readonly notSimulated: string | null;
}

/** A published model and its repetition on a simulated panel. */
export interface ComparedModel {
  readonly table: string;
  readonly model: string;
  readonly specification: string;
  readonly terms: readonly ComparedTerm[];
  readonly published: PublishedModel;
  readonly fit: Fit;
  /** Rows of the sample: those fitted and those that dummies predict. */
  readonly rows: number;
  /** Standard deviation of the random effect; NaN in a Cox model. The paper prints none. */
  readonly sigma: number;
}

/**
 * Fits the specification that repeats a published model to a simulated panel, and sets the two side by side.
 *
 * @throws InvalidInput for a table or model that the family has not, or has no specification for.
 * @throws InvalidTable when the panel lacks a column.
 */
export function compareWithPublished(
  panel: Table,
  family: Family,
  tableId: string,
  modelId: string,
): ComparedModel {
  const table = regressionTable(family, tableId);
  const published = table.models.find(({ id }) => id === modelId);
  const specification = family.publishedModels?.[tableId]?.[modelId];
  if (published === undefined || specification === undefined) {
    throw new InvalidInput({
      path: "models",
      found: JSON.stringify(modelId),
      expected: `a column of ${tableId}: ${table.models.map(({ id }) => id).join(", ")}`,
    });
  }
  const { fit, estimates, predictedRows } = fitSpecification(
    panel,
    specificationOf(family, specification),
    0.95,
  );
  const terms = Object.entries(published.terms).map(([variable, printed]) =>
    comparedTerm(variable, printed, table, family, estimates),
  );
  return {
    table: tableId,
    model: modelId,
    specification,
    terms,
    published,
    fit,
    rows: fit.observations + predictedRows,
    sigma: estimates.find(({ term }) => term === SIGMA)?.estimate ?? Number.NaN,
  };
}

function isRegression(table: PublishedTable): table is RegressionTable {
  return table.kind === "regression";
}

function regressionTable(family: Family, id: string): RegressionTable {
  const tables = family.published().filter(isRegression);
  const found = tables.find((table) => table.id === id);
  if (found !== undefined) return found;
  throw new InvalidInput({
    path: "table",
    found: JSON.stringify(id),
    expected: `a table of regressions of ${family.name}: ${tables.map((table) => table.id).join(", ")}`,
  });
}

function comparedTerm(
  variable: string,
  printed: PublishedCoefficient | PublishedHazardRatio,
  table: RegressionTable,
  family: Family,
  estimates: readonly TermEstimate[],
): ComparedTerm {
  const known = family.publishedVariables[table.id]?.[variable];
  const published =
    "hazardRatio" in printed
      ? {
          estimate: printed.derived.logHazard,
          stdError: printed.sePrinted ?? Number.NaN,
          stars: printed.stars,
        }
      : { estimate: printed.estimate, stdError: printed.se, stars: printed.stars };
  if (known !== undefined && "notSimulated" in known) {
    return { variable, published, ours: null, difference: Number.NaN, notSimulated: known.notSimulated };
  }
  const column = known?.column ?? variable;
  const unit = known?.unit ?? 1;
  const found = estimates.find(({ term }) => term === column);
  if (found === undefined)
    return { variable, published, ours: null, difference: Number.NaN, notSimulated: null };
  const ours = {
    estimate: unit * found.estimate,
    stdError: unit * found.stdError,
    pValue: found.pValue,
    stars: starsOf(found.pValue, table.significance.reading),
  };
  const theirError = published.stdError === 0 ? 0.5 * powerOfTenth(table.decimals) : published.stdError;
  const difference = (ours.estimate - published.estimate) / Math.sqrt(ours.stdError ** 2 + theirError ** 2);
  return { variable, published, ours, difference, notSimulated: null };
}

function powerOfTenth(decimals: number): number {
  let power = 1;
  for (let at = 0; at < decimals; at++) power /= 10;
  return power;
}

/** The longest row of stars whose level the p-value keeps. */
export function starsOf(pValue: number, reading: Readonly<Record<string, number>>): string {
  return Object.entries(reading).reduce(
    (stars, [candidate, level]) => (pValue <= level && candidate.length > stars.length ? candidate : stars),
    "",
  );
}
