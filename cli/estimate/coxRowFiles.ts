import {
  type CoxFit,
  coxResiduals,
  type ModelFrame,
  predictCox,
  schoenfeldResiduals,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";
import { coxData } from "../../study/estimate/estimateCox.ts";
import { rowOfFile } from "./rowFiles.ts";

/** What `--residuals` and `--predict` write of a Cox model: a line for each row of the sample. */

/** Martingale and deviance residuals, and by term score, dfbeta and (where the row has the event) Schoenfeld's. */
export function coxResidualTable(frame: ModelFrame, fit: CoxFit): Table {
  const data = coxData(frame);
  const schoenfeld = schoenfeldResiduals(data, fit);
  const rows = frame.rows;
  const k = fit.terms.length;
  const byEvent = (values: Float64Array) => {
    const byRow = new Float64Array(rows * k).fill(Number.NaN);
    for (const [at, row] of schoenfeld.row.entries()) {
      byRow.set(values.subarray(at * k, (at + 1) * k), row * k);
    }
    return byRow;
  };
  const byTerm = (what: string, values: Float64Array): NamedValues[] =>
    [...frame.coefficientOrder].map((j) => ({
      name: `${what}.${fit.terms[j]?.term}`,
      values: Float64Array.from({ length: rows }, (_, row) => values[row * k + j] ?? Number.NaN),
    }));
  return tableFromColumns([
    rowOfFile(frame),
    { name: "martingale", values: coxResiduals(data, fit, "martingale") },
    { name: "deviance", values: coxResiduals(data, fit, "deviance") },
    ...byTerm("score", coxResiduals(data, fit, "score")),
    ...byTerm("dfbeta", coxResiduals(data, fit, "dfbeta")),
    ...byTerm("schoenfeld", byEvent(schoenfeld.residuals)),
    ...byTerm("scaledSchoenfeld", byEvent(schoenfeld.scaled)),
  ]);
}

/** R's `predict.coxph` of the rows that were fitted, against the means of their strata. */
export function coxPredictionTable(frame: ModelFrame, fit: CoxFit): Table {
  const data = coxData(frame);
  const { linearPredictor, linearPredictorStdError, risk, riskStdError, ...hazards } = predictCox(data, fit);
  const { expected, expectedStdError, survival, survivalStdError } = hazards;
  const none = new Float64Array(frame.rows).fill(Number.NaN);
  return tableFromColumns([
    rowOfFile(frame),
    { name: "linearPredictor", values: linearPredictor },
    { name: "linearPredictorStdError", values: linearPredictorStdError },
    { name: "risk", values: risk },
    { name: "riskStdError", values: riskStdError },
    { name: "expected", values: expected ?? none },
    { name: "expectedStdError", values: expectedStdError ?? none },
    { name: "survival", values: survival ?? none },
    { name: "survivalStdError", values: survivalStdError ?? none },
  ]);
}
