import { log } from "../../numerics/elementary.ts";
import type { CoxFit } from "../fit.ts";
import { oneOf } from "../options.ts";
import type { CoxData } from "./coxData.ts";
import { type FittedState, fittedState } from "./fittedState.ts";
import { rowWeights, sumHazards } from "./riskSetSums.ts";
import { rowWeightsOneByOne } from "./riskSetSumsOneByOne.ts";
import { scoreResiduals } from "./scoreResiduals.ts";
import { BLOCK_ROWS } from "./standardisedDesign.ts";

/**
 * Residuals by row (Therneau, Grambsch and Fleming 1990; Therneau and Grambsch 2000, chapters 4 and 7). As R gives them by
 * default, "dfbeta" and "dfbetas" are multiplied by case weights and the others are not. Rows of one subject add up to the
 * subject's (of the others, times their weights).
 *
 * - "martingale": events observed minus expected, −∞ to 1; one number a row.
 * - "deviance": martingale residuals made more symmetric; one number a row.
 * - "score": what the row adds to the score at the estimates; a number for each term, row-major.
 * - "dfbeta": approximately how much the estimates would change without the row (weight × score × covariance, the model's
 *   own); row-major, 0 for terms without a finite estimate. Their cross-product is the robust covariance.
 * - "dfbetas": the same over the term's standard error, the model's own.
 */
export type CoxResidual = "martingale" | "deviance" | "score" | "dfbeta" | "dfbetas";

const KINDS: readonly CoxResidual[] = ["martingale", "deviance", "score", "dfbeta", "dfbetas"];

/**
 * Residuals of a Cox fit; see `CoxResidual` for their kinds and shapes. Of a monotone likelihood they are those of its limit:
 * a row without risk beside the others at risk expects no events.
 *
 * @param data the rows the fit was made of, in the same order.
 * @throws InvalidInput for another kind, and for a fit without events or with exact ties; for a monotone likelihood
 *   of several infinite estimates, where their signs do not tell the limit.
 */
export function coxResiduals(data: CoxData, fit: CoxFit, kind: CoxResidual): Float64Array {
  oneOf("kind", kind ?? "nothing", KINDS);
  const fitted = fittedState(data, fit, true);
  switch (kind) {
    case "martingale":
      return martingaleResiduals(fitted);
    case "deviance":
      return martingaleResiduals(fitted).map((m, row) => {
        const event = data.event[row];
        const rest = event === 1 ? m + log(1 - m) : m;
        return Math.sign(m) * Math.sqrt(Math.max(0, -2 * rest));
      });
    case "score":
      return scoresOfColumns(fitted);
    case "dfbeta":
      return changesOfEstimates(data, fit, fitted);
    case "dfbetas": {
      const k = fit.terms.length;
      return changesOfEstimates(data, fit, fitted).map((change, cell) =>
        change === 0 ? 0 : change / fit.terms[cell % k].stdError,
      );
    }
  }
}

function changesOfEstimates({ weights }: CoxData, fit: CoxFit, fitted: FittedState): Float64Array {
  const k = fit.terms.length;
  const changes = timesCovariance(scoresOfColumns(fitted), fit.covariance, k);
  return weights ? changes.map((change, cell) => change * weights[Math.floor(cell / k)]) : changes;
}

/** Events observed minus expected. */
export function martingaleResiduals({ problem, state }: FittedState): Float64Array {
  const { riskSets, data } = problem;
  const { sums, scratch, oneByOne } = state;
  if (!oneByOne) sumHazards(riskSets, sums, scratch);
  const expectedOf = oneByOne ? rowWeightsOneByOne : rowWeights;
  const expected = new Float64Array(BLOCK_ROWS);
  const residuals = new Float64Array(data.stop.length);
  for (let from = 0; from < residuals.length; from += BLOCK_ROWS) {
    const length = Math.min(BLOCK_ROWS, residuals.length - from);
    expectedOf(riskSets, data.event, sums, scratch, from, length, expected);
    for (let i = 0; i < length; i++) {
      const row = from + i;
      residuals[row] = data.event[row] - expected[i] / (data.weights ? data.weights[row] : 1);
    }
  }
  return residuals;
}

/** Score residuals in units of the columns. */
function scoresOfColumns({ problem, state }: FittedState): Float64Array {
  const { scale, size } = problem.design;
  return scoreResiduals(problem, state).map((value, cell) => value * scale[cell % size]);
}

/** Each row of a row-major array times a covariance, whose unknown entries count as zero. */
export function timesCovariance(rows: Float64Array, covariance: Float64Array, k: number): Float64Array {
  const known = covariance.map((value) => (Number.isFinite(value) ? value : 0));
  const product = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += k) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let m = 0; m < k; m++) sum += rows[at + m] * known[m * k + j];
      product[at + j] = sum;
    }
  }
  return product;
}
