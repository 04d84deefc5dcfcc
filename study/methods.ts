import {
  averageEffectOfGroups,
  averagePartialEffect,
  type Fit,
  fitCox,
  fitProbit,
  fitRandomEffectsProbit,
  type RandomEffect,
  type TermEstimate,
} from "../estimators/index.ts";
import { gatherRows } from "../panel/gatherRows.ts";
import { type SpellColumns, spellRows } from "../panel/spells.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import type { CoxSpecification, ModelSpecification, ProbitSpecification } from "../scenarios/index.ts";
import { averagePartialEffectName, SIGMA } from "./estimands.ts";
import { completeRows, groupCodes, modelMatrix, strataCodes } from "./modelColumns.ts";

/** A specification fitted to a panel: its estimates by the names of the estimands, and the fit they come from. */
export interface MethodResult {
  readonly fit: Fit;
  readonly estimates: readonly TermEstimate[];
}

/** Where a recorded panel keeps its spells. */
const SPELL_COLUMNS: SpellColumns = {
  unit: "pair",
  period: "year",
  status: "active",
  statusBefore: "yLag",
  elapsed: "tenure",
  endTime: "exitTime",
};

/**
 * Fits a model specification to a panel, on the rows without a missing cell in its columns.
 *
 * @throws InvalidTable when the panel lacks a column of the specification.
 */
export function fitSpecification(
  panel: Table,
  specification: ModelSpecification,
  confidenceLevel: number,
): MethodResult {
  return specification.model === "cox"
    ? fitCoxSpecification(panel, specification, confidenceLevel)
    : fitProbitSpecification(panel, specification, confidenceLevel);
}

function fitProbitSpecification(
  panel: Table,
  specification: ProbitSpecification,
  confidenceLevel: number,
): MethodResult {
  const { outcome, numeric, factors, group } = specification;
  const table = completeRows(panel, [outcome, group, ...numeric, ...factors]);
  const matrix = modelMatrix(table, specification, true);
  const values = numericValues(column(table, outcome), outcome);
  const effects = (effectOf: (term: string) => TermEstimate) =>
    specification.averagePartialEffects.map((term) => ({
      ...effectOf(term),
      term: averagePartialEffectName(term),
    }));
  const oneMore = { change: 1, confidenceLevel };
  if (specification.model === "probit") {
    const fit = fitProbit(matrix, values, { confidenceLevel });
    if (!fit.converged) return { fit, estimates: [] };
    return {
      fit,
      estimates: [...fit.terms, ...effects((term) => averagePartialEffect(fit, matrix, term, oneMore))],
    };
  }
  const groups = groupCodes(table, group);
  const fit = fitRandomEffectsProbit(matrix, values, groups, {
    quadratureNodes: specification.quadratureNodes,
    confidenceLevel,
    tests: false,
  });
  if (!fit.converged) return { fit, estimates: [] };
  // The truth is the mean effect over the decisions that were made, hence the groups' own effects.
  const ofGroups = effects((term) => averageEffectOfGroups(fit, matrix, values, groups, term, oneMore));
  return { fit, estimates: [...fit.terms, sigmaEstimate(fit.randomEffect), ...ofGroups] };
}

/** σ with its limits from ln σ. It has no p-value: σ = 0 lies on the boundary, where the normal test does not hold. */
function sigmaEstimate({ sigma, sigmaStdError, sigmaConfLow, sigmaConfHigh }: RandomEffect): TermEstimate {
  return {
    term: SIGMA,
    estimate: sigma,
    stdError: sigmaStdError,
    statistic: Number.NaN,
    pValue: Number.NaN,
    confLow: sigmaConfLow,
    confHigh: sigmaConfHigh,
  };
}

function fitCoxSpecification(
  panel: Table,
  specification: CoxSpecification,
  confidenceLevel: number,
): MethodResult {
  const { clock, ties, numeric, factors, strata } = specification;
  const spells = spellRows(panel, SPELL_COLUMNS, clock);
  const covariates = gatherRows(panel, numericValues(column(spells, "panelRow")));
  const joined: Table = {
    rows: spells.rows,
    columns: new Map([...covariates.columns, ...spells.columns]),
  };
  const table = completeRows(joined, [...numeric, ...factors, ...strata]);
  const times = (name: string) => Float64Array.from(numericValues(column(table, name), name));
  const fit = fitCox(
    {
      matrix: modelMatrix(table, specification, false),
      start: times("start"),
      stop: times("stop"),
      event: Uint8Array.from(numericValues(column(table, "event"))),
      ...(strata.length === 0 ? {} : { strata: strataCodes(table, strata) }),
    },
    { ties, confidenceLevel },
  );
  return { fit, estimates: fit.converged ? fit.terms : [] };
}
