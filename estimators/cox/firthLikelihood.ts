import { exp, log } from "../../numerics/elementary.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numerics/symmetric.ts";
import type { CoxProblem } from "./coxProblem.ts";
import { readDesignRow } from "./designRow.ts";
import { allLinearPredictors, rowsByStratum } from "./exactLikelihood.ts";
import { addToMoments, createThirdMoments, thirdMomentOf } from "./firthMoments.ts";
import type { Evaluation } from "./partialLikelihood.ts";

/**
 * The partial likelihood with Firth's (1993) penalty, ℓ + ½ log det I (Heinze and Schemper 2001, Biometrics 57,
 * 114–119). Its maximum is finite where the likelihood itself is monotone. The score is that of ℓ plus
 * ½ tr(I⁻¹ ∂I/∂β), and a slot's ∂I/∂β_r is the third central moment of x with x_r: so for each risk set its mean of
 * (x − x̄)'I⁻¹(x − x̄) (x − x̄) is added. The information returned is that of ℓ times `penaltyCurvature`, for the steps.
 *
 * It takes time in proportion to the sum of the risk sets' sizes.
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
  { data, riskSets, design }: CoxProblem,
  coefficients: Float64Array,
  ties: "efron" | "breslow",
  inverse: Float64Array,
  score: Float64Array,
): void {
  const { firstSlot, enter, leave, deaths, eventWeight } = riskSets;
  const k = design.size;
  const eta = allLinearPredictors(design, coefficients);
  const everybody = createThirdMoments(k);
  const failing = createThirdMoments(k);
  const x = new Float64Array(k);
  rowsByStratum(riskSets).forEach((rows, stratum) => {
    for (let slot = firstSlot[stratum] + 1; slot < firstSlot[stratum + 1]; slot++) {
      const atRisk = rows.filter((row) => enter[row] < slot && slot <= leave[row]);
      const shift = atRisk.reduce((largest, row) => Math.max(largest, eta[row]), Number.NEGATIVE_INFINITY);
      everybody.fill(0);
      failing.fill(0);
      for (const row of atRisk) {
        readDesignRow(design, row, x);
        const risk = (data.weights ? data.weights[row] : 1) * exp(eta[row] - shift);
        addToMoments(everybody, risk, x, inverse);
        if (data.event[row] === 1 && leave[row] === slot) addToMoments(failing, risk, x, inverse);
      }
      const weight = eventWeight === null ? 1 : eventWeight[slot];
      for (let l = 0; l < deaths[slot]; l++) {
        const share = ties === "efron" ? l / deaths[slot] : 0;
        const third = thirdMomentOf(
          everybody.map((value, at) => value - share * failing[at]),
          k,
          inverse,
        );
        for (let j = 0; j < k; j++) score[j] += 0.5 * weight * third[j];
      }
    }
  });
}
