import {
  type BinaryFit,
  type CoxFit,
  fitBinary,
  fitLinear,
  fitRandomEffectsProbit,
  type LinearFit,
  type ModelFrame,
  type RandomEffectsProbitFit,
  type TieMethod,
} from "../../estimators/index.ts";
import { type CoxChecks, fitDurations } from "./estimateCox.ts";
import {
  refuseAbsorbed,
  refuseDividedGroups,
  refused,
  refuseOption,
  refuseZeroWeights,
  zerosAndOnes,
} from "./estimateRefusals.ts";

type LinkName = BinaryFit["model"];

/** Options that only some models have; absent where the user did not give them. */
export interface ModelOptions {
  readonly model?: LinkName | "cox" | "linear";
  readonly ties?: TieMethod;
  readonly quadrature?: number;
  readonly information?: "observed" | "expected";
}

export type FittedModel = BinaryFit | CoxFit | LinearFit | RandomEffectsProbitFit;

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
  refuseZeroWeights(frame);
  const { model } = options;
  if (frame.outcome.kind === "duration") return fitDurations(frame, options);
  if (model === "cox") {
    const expected = "Surv(time, event) ~ … or Surv(start, stop, event) ~ …";
    throw refused("--model cox", "an outcome without Surv()", expected);
  }
  const linear = model === "linear" || (model === undefined && frame.absorbed.length > 0);
  const fit = linear ? fitLinearModel(frame, options) : fitBinaryOutcome(frame, model ?? "probit", options);
  return { fit, checks: null };
}

/** With standard errors robust to the heteroskedasticity that an outcome of 0 and 1 has by nature. */
function fitLinearModel(frame: ModelFrame, options: ModelOptions): LinearFit {
  const { outcome, matrix, weights, offset, cluster, randomEffect, absorbed } = frame;
  const { ties, quadrature, information } = options;
  if (outcome.kind !== "values") throw new RangeError("a linear model explains values");
  if (randomEffect !== null) {
    const found = `a random effect (1 | ${randomEffect.name}) in a linear model`;
    throw refused("formula", found, `absorbed effects: y ~ x | ${randomEffect.name}`);
  }
  if (offset !== null) {
    throw refused("formula", "offset() in a linear model", "the difference as the outcome: y - z ~ x");
  }
  refuseOption(ties, "--ties", "a linear model", "a Cox model: Surv(…) ~ …");
  refuseOption(quadrature, "--quadrature", "a linear model", "a formula with (1 | g)");
  refuseOption(information, "--information", "a linear model", "a probit, logit or cloglog");
  return fitLinear(matrix, outcome.values, {
    absorb: absorbed.map(({ codes }) => codes),
    ...(weights && { weights }),
    ...(cluster ? { cluster: cluster.codes } : { robust: "HC1" }),
  });
}

function fitBinaryOutcome(
  frame: ModelFrame,
  link: LinkName,
  { ties, quadrature, information }: ModelOptions,
): BinaryFit | RandomEffectsProbitFit {
  const { matrix, weights, offset, cluster, randomEffect } = frame;
  const instead =
    "factor(g) for few groups, (1 | g) for a random effect; a linear model can (--model linear)";
  refuseAbsorbed(frame, `a ${link}`, instead);
  refuseOption(ties, "--ties", `a ${link}`, "a Cox model: Surv(…) ~ …");
  const outcome = zerosAndOnes(frame);
  const shared = { ...(offset && { offset }), ...(cluster && { cluster: cluster.codes }) };
  if (randomEffect === null) {
    refuseOption(quadrature, "--quadrature", "a model without random effect", "a formula with (1 | g)");
    return fitBinary(matrix, outcome, {
      link,
      information: information ?? "observed",
      ...shared,
      ...(weights && { weights }),
    });
  }
  if (link !== "probit") {
    throw refused(`--model ${link}`, "a random effect", "--model probit, or a formula without (1 | g)");
  }
  refuseOption(information, "--information", "a random-effects probit", "a formula without (1 | g)");
  if (weights !== null) {
    throw refused("--weights", "a random effect", "a formula without (1 | g), or no weights");
  }
  refuseDividedGroups(frame);
  return fitRandomEffectsProbit(matrix, outcome, randomEffect.codes, {
    quadratureNodes: quadrature ?? 12,
    ...shared,
  });
}
