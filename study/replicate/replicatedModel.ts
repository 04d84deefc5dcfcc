import type { CoxFit, Fit, FitWarning, RandomEffectsFit } from "../../estimators/index.ts";
import { exp } from "../../numerics/elementary.ts";
import type { Table } from "../../panel/table.ts";
import {
  type Family,
  type ModelSpecification,
  type PublishedOddity,
  type RegressionTable,
  specificationOf,
} from "../../scenarios/index.ts";
import { type ComparedTerm, compareWithPublished } from "../compareWithPublished.ts";
import { type PlannedModel, regressionTables } from "./plannedModels.ts";

/** From how many standard errors of the difference on two coefficients differ by more than sampling error. */
export const DIFFERENCE_LIMIT = 2;

/** What stands in a cell; a Cox model's estimate and error are those of the log hazard ratio. */
export interface ReplicatedEstimate {
  readonly estimate: number;
  /** Null in a probit. */
  readonly hazardRatio: number | null;
  /** NaN where none is printed. */
  readonly stdError: number;
  readonly stars: string;
}

export interface ReplicatedTerm {
  readonly variable: string;
  /** The table's own words. */
  readonly label: string;
  readonly published: ReplicatedEstimate;
  /** Null where nothing was simulated or fitted. */
  readonly ours: ReplicatedEstimate | null;
  /** (ours − theirs) in standard errors of the difference; null where there is none of ours. */
  readonly difference: number | null;
  /** Whether |difference| is above 2; null where it cannot be told, because ours or their error is missing or what is printed is a misprint. */
  readonly differs: boolean | null;
  /** What is odd about the printed cell, by the notes of the table. */
  readonly oddities: readonly PublishedOddity[];
}

export interface ReplicatedModel {
  readonly table: string;
  readonly model: string;
  readonly specification: string;
  readonly estimator: "dynamicRandomEffectsProbit" | "coxProportionalHazards";
  readonly published: {
    readonly observations: number | null;
    readonly groups: number | null;
    readonly logLikelihood: number | null;
  };
  readonly ours: {
    readonly converged: boolean;
    /** Rows fitted; a Cox model's are years at risk. */
    readonly observations: number;
    /** Rows of the sample that dummies predict, and that are not fitted. */
    readonly predictedRows: number;
    readonly groups: number | null;
    readonly events: number | null;
    readonly logLikelihood: number;
    readonly sigma: number | null;
  };
  readonly terms: readonly ReplicatedTerm[];
  /** Sets of dummies, by the table's words for them. */
  readonly dummies: readonly { readonly name: string; readonly published: boolean; readonly ours: boolean }[];
  /** Of the numbers below the coefficients. */
  readonly oddities: readonly PublishedOddity[];
  readonly warnings: readonly FitWarning[];
}

/**
 * A published model fitted to a simulated panel, cell by cell beside what is printed.
 *
 * @throws InvalidInput for a model that the family has not; InvalidTable when the panel lacks a column.
 */
export function replicatedModel(panel: Table, family: Family, planned: PlannedModel): ReplicatedModel {
  const compared = compareWithPublished(panel, family, planned.table, planned.model);
  const { table, model, specification, published, fit, rows, sigma } = compared;
  const printed = regressionTables(family).find(({ id }) => id === table);
  const oddities = (family.publishedOddities ?? []).filter(
    (oddity) => oddity.table === table && (oddity.models?.includes(model) ?? true),
  );
  const isCox = published.estimator === "coxProportionalHazards";
  return {
    table,
    model,
    specification,
    estimator: published.estimator,
    published: {
      observations: published.observations,
      groups: published.groups ?? null,
      logLikelihood: published.logLikelihood,
    },
    ours: {
      converged: fit.converged,
      observations: fit.observations,
      predictedRows: rows - fit.observations,
      groups: hasRandomEffect(fit) ? fit.randomEffect.groups : null,
      events: isCoxFit(fit) ? fit.events : null,
      logLikelihood: fit.logLikelihood,
      sigma: Number.isNaN(sigma) ? null : sigma,
    },
    terms: compared.terms.map((term) => replicatedTerm(term, isCox, printed, published.terms, oddities)),
    dummies: dummySets(family, published.dummies, specificationOf(family, specification)),
    oddities: oddities.filter(({ variable }) => variable === undefined),
    warnings: fit.warnings,
  };
}

/** An interaction of dummies holds those of its parts. */
function dummySets(
  { publishedDummies = {} }: Family,
  printed: Readonly<Record<string, boolean>>,
  { factors, interactions = [] }: ModelSpecification,
): ReplicatedModel["dummies"] {
  const sets = new Set([
    ...factors,
    ...interactions.flat(),
    ...interactions.map((parts) => parts.join(" × ")),
  ]);
  return Object.entries(printed).map(([name, published]) => ({
    name,
    published,
    ours: (publishedDummies[name] ?? [name]).some((set) => sets.has(set)),
  }));
}

function replicatedTerm(
  { variable, published, ours, difference }: ComparedTerm,
  isCox: boolean,
  table: RegressionTable | undefined,
  printed: RegressionTable["models"][number]["terms"],
  ofModel: readonly PublishedOddity[],
): ReplicatedTerm {
  const oddities = ofModel.filter((oddity) => oddity.variable === variable);
  const known = Number.isNaN(difference) ? null : difference;
  const misprinted = oddities.some(({ what }) => what !== "stars");
  const cell = printed[variable];
  const hazardRatio = cell !== undefined && "hazardRatio" in cell ? cell.hazardRatio : null;
  return {
    variable,
    label: table?.variables.find(({ name }) => name === variable)?.label ?? variable,
    published: {
      estimate: published.estimate,
      hazardRatio,
      stdError: published.stdError,
      stars: published.stars,
    },
    ours:
      ours === null
        ? null
        : {
            estimate: ours.estimate,
            hazardRatio: isCox ? exp(ours.estimate) : null,
            stdError: ours.stdError,
            stars: ours.stars,
          },
    difference: known,
    differs: known === null || misprinted ? null : Math.abs(known) > DIFFERENCE_LIMIT,
    oddities,
  };
}

function hasRandomEffect(fit: Fit): fit is RandomEffectsFit {
  return "randomEffect" in fit;
}

function isCoxFit(fit: Fit): fit is CoxFit {
  return fit.model === "cox";
}
