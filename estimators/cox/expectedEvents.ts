import { exp } from "../../numerics/elementary.ts";
import type { CoxFit } from "../fit.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import { quadraticForm } from "../numerics/symmetric.ts";
import { type CoxNewData, readRow } from "./coxNewData.ts";
import type { FittedState } from "./fittedState.ts";
import { slotParts } from "./scoreResiduals.ts";
import { lastSlotUpTo } from "./slotGrid.ts";

/**
 * The cumulative hazard of each new row over (start, stop] with its standard error: the sums of `coxSurvival`, between the two
 * times, as differences of running sums.
 */
export function expectedEvents(
  { problem, state, coefficients }: FittedState,
  fit: CoxFit,
  newData: CoxNewData,
  stop: ArrayLike<number>,
  stratum: Int32Array,
): { expected: Float64Array; stdError: Float64Array } {
  const { riskSets, design } = problem;
  const { firstSlot, times, strata } = riskSets;
  const { sums } = state;
  const k = design.size;
  const { hazardMean } = slotParts(problem, state);
  const slots = times.length;
  const [hazard, variance] = [new Float64Array(slots), new Float64Array(slots)];
  const means = new Float64Array(slots * k);
  for (let s = 0; s < strata; s++) {
    for (let slot = firstSlot[s] + 1; slot < firstSlot[s + 1]; slot++) {
      // Risks are relative to the stratum's first slot with events, lest their scale over- or underflow.
      const risk = exp(sums.shift[firstSlot[s] + 1] - sums.shift[slot]);
      hazard[slot] = hazard[slot - 1] + risk * sums.hazard[slot];
      variance[slot] = variance[slot - 1] + risk * risk * sums.a2[slot];
      for (let j = 0; j < k; j++) {
        means[slot * k + j] = means[(slot - 1) * k + j] + risk * hazardMean[slot * k + j];
      }
    }
  }

  const { rows } = newData.matrix;
  const covariance = (fit.robustCovariance ?? fit.covariance).map((value, cell) =>
    Number.isFinite(value) ? value * design.scale[Math.floor(cell / k)] * design.scale[cell % k] : 0,
  );
  const expected = new Float64Array(rows);
  const stdError = new Float64Array(rows);
  const row = new RowOfMatrix(newData.matrix);
  const x = new Float64Array(k);
  const d = new Float64Array(k);
  for (let r = 0; r < rows; r++) {
    const s = stratum[r];
    const [first, end] = [firstSlot[s], firstSlot[s + 1]];
    if (end - first < 2) continue;
    readRow(row, r, x);
    let eta = (newData.offset ? newData.offset[r] : 0) - design.offsetCentre[s] - sums.shift[first + 1];
    for (let j = 0; j < k; j++) {
      x[j] = (x[j] - (design.centres[j]?.[s] ?? 0)) / design.scale[j];
      eta += coefficients[j] * x[j];
    }
    const risk = exp(eta);
    const last = lastSlotUpTo(times, first, end, stop[r]);
    const before = newData.start ? lastSlotUpTo(times, first, end, newData.start[r]) : first;
    const between = hazard[last] - hazard[before];
    for (let j = 0; j < k; j++) d[j] = risk * (means[last * k + j] - means[before * k + j] - x[j] * between);
    expected[r] = risk * between;
    stdError[r] = Math.sqrt(risk * risk * (variance[last] - variance[before]) + quadraticForm(covariance, d));
  }
  return { expected, stdError };
}
