import { exp, log } from "../../numerics/elementary.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import { bucketRows } from "./concordance.ts";
import type { CoxProblem } from "./coxProblem.ts";
import { readDesignRow } from "./designRow.ts";
import { allLinearPredictors, rowsByStratum } from "./exactLikelihood.ts";
import { addToMoments, createThirdMoments, thirdMomentOf } from "./firthMoments.ts";
import type { Evaluation } from "./partialLikelihood.ts";

/** What is left of a sum after taking rows out must be more than this share of it, to keep nine digits. */
const SMALLEST_REMAINDER = 1e-6;

/**
 * The partial likelihood with Firth's (1993) penalty, ℓ + ½ log det I (Heinze and Schemper 2001, Biometrics 57,
 * 114–119). Its maximum is finite where the likelihood itself is monotone. The score is that of ℓ plus
 * ½ tr(I⁻¹ ∂I/∂β), and a slot's ∂I/∂β_r is the third central moment of x with x_r: so for each risk set its mean of
 * (x − x̄)'I⁻¹(x − x̄) (x − x̄) is added. The information returned is that of ℓ times `penaltyCurvature`, for the steps.
 *
 * The moments of the risk sets are running sums, to which rows are added where they leave and from which they are taken
 * where they enter.
 *
 * @param evaluate the partial likelihood without penalty.
 * @param estimated the terms the determinant is of.
 */
export function firthLikelihood(
  problem: CoxProblem,
  evaluate: (coefficients: Float64Array) => Evaluation,
  ties: "efron" | "breslow",
  estimated: readonly number[],
): (coefficients: Float64Array) => Evaluation {
  const k = problem.design.size;
  const size = estimated.length;
  return (coefficients) => {
    const plain = evaluate(coefficients);
    const factor = new Float64Array(size * size);
    estimated.forEach((j, a) => {
      for (let b = 0; b <= a; b++) factor[a * size + b] = plain.information[j * k + estimated[b]];
    });
    const singular = choleskyInPlace(factor, size).length > 0;
    // Out of reach: the search takes a shorter step.
    if (singular) return { ...plain, logLikelihood: Number.NEGATIVE_INFINITY };
    const small = inverseFromCholesky(factor, size);
    const inverse = new Float64Array(k * k);
    let penalty = 0;
    estimated.forEach((j, a) => {
      // In units of the columns, whose information is the standardised one times scale².
      penalty += log(factor[a * size + a] * problem.design.scale[j]);
      estimated.forEach((m, b) => {
        inverse[j * k + m] = small[a * size + b];
      });
    });
    const score = plain.score.slice();
    addPenaltyScore(problem, coefficients, ties, inverse, score);
    const curvature = penaltyCurvature(size, problem.riskSets.events);
    const information = plain.information.map((value) => value * curvature);
    return { ...plain, logLikelihood: plain.logLikelihood + penalty, score, information };
  };
}

/**
 * How much more curved the penalised likelihood is than the plain one, roughly: the penalty weighs as much as one event
 * a term. Without this, the steps are twice too long when there is one event, and the search goes to and fro.
 */
export function penaltyCurvature(terms: number, events: number): number {
  return 1 + terms / events;
}

/** Adds ½ tr(I⁻¹ ∂I/∂β) to the score. */
function addPenaltyScore(
  problem: CoxProblem,
  coefficients: Float64Array,
  ties: "efron" | "breslow",
  inverse: Float64Array,
  score: Float64Array,
): void {
  const { firstSlot, enter, leave, deaths, eventWeight } = problem.riskSets;
  const k = problem.design.size;
  const eta = allLinearPredictors(problem.design, coefficients);
  const everybody = createThirdMoments(k);
  const failing = createThirdMoments(k);
  rowsByStratum(problem.riskSets).forEach((rows, stratum) => {
    const first = firstSlot[stratum];
    const slots = firstSlot[stratum + 1] - first;
    const shift = rows.reduce((largest, row) => Math.max(largest, eta[row]), Number.NEGATIVE_INFINITY);
    const add = (moments: Float64Array, row: number, sign: number) =>
      addRow(problem, moments, row, sign * exp(eta[row] - shift), inverse);
    const entering = bucketRows(rows, slots, (row) => enter[row] - first);
    const leaving = bucketRows(rows, slots, (row) => leave[row] - first);
    everybody.fill(0);
    let largest = 0;
    for (let at = slots - 1; at > 0; at--) {
      const slot = first + at;
      for (const row of leaving[at]) add(everybody, row, 1);
      largest = Math.max(largest, everybody[0]);
      for (const row of entering[at]) add(everybody, row, -1);
      if (everybody[0] < SMALLEST_REMAINDER * largest) {
        // Too few digits are left of the difference: the risk set is summed anew.
        everybody.fill(0);
        for (const row of rows) if (enter[row] < slot && slot <= leave[row]) add(everybody, row, 1);
        largest = everybody[0];
      }
      failing.fill(0);
      for (const row of leaving[at]) if (problem.data.event[row] === 1) add(failing, row, 1);
      const weight = eventWeight === null ? 1 : eventWeight[slot];
      for (let l = 0; l < deaths[slot]; l++) {
        const share = ties === "efron" ? l / deaths[slot] : 0;
        const third = thirdMomentOf(
          everybody.map((value, cell) => value - share * failing[cell]),
          k,
          inverse,
        );
        for (let j = 0; j < k; j++) score[j] += 0.5 * weight * third[j];
      }
    }
  });
}

function addRow(
  { data, design }: CoxProblem,
  moments: Float64Array,
  row: number,
  risk: number,
  inverse: Float64Array,
): void {
  const x = new Float64Array(design.size);
  readDesignRow(design, row, x);
  addToMoments(moments, (data.weights ? data.weights[row] : 1) * risk, x, inverse);
}
