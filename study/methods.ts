import { firstNames, fitWarning } from "../estimators/fitWarning.ts";
import {
  averageEffectOfGroups,
  averagePartialEffect,
  type Fit,
  fitConditionalLogit,
  fitCox,
  fitProbit,
  fitRandomEffectsProbit,
  type RandomEffect,
  type TermEstimate,
} from "../estimators/index.ts";
import { column, numericValues, type Table } from "../panel/table.ts";
import {
  type CoxSpecification,
  InvalidInput,
  type ModelSpecification,
  type ProbitSpecification,
} from "../scenarios/index.ts";
import { phrase } from "../scenarios/phrase.ts";
import type { ConditionalLogitSpecification } from "../scenarios/specification.ts";
import { choiceConstants } from "./choiceConstants.ts";
import { choiceRows, comparableChoices } from "./choiceRows.ts";
import { averagePartialEffectName, SIGMA } from "./estimands.ts";
import { completeProbitRows, dummySets, listed, onlyColumns, spellsOf, tableOf } from "./fittedRows.ts";
import { refuseUnidentified } from "./identification.ts";
import { completeRows, groupCodes, modelMatrix, strataCodes } from "./modelColumns.ts";
import { type UnpredictedRows, unpredictedRows } from "./predictedRows.ts";
import { asOfAllGroups, distinctGroups, GROUPS_ALIKE } from "./repeatedPairs.ts";
import { sampleRows } from "./sampleRows.ts";

export { SPELL_COLUMNS, spellColumns, unitColumn } from "./fittedRows.ts";

/** A specification fitted to a panel: its estimates by the names of the estimands, and the fit they come from. */
export interface MethodResult {
  /** Its warnings include what was left out. */
  readonly fit: Fit;
  readonly estimates: readonly TermEstimate[];
  /** Rows of dummies that predict their outcome perfectly; they are not among the fit's observations. */
  readonly predictedRows: number;
}

/**
 * Fits a model specification to a panel: where its unit is the firm, the panel is taken to that level first; its derived
 * columns are made, its rows chosen, of these the ones without a missing cell in its columns, and of these the ones that its
 * dummies do not predict (`unpredictedRows`).
 *
 * @throws InvalidTable when the panel lacks a column of the specification.
 * @throws InvalidInput with the reason, when the specification is not identified whatever the panel is.
 */
export function fitSpecification(
  panel: Table,
  specification: ModelSpecification,
  confidenceLevel: number,
): MethodResult {
  refuseUnidentified(specification, "specification");
  const table = tableOf(panel, specification);
  switch (specification.model) {
    case "cox":
      return fitCoxSpecification(table, specification, confidenceLevel);
    case "conditionalLogit":
      return fitChoiceSpecification(table, specification, confidenceLevel);
    case "permutationTest":
      throw new InvalidInput({
        path: "specification",
        found: `${specification.name}, a test by permutation, which fits nothing`,
        expected: "a model; tests by permutation run in studies",
      });
    default:
      return fitProbitSpecification(table, specification, confidenceLevel);
  }
}

function fitProbitSpecification(
  panel: Table,
  specification: ProbitSpecification,
  confidenceLevel: number,
): MethodResult {
  const { outcome, group, cluster } = specification;
  const complete = completeProbitRows(panel, specification);
  // Average effects need the rows of every group, and errors clustered by group the scores of every group: many alike would
  // count as one cluster with the sum of their scores.
  const mayCollapse =
    specification.model === "randomEffectsProbit" &&
    !specification.averagePartialEffects.length &&
    cluster !== group;
  const distinct = mayCollapse ? distinctGroups(complete, group) : null;
  const sample = unpredictedRows(distinct ?? complete, outcome, dummySets(specification), true);
  const { table } = sample;
  const matrix = modelMatrix(table, specification, true);
  const values = numericValues(column(table, outcome), outcome);
  // In rows that are predicted nothing changes the outcome: their effect is 0, and they count in the average.
  const share = table.rows / complete.rows;
  const effects = (effectOf: (term: string) => TermEstimate) =>
    specification.averagePartialEffects.map((term) => ({
      ...scaled(effectOf(term), share),
      term: averagePartialEffectName(term),
    }));
  const oneMore = { change: 1, confidenceLevel };
  const clusters = cluster === undefined ? {} : { cluster: groupCodes(table, cluster) };
  if (specification.model === "probit") {
    const fit = ofAllTerms(fitProbit(matrix, values, { confidenceLevel, ...clusters }));
    if (!fit.converged) return resultOf(fit, [], sample);
    const ofPopulation = effects((term) => averagePartialEffect(fit, matrix, term, oneMore));
    return resultOf(fit, [...withRobustErrors(fit.terms), ...ofPopulation], sample);
  }
  const groups = groupCodes(table, group);
  const weights = distinct === null ? null : Float64Array.from(numericValues(column(table, GROUPS_ALIKE)));
  const found = fitRandomEffectsProbit(matrix, values, groups, {
    quadratureNodes: specification.quadratureNodes,
    confidenceLevel,
    tests: false,
    ...clusters,
    ...(weights === null ? {} : { groupWeights: weights }),
  });
  if (weights !== null) {
    const fit = ofAllTerms(asOfAllGroups(found, groups, weights));
    const estimates = fit.converged ? [...withRobustErrors(fit.terms), sigmaEstimate(fit.randomEffect)] : [];
    return resultOf(fit, estimates, { ...sample, rows: complete.rows - fit.observations });
  }
  const fit = ofAllTerms(found);
  if (!fit.converged) return resultOf(fit, [], sample);
  // The truth is the mean effect over the decisions that were made, hence the groups' own effects.
  const ofGroups = effects((term) => averageEffectOfGroups(fit, matrix, values, groups, term, oneMore));
  const terms = withRobustErrors(fit.terms);
  return resultOf(fit, [...terms, sigmaEstimate(fit.randomEffect), ...ofGroups], sample);
}

/** The error that statistic and limits are made with is the one a study reports. */
function withRobustErrors(terms: readonly TermEstimate[]): TermEstimate[] {
  return terms.map(({ robustStdError, ...term }) =>
    robustStdError === undefined ? term : { ...term, stdError: robustStdError },
  );
}

/**
 * A fit that left terms out is a note to whoever reads it. To a study it is no fit of the specification: what the other terms
 * then estimate is not what they estimate in the replications that have all of them.
 */
function ofAllTerms<F extends Fit>(fit: F): F {
  const leftOut = fit.warnings.some(({ code }) => code === "collinear" || code === "empty-category");
  return leftOut ? { ...fit, converged: false } : fit;
}

function scaled(effect: TermEstimate, share: number): TermEstimate {
  if (share === 1) return effect;
  return {
    ...effect,
    estimate: share * effect.estimate,
    stdError: share * effect.stdError,
    confLow: share * effect.confLow,
    confHigh: share * effect.confHigh,
  };
}

const MOST_LEVELS_NAMED = 5;

function resultOf(fit: Fit, estimates: readonly TermEstimate[], sample: UnpredictedRows): MethodResult {
  const { rows, levels } = sample;
  if (rows === 0) return { fit, estimates, predictedRows: 0 };
  const leftOut = fitWarning(
    "quasi-separation",
    [],
    phrase`${rows} rows were left out: their outcome is one and the same in ${firstNames(levels, MOST_LEVELS_NAMED)}, so these dummies have no finite estimate; the other estimates are not changed by it`,
  );
  return { fit: { ...fit, warnings: [...fit.warnings, leftOut] }, estimates, predictedRows: rows };
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
  table: Table,
  specification: CoxSpecification,
  confidenceLevel: number,
): MethodResult {
  const { data, sample } = spellsOf(table, specification);
  const fit = ofAllTerms(fitCox(data, { ties: specification.ties, confidenceLevel }));
  return resultOf(fit, fit.converged ? withRobustErrors(fit.terms) : [], sample);
}

function fitChoiceSpecification(
  panel: Table,
  specification: ConditionalLogitSpecification,
  confidenceLevel: number,
): MethodResult {
  const { outcome, numeric, choiceSet, alternative, rows, cluster } = specification;
  const sets = dummySets(specification);
  const needed = [outcome, alternative, ...choiceSet, ...numeric, ...sets.flat(), ...listed(cluster)];
  const complete = completeRows(onlyColumns(sampleRows(panel, rows), needed), needed);
  const sample = comparableChoices(choiceRows(complete, outcome, choiceSet), outcome, choiceSet, sets);
  const { table } = sample;
  const matrix = {
    ...modelMatrix(table, { numeric, factors: [] }, false),
    factors: sets.map((set) => choiceConstants(table, set, outcome, choiceSet)),
  };
  const fit = ofAllTerms(
    fitConditionalLogit(
      {
        matrix,
        chosen: Uint8Array.from(numericValues(column(table, outcome), outcome)),
        choiceSet: strataCodes(table, choiceSet),
        ...(cluster === undefined ? {} : { cluster: groupCodes(table, cluster) }),
      },
      { confidenceLevel },
    ),
  );
  return resultOf(fit, fit.converged ? withRobustErrors(fit.terms) : [], sample);
}
