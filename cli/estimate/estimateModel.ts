import type { BinaryFit, CoxFit, LinearFit, ModelFrame, RandomEffectsFit } from "../../estimators/index.ts";
import { fitBinaryOutcome } from "./estimateBinary.ts";
import { type CoxChecks, fitDurations } from "./estimateCox.ts";
import { fitLinearModel } from "./estimateLinear.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { fitWithRandomEffect } from "./estimateRandomEffects.ts";
import { refused, refuseZeroWeights } from "./estimateRefusals.ts";
import { type ModelKind, refuseForeignOptions } from "./modelRefusals.ts";

export type FittedModel = BinaryFit | CoxFit | LinearFit | RandomEffectsFit;

export interface ModelResult {
  readonly fit: FittedModel;
  /** Of a Cox model; null where it has none. */
  readonly checks: CoxChecks | null;
}

/**
 * Fits what formula and options ask for: a duration is explained by a Cox model, 0 and 1 by the model named (a probit by
 * default), with a random effect where the formula has one. Absorbed effects make a linear model.
 *
 * @throws InvalidInput for an option the model does not have, and for cells it cannot use.
 */
export function fitModel(frame: ModelFrame, options: ModelOptions): ModelResult {
  const kind = modelKind(frame, options);
  refuseForeignOptions(kind, options);
  refuseZeroWeights(frame);
  switch (kind) {
    case "cox":
      return fitDurations(frame, options);
    case "linear":
      return { fit: fitLinearModel(frame, options), checks: null };
    case "randomEffects":
      return { fit: fitWithRandomEffect(frame, options), checks: null };
    case "binary":
      return { fit: fitBinaryOutcome(frame, options), checks: null };
  }
}

function modelKind({ outcome, absorbed, randomEffect }: ModelFrame, { model }: ModelOptions): ModelKind {
  if (outcome.kind === "duration") {
    if (model === undefined || model === "cox") return "cox";
    throw refused(`--model ${model}`, "the outcome Surv(…)", "--model cox, or an outcome of 0 and 1");
  }
  if (model === "cox") {
    const expected = "Surv(time, event) ~ … or Surv(start, stop, event) ~ …";
    throw refused("--model cox", "an outcome without Surv()", expected);
  }
  if (model === "linear" || (model === undefined && absorbed.length > 0)) return "linear";
  return randomEffect === null ? "binary" : "randomEffects";
}
