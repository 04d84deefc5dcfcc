import type {
  BinaryFit,
  CoxFit,
  GammaFrailtyFit,
  LinearFit,
  ModelFrame,
  RandomEffectsFit,
  SelectionDurationFit,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { fitBinaryOutcome } from "./estimateBinary.ts";
import { type CoxChecks, fitDurations } from "./estimateCox.ts";
import { fitWithGammaFrailty } from "./estimateFrailty.ts";
import { fitLinearModel } from "./estimateLinear.ts";
import type { ModelOptions, ThreadsOf } from "./estimateOptions.ts";
import { fitWithRandomEffect } from "./estimateRandomEffects.ts";
import { refused, refuseZeroWeights } from "./estimateRefusals.ts";
import { type ModelKind, refuseForeignOptions } from "./modelRefusals.ts";

export type FittedModel =
  | BinaryFit
  | CoxFit
  | GammaFrailtyFit
  | LinearFit
  | RandomEffectsFit
  | SelectionDurationFit;

export interface ModelResult {
  readonly fit: FittedModel;
  /** Of a Cox model; null where it has none. */
  readonly checks: CoxChecks | null;
  /** Positions among the terms of the fit, in R's order of the formula. */
  readonly order: readonly number[];
  /** How many parameters the covariances have after the terms: ln σ, say. */
  readonly further: number;
  /** The formula of the selection; null without one. */
  readonly selection: string | null;
}

/**
 * Fits what formula and options ask for: a duration is explained by a Cox model, 0 and 1 by the model named (a probit by
 * default), with a random effect where the formula has one. Absorbed effects make a linear model.
 *
 * @param whole the file, whose rows `frame.rowNumbers` counts.
 * @param threadsOf starts the threads that `options.threads` asks for; without it a fit stays in the calling thread.
 * @throws InvalidInput for an option the model does not have, and for cells it cannot use.
 */
export function fitModel(
  frame: ModelFrame,
  options: ModelOptions,
  whole: Table,
  threadsOf?: ThreadsOf,
): ModelResult {
  const kind = modelKind(frame, options);
  refuseForeignOptions(kind, options);
  refuseZeroWeights(frame);
  const plain = { checks: null, order: [...frame.coefficientOrder], further: 0, selection: null };
  switch (kind) {
    case "cox":
      return { ...plain, ...fitDurations(frame, options) };
    case "linear":
      return { ...plain, fit: fitLinearModel(frame, options) };
    case "randomEffects":
      return { ...plain, fit: fitWithRandomEffect(frame, options, threadsOf), further: 1 };
    case "gammaFrailty":
      return { ...plain, fit: fitWithGammaFrailty(frame, options, whole), further: 1 };
    case "binary":
      return { ...plain, fit: fitBinaryOutcome(frame, options) };
  }
}

type KindOfOneFormula = Exclude<ModelKind, "selection">;

function modelKind(
  { outcome, absorbed, randomEffect }: ModelFrame,
  { model, frailty }: ModelOptions,
): KindOfOneFormula {
  if (outcome.kind === "duration") {
    if (model === undefined || model === "cox") return "cox";
    throw refused(
      `--model ${model}`,
      phrase`the outcome Surv(…)`,
      phrase`--model cox, or an outcome of 0 and 1`,
    );
  }
  if (model === "cox") {
    const expected = phrase`Surv(time, event) ~ … or Surv(start, stop, event) ~ …`;
    throw refused("--model cox", phrase`an outcome without Surv()`, expected);
  }
  if (model === "linear" || (model === undefined && absorbed.length > 0)) return "linear";
  if (frailty === "gamma") return "gammaFrailty";
  return randomEffect === null ? "binary" : "randomEffects";
}
