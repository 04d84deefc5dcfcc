import { phrase } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { type AbsorbedFactors, absorb } from "./absorb.ts";
import { denseColumns, finiteColumn } from "./denseColumns.ts";
import { COLLINEARITY_TOLERANCE } from "./orthogonalise.ts";

/** The columns of a regression with what absorbed effects explain taken out, each times √w. */
export interface WithinVariation {
  /** One a term; all zeros when the absorbed effects explain it. */
  readonly columns: readonly Float64Array[];
  readonly response: Float64Array;
  /** Weighted norm of the outcome: about its mean when the model has a constant, and of what is left of it. */
  readonly outcomeNorm: number;
  readonly withinNorm: number;
  /** Projections that did not settle, terms and outcomes without variation of their own. */
  readonly warnings: readonly FitWarning[];
  /** The terms that the absorbed effects explain. */
  readonly explained: readonly string[];
  /** The terms of levels without rows; they are not among `explained`. */
  readonly empty: readonly string[];
}

/**
 * @param names of the terms: those of the matrix, without the intercept when there are absorbed effects.
 * @param tolerance of `absorb`.
 * @throws RangeError for columns of another length and cells that are not finite.
 */
export function withinVariation(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  names: readonly string[],
  absorbed: AbsorbedFactors,
  tolerance: number,
): WithinVariation {
  const { weights } = absorbed;
  const hasEffects = absorbed.factors.length > 0;
  const columns = denseColumns(matrix, !hasEffects);
  const response = finiteColumn("the outcome", outcome, matrix.rows);
  const outcomeNorm = norm(response, weights, hasEffects || matrix.intercept);

  const unsettled: string[] = [];
  const explained: string[] = [];
  const firstLevel = names.length - matrix.factors.reduce((sum, { levels }) => sum + levels.length - 1, 0);
  const empty = names.filter((_, j) => j >= firstLevel && columns[j].every((value) => value === 0));
  columns.forEach((column, j) => {
    if (empty.includes(names[j])) return;
    const before = norm(column, weights, hasEffects);
    if (!absorb(absorbed, column, tolerance)) unsettled.push(names[j]);
    if (!hasEffects || norm(column, weights, false) > COLLINEARITY_TOLERANCE * before) return;
    explained.push(names[j]);
    column.fill(0);
  });
  const settled = absorb(absorbed, response, tolerance);
  const withinNorm = norm(response, weights, false);
  if (weights !== null) for (const column of [...columns, response]) scaleByRoot(column, weights);

  const warnings: FitWarning[] = [];
  if (unsettled.length > 0 || !settled) {
    const message = phrase`the alternating projections did not settle: the absorbed factors are hardly connected by rows`;
    warnings.push(fitWarning("not-converged", unsettled, message));
  }
  if (explained.length > 0) {
    const message = phrase`${explained.join(", ")}: no variation within the absorbed effects; not estimated, so drop it`;
    warnings.push(fitWarning("collinear", explained, message));
  }
  const varies = hasEffects ? withinNorm > COLLINEARITY_TOLERANCE * outcomeNorm : outcomeNorm > 0;
  if (!varies) {
    const message = hasEffects
      ? phrase`the outcome does not vary within the absorbed effects: nothing to explain`
      : phrase`the outcome does not vary: nothing to explain`;
    warnings.push(fitWarning("constant-outcome", [], message));
  }
  return { columns, response, outcomeNorm, withinNorm, warnings, explained, empty };
}

/** Root of the weighted sum of squares, about the weighted mean when `centred`; rounding of a constant counts as 0. */
function norm(column: Float64Array, weights: Float64Array | null, centred: boolean): number {
  let total = 0;
  let sum = 0;
  for (let row = 0; row < column.length; row++) {
    const weight = weights === null ? 1 : weights[row];
    total += weight;
    sum += weight * column[row];
  }
  const centre = centred ? sum / total : 0;
  let squares = 0;
  for (let row = 0; row < column.length; row++) {
    squares += (weights === null ? 1 : weights[row]) * (column[row] - centre) * (column[row] - centre);
  }
  const result = Math.sqrt(squares);
  return result > 1e-12 * Math.abs(centre) * Math.sqrt(total) ? result : 0;
}

function scaleByRoot(column: Float64Array, weights: Float64Array): void {
  for (let row = 0; row < column.length; row++) column[row] *= Math.sqrt(weights[row]);
}
