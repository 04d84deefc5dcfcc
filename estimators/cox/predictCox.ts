import { exp } from "../../numerics/elementary.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit } from "../fit.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import { termNames } from "../modelMatrix.ts";
import { quadraticForm } from "../numerics/symmetric.ts";
import { oneOf } from "../options.ts";
import type { CoxData } from "./coxData.ts";
import { type CoxNewData, readRow } from "./coxNewData.ts";
import { martingaleResiduals } from "./coxResiduals.ts";
import { expectedEvents } from "./expectedEvents.ts";
import { type FittedState, fittedState } from "./fittedState.ts";
import { type CoxReference, REFERENCES, referenceMeans } from "./referenceMeans.ts";

/** One number a row, with its standard error. */
export interface CoxPrediction {
  /** (x − x̄)'b + offset, x̄ what `reference` says: a log hazard ratio against it. */
  readonly linearPredictor: Float64Array;
  readonly linearPredictorStdError: Float64Array;
  /** exp of it; its error by the delta method (R's `se.fit` is this divided by the root of the risk). */
  readonly risk: Float64Array;
  readonly riskStdError: Float64Array;
  /**
   * Events expected of the row over (start, stop]: its cumulative hazard, of a row of the fit event − martingale residual.
   * Null without `stop`, as the following.
   */
  readonly expected: Float64Array | null;
  readonly expectedStdError: Float64Array | null;
  /** exp(−expected): probability of none. */
  readonly survival: Float64Array | null;
  readonly survivalStdError: Float64Array | null;
}

/**
 * Predictions of a Cox fit, as R's `predict.coxph`: types lp, risk, expected and survival, for new rows or (without `newData`) for
 * those of the fit. With Efron's ties a row of the fit with an event expects less than a new row like it: it is thought to have
 * left the risk set for part of the events of its own time, so that as many events are expected as there were. The baseline is
 * that of `coxSurvival`, and errors use the robust covariance when the fit has one. `reference` moves the first two only. The error of `expected` over (start, stop] is that of the hazard within it (R's, with a start, is not).
 * Terms without an estimate have no part.
 *
 * @param data the rows the fit was made of.
 * @param newData default: those rows.
 * @param options.reference default "strata", as in R; without strata that is "sample".
 * @throws InvalidInput for another reference, other terms than the fit's, columns of another length, a stratum the data do not have, and a fit with
 *   infinite estimates (of the fit's rows as `coxResiduals`), without events, or with exact ties.
 */
export function predictCox(
  data: CoxData,
  fit: CoxFit,
  newData?: CoxNewData,
  options: { readonly reference?: CoxReference } = {},
): CoxPrediction {
  oneOf("reference", options.reference, REFERENCES);
  if (newData) checkNewData(fit, newData);
  const fitted = fittedState(data, fit, newData === undefined);
  const prediction = predictRows(data, fit, fitted, newData ?? data, options.reference ?? "strata");
  if (newData) return prediction;
  const expected = martingaleResiduals(fitted).map((residual, row) => data.event[row] - residual);
  const survival = expected.map((value) => exp(-value));
  const survivalStdError = prediction.expectedStdError?.map((error, row) => error * survival[row]) ?? null;
  return { ...prediction, expected, survival, survivalStdError };
}

function predictRows(
  data: CoxData,
  fit: CoxFit,
  fitted: FittedState,
  newData: CoxNewData,
  reference: CoxReference,
): CoxPrediction {
  const stratum = strataOf(data, fitted, newData);
  const { means, offsetMean } = referenceMeans(data, fitted.problem.riskSets, reference);
  const k = fit.terms.length;
  const { rows } = newData.matrix;
  const covariance = (fit.robustCovariance ?? fit.covariance).map((value) =>
    Number.isFinite(value) ? value : 0,
  );
  const coefficients = fit.terms.map(({ estimate }) => (Number.isNaN(estimate) ? 0 : estimate));
  const linearPredictor = new Float64Array(rows);
  const linearPredictorStdError = new Float64Array(rows);
  const row = new RowOfMatrix(newData.matrix);
  const x = new Float64Array(k);
  for (let r = 0; r < rows; r++) {
    readRow(row, r, x);
    let index = (newData.offset ? newData.offset[r] : 0) - offsetMean;
    for (let j = 0; j < k; j++) {
      x[j] -= means[stratum[r] * k + j];
      // 0 times an infinite estimate is 0: the row is at what it is measured from.
      if (x[j] !== 0) index += x[j] * coefficients[j];
    }
    linearPredictor[r] = index;
    linearPredictorStdError[r] = Number.isFinite(index) ? Math.sqrt(quadraticForm(covariance, x)) : Infinity;
  }
  const risk = linearPredictor.map((index) => exp(index));
  const hazards =
    newData.stop === undefined ? null : expectedEvents(fitted, fit, newData, newData.stop, stratum);
  return {
    linearPredictor,
    linearPredictorStdError,
    risk,
    riskStdError: risk.map((value, r) => (value === 0 ? 0 : value * linearPredictorStdError[r])),
    expected: hazards?.expected ?? null,
    expectedStdError: hazards?.stdError ?? null,
    survival: hazards?.expected.map((value) => exp(-value)) ?? null,
    survivalStdError: hazards?.stdError.map((value, r) => value * exp(-hazards.expected[r])) ?? null,
  };
}

function checkNewData(fit: CoxFit, { matrix, stop, start, strata, offset }: CoxNewData): void {
  const names = termNames(matrix);
  if (names.length !== fit.terms.length || names.some((name, j) => name !== fit.terms[j].term)) {
    throw new InvalidInput({
      path: "newData.matrix",
      found: names.join(", "),
      expected: `the terms ${fit.terms.map(({ term }) => term).join(", ")}`,
    });
  }
  for (const [name, column] of Object.entries({ stop, start, strata, offset })) {
    if (column === undefined || column.length === matrix.rows) continue;
    const expected = `${matrix.rows}, as the model matrix has`;
    throw new InvalidInput({ path: `newData.${name}`, found: `${column.length} rows`, expected });
  }
}

/** The number of each new row's stratum. */
function strataOf(data: CoxData, { problem }: FittedState, { matrix, strata }: CoxNewData): Int32Array {
  const numbers = new Int32Array(matrix.rows);
  if (!data.strata) return numbers;
  const known = new Map<number, number>();
  data.strata.forEach((code, row) => {
    known.set(code, problem.riskSets.stratum[row]);
  });
  if (strata === undefined) {
    const expected = "a stratum for each row, because the fit has a baseline for each";
    throw new InvalidInput({ path: "newData.strata", found: "none", expected });
  }
  return numbers.map((_, row) => {
    const number = known.get(strata[row]);
    if (number !== undefined) return number;
    const expected = "the code of a stratum of the fit's data";
    throw new InvalidInput({ path: `newData.strata[${row}]`, found: String(strata[row]), expected });
  });
}
