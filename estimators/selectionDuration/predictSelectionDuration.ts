import { exp, log } from "../../numerics/elementary.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import { type ModelMatrix, termNames } from "../modelMatrix.ts";
import { type DependenceModel, PLACES, VALUE } from "./dependenceModel.ts";
import { DEPENDENCE } from "./maximizeJoint.ts";
import type { SelectionDurationFit } from "./selectionDurationTypes.ts";

/** Columns by row; survival row-major, rows × times. */
export interface SelectionDurationPrediction {
  /** Pr(selected). */
  readonly selectionProbability: Float64Array;
  /** Pr(T > t) of everybody with these covariates, selected or not: exp(−u). */
  readonly survival: Float64Array;
  /** Pr(T > t | selected), what is seen in the data. */
  readonly survivalOfSelected: Float64Array;
}

/**
 * Selection probabilities and survival at the covariates of the rows. Terms without an estimate count as 0.
 *
 * @param times in the unit of the durations that were fitted, positive or 0.
 * @throws RangeError when the matrices do not have the terms of the fit, or not as many rows.
 */
export function predictSelectionDuration(
  fit: SelectionDurationFit,
  selectionMatrix: ModelMatrix,
  durationMatrix: ModelMatrix,
  times: ArrayLike<number>,
): SelectionDurationPrediction {
  const names = [
    ...termNames(selectionMatrix).map((name) => `selection: ${name}`),
    ...termNames(durationMatrix).map((name) => `duration: ${name}`),
  ];
  if (names.length !== fit.terms.length || names.some((name, i) => name !== fit.terms[i].term)) {
    const terms = fit.terms.map(({ term }) => term).join(", ");
    throw new RangeError(`the fit has the terms ${terms}, not ${names.join(", ")}`);
  }
  const { rows } = selectionMatrix;
  if (durationMatrix.rows !== rows) {
    throw new RangeError(`the duration matrix has ${durationMatrix.rows} rows, the selection matrix ${rows}`);
  }
  const dependence = DEPENDENCE[fit.dependence.kind](fit.dependence.atanh);
  const shape = fit.shape?.estimate ?? 1;
  const estimates = fit.terms.map(({ estimate }) => (Number.isNaN(estimate) ? 0 : estimate));
  const selectionIndex = indexOf(selectionMatrix, estimates, 0);
  const durationIndex = indexOf(durationMatrix, estimates, termNames(selectionMatrix).length);

  const selectionProbability = new Float64Array(rows);
  const survival = new Float64Array(rows * times.length);
  const survivalOfSelected = new Float64Array(rows * times.length);
  for (let row = 0; row < rows; row++) {
    const index = selectionIndex(row);
    const logSelected = dependence.logSelected(index);
    selectionProbability[row] = exp(logSelected);
    const level = durationIndex(row);
    for (let j = 0; j < times.length; j++) {
      const z = shape * (level + log(times[j]));
      const at = row * times.length + j;
      survival[at] = exp(-exp(z));
      survivalOfSelected[at] = times[j] === 0 ? 1 : exp(logBoth(dependence, index, z) - logSelected);
    }
  }
  return { selectionProbability, survival, survivalOfSelected };
}

const result = new Float64Array(PLACES);

/** ln Pr(selected, T > t). */
function logBoth(dependence: DependenceModel, index: number, z: number): number {
  dependence.censored(index, z, result);
  return result[VALUE];
}

function indexOf(matrix: ModelMatrix, estimates: readonly number[], first: number): (row: number) => number {
  const reader = new RowOfMatrix(matrix);
  return (row) => {
    reader.read(row);
    let index = 0;
    for (let i = 0; i < reader.count; i++) index += reader.values[i] * estimates[first + reader.terms[i]];
    return index;
  };
}
