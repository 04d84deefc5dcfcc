import {
  type BinaryFit,
  binaryResiduals,
  type GammaFrailtyFit,
  type ModelFrame,
  posteriorFrailty,
  predictBinary,
  predictGammaFrailty,
  predictRandomEffects,
  predictRandomEffectsProbability,
  type RandomEffectsFit,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { type NamedValues, tableFromColumns } from "../../panel/tableFromColumns.ts";

/** What `--residuals` and `--predict` write: a line for each row of the sample, with its row in the file. */

/** As messages count: the header is row 1. */
export function rowOfFile({ rowNumbers }: ModelFrame): NamedValues {
  return { name: "row", values: rowNumbers.map((row) => row + 2) };
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
