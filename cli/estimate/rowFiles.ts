import {
  type BinaryFit,
  binaryResiduals,
  type CoxFit,
  coxResiduals,
  type GammaFrailtyFit,
  type ModelFrame,
  posteriorFrailty,
  predictBinary,
  predictCox,
  predictGammaFrailty,
  predictRandomEffects,
  predictRandomEffectsProbability,
  type RandomEffectsFit,
  schoenfeldResiduals,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";
import { coxData } from "./estimateCox.ts";

/** What `--residuals` and `--predict` write: a line for each row of the sample, with its row in the file. */

/** As messages count: the header is row 1. */
function rowOfFile({ rowNumbers }: ModelFrame): NamedValues {
  return { name: "row", values: rowNumbers.map((row) => row + 2) };
}

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
  const { linearPredictor, linearPredictorStdError, risk, riskStdError, ...hazards } = predictCox(
    data,
    fit,
    data,
  );
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

/** Hazards at frailty 1 of the rows, and the frailty to be expected of their groups given what these did. */
export function frailtyPredictionTable(
  frame: ModelFrame,
  fit: GammaFrailtyFit,
  beforeEntry: Uint8Array | null,
): Table {
  const { matrix, outcome, offset, randomEffect } = frame;
  if (outcome.kind !== "values" || randomEffect === null) throw new RangeError("a frailty has groups");
  const shared = { ...(offset && { offset }) };
  const { index, hazard } = predictGammaFrailty(fit, matrix, randomEffect.codes, shared);
  const frailty = posteriorFrailty(fit, matrix, outcome.values, randomEffect.codes, {
    ...shared,
    ...(beforeEntry && { beforeEntry }),
  });
  return tableFromColumns([
    rowOfFile(frame),
    { name: "outcome", values: outcome.values },
    { name: "index", values: index },
    { name: "hazard", values: hazard },
    { name: "groupFrailty", values: frailty },
  ]);
}

/** R's residuals of a `glm`. */
export function binaryResidualTable(frame: ModelFrame, fit: BinaryFit): Table {
  const { matrix, offset, weights, outcome } = frame;
  if (outcome.kind !== "values") throw new RangeError("a binary model explains 0 and 1");
  const shared = { ...(offset && { offset }), ...(weights && { weights }) };
  const kinds = ["response", "deviance", "pearson"] as const;
  return tableFromColumns([
    rowOfFile(frame),
    { name: "outcome", values: outcome.values },
    ...kinds.map((kind) => ({
      name: kind,
      values: binaryResiduals(fit, matrix, outcome.values, kind, shared),
    })),
  ]);
}

/** Linear predictor and probability with their standard errors. */
export function binaryPredictionTable(frame: ModelFrame, fit: BinaryFit): Table {
  const { matrix, offset, outcome } = frame;
  const { index, indexStdError, probability, probabilityStdError } = predictBinary(fit, matrix, {
    ...(offset && { offset }),
  });
  return tableFromColumns([
    rowOfFile(frame),
    { name: "outcome", values: outcome.kind === "values" ? outcome.values : new Float64Array(frame.rows) },
    { name: "index", values: index },
    { name: "indexStdError", values: indexStdError },
    { name: "probability", values: probability },
    { name: "probabilityStdError", values: probabilityStdError },
  ]);
}

/**
 * Probabilities of the population of groups and of the row's own group, and that group's random effect given its outcomes.
 */
export function randomEffectsPredictionTable(frame: ModelFrame, fit: RandomEffectsFit): Table {
  const { matrix, outcome, offset, weights, randomEffect } = frame;
  if (outcome.kind !== "values" || randomEffect === null) {
    throw new RangeError("a random-effects model has outcomes and groups");
  }
  const { codes } = randomEffect;
  const shared = { ...(offset && { offset }), ...(weights && { weights }) };
  const population = predictRandomEffectsProbability(fit, matrix, shared);
  const own = predictRandomEffectsProbability(fit, matrix, {
    ...shared,
    at: "groupMode",
    outcome: outcome.values,
    group: codes,
  });
  const effects = predictRandomEffects(fit, matrix, outcome.values, codes, shared);
  const position = new Map([...effects.group].map((group, at) => [group, at]));
  const ofGroup = (values: Float64Array) =>
    Float64Array.from(codes, (group) => values[position.get(group) ?? -1] ?? Number.NaN);
  return tableFromColumns([
    rowOfFile(frame),
    { name: "outcome", values: outcome.values },
    { name: "index", values: population.index },
    { name: "indexStdError", values: population.indexStdError },
    { name: "probability", values: population.probability },
    { name: "probabilityStdError", values: population.probabilityStdError },
    { name: "groupProbability", values: own.probability },
    { name: "groupProbabilityStdError", values: own.probabilityStdError },
    { name: "groupEffectMode", values: ofGroup(effects.mode) },
    { name: "groupEffectModeStdError", values: ofGroup(effects.modeStdError) },
    { name: "groupEffectMean", values: ofGroup(effects.mean) },
    { name: "groupEffectStdDeviation", values: ofGroup(effects.stdDeviation) },
  ]);
}
