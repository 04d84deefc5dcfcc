import type { CoxFit } from "../fit.ts";
import type { CoxData } from "./coxData.ts";
import { timesCovariance } from "./coxResiduals.ts";
import { readDesignRow } from "./designRow.ts";
import { fittedState } from "./fittedState.ts";
import { slotParts } from "./scoreResiduals.ts";

/** One entry an event, by stratum in the order of appearance, then time, then row. */
export interface SchoenfeldResiduals {
  /** Row of the event. */
  readonly row: Int32Array;
  readonly time: Float64Array;
  /** x minus the mean of x at risk, row-major events × terms; not multiplied by case weights. */
  readonly residuals: Float64Array;
  /**
   * residuals × covariance × events + estimate: their trend in time is that of the coefficient (Grambsch and Therneau
   * 1994), row-major.
   */
  readonly scaled: Float64Array;
}

/**
 * Schoenfeld's (1982) residuals of a Cox fit, plain and scaled. Tied events have the mean that the ties' method gives
 * them, averaged over the tie. Of a monotone likelihood they are those of its limit; scaled ones of infinite estimates are infinite.
 *
 * @throws InvalidInput as `coxResiduals`.
 */
export function schoenfeldResiduals(data: CoxData, fit: CoxFit): SchoenfeldResiduals {
  const { problem, state } = fittedState(data, fit, true);
  const { riskSets, design } = problem;
  const k = design.size;
  const { mean } = slotParts(problem, state);
  const rows = [...data.stop.keys()].filter((row) => data.event[row] === 1);
  rows.sort((a, b) => riskSets.leave[a] - riskSets.leave[b] || a - b);
  const residuals = new Float64Array(rows.length * k);
  const x = new Float64Array(k);
  rows.forEach((row, at) => {
    readDesignRow(design, row, x);
    for (let j = 0; j < k; j++) {
      residuals[at * k + j] = design.scale[j] * (x[j] - mean[riskSets.leave[row] * k + j]);
    }
  });
  const scaled = timesCovariance(residuals, fit.covariance, k).map(
    (value, cell) => value * riskSets.events + fit.terms[cell % k].estimate,
  );
  return {
    row: Int32Array.from(rows),
    time: Float64Array.from(rows, (row) => data.stop[row]),
    residuals,
    scaled,
  };
}
