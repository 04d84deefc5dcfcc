import type { Objective } from "../numerics/newton.ts";
import type { JointRows } from "./jointRows.ts";
import { contributionsAt, type JointModel, parametersOf } from "./rowContribution.ts";

/** The joint log-likelihood of selection and duration with its analytic gradient and Hessian. */
export function jointLikelihood(rows: JointRows, model: JointModel): Objective {
  const { start, middle, position, value: cell, weights } = rows;
  const n = parametersOf(rows, model);
  const further = rows.selectionTerms + rows.durationTerms;
  const atShape = model.exponential ? -1 : further;
  const atDependence = model.heldDependence === null ? n - 1 : -1;

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    const contribution = contributionsAt(rows, model, point);
    gradient.fill(0);
    hessian.fill(0);
    let total = 0;
    for (let row = 0; row < rows.rows; row++) {
      const { value, first, second } = contribution(row);
      const weight = weights === null ? 1 : weights[row];
      total += weight * value;
      const begin = start[row];
      const between = middle[row];
      const end = start[row + 1];
      for (let c = begin; c < end; c++) {
        const ofDuration = c >= between;
        const x = weight * cell[c];
        const at = position[c];
        gradient[at] += x * (ofDuration ? first.d : first.s);
        const withSelection = x * (ofDuration ? second.sd : second.ss);
        for (let d = begin; d < between && d <= c; d++) {
          hessian[at * n + position[d]] += withSelection * cell[d];
        }
        const withDuration = x * second.dd;
        for (let d = between; d <= c; d++) hessian[at * n + position[d]] += withDuration * cell[d];
        if (atShape >= 0) hessian[atShape * n + at] += x * (ofDuration ? second.dp : second.sp);
        if (atDependence >= 0) hessian[atDependence * n + at] += x * (ofDuration ? second.da : second.sa);
      }
      if (atShape >= 0) {
        gradient[atShape] += weight * first.p;
        hessian[atShape * n + atShape] += weight * second.pp;
      }
      if (atDependence >= 0) {
        gradient[atDependence] += weight * first.a;
        hessian[atDependence * n + atDependence] += weight * second.aa;
        if (atShape >= 0) hessian[atDependence * n + atShape] += weight * second.pa;
      }
    }
    return total;
  };
  return { parameters: n, evaluate };
}

/** The scores of the rows at `point`, row-major, rows × parameters; weights included. */
export function rowScores(rows: JointRows, model: JointModel, point: Float64Array): Float64Array {
  const { start, middle, position, value: cell, weights } = rows;
  const n = parametersOf(rows, model);
  const contribution = contributionsAt(rows, model, point);
  const scores = new Float64Array(rows.rows * n);
  for (let row = 0; row < rows.rows; row++) {
    const { first } = contribution(row);
    const weight = weights === null ? 1 : weights[row];
    const to = row * n;
    for (let c = start[row]; c < start[row + 1]; c++) {
      scores[to + position[c]] += weight * cell[c] * (c < middle[row] ? first.s : first.d);
    }
    if (!model.exponential) scores[to + rows.selectionTerms + rows.durationTerms] = weight * first.p;
    if (model.heldDependence === null) scores[to + n - 1] = weight * first.a;
  }
  return scores;
}
