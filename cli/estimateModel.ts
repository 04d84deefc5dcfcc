import {
  type BinaryFit,
  type CoxFit,
  fitBinary,
  fitCox,
  fitRandomEffectsProbit,
  InvalidFormula,
  type ModelFrame,
  type RandomEffectsProbitFit,
  type TieMethod,
} from "../estimators/index.ts";
import { InvalidInput } from "../scenarios/index.ts";

export type LinkName = BinaryFit["model"];

/** Options that only some models have; absent where the user did not give them. */
export interface ModelOptions {
  readonly model?: LinkName | "cox";
  readonly ties?: TieMethod;
  readonly quadrature?: number;
  readonly information?: "observed" | "expected";
}

export type FittedModel = BinaryFit | CoxFit | RandomEffectsProbitFit;

/**
 * Fits what formula and options ask for: a duration is explained by a Cox model, 0 and 1 by the model named (a probit by
 * default), with a random effect where the formula has one.
 *
 * @throws InvalidInput for an option the model does not have, cells it cannot use, and models that do not exist yet.
 */
export function fitModel(frame: ModelFrame, options: ModelOptions): FittedModel {
  const { source, absorbed } = frame.formula;
  if (absorbed !== null) {
    throw new InvalidFormula(source, absorbed, {
      found: "effects to absorb, which no model here does yet",
      expected: "a formula without the bar: factor(g) for few groups, (1 | g) for a random effect",
    });
  }
  refuseZeroWeights(frame);
  if (frame.outcome.kind === "duration") return fitDurations(frame, options);
  return fitBinaryOutcome(frame, options);
}

function fitDurations(frame: ModelFrame, { model, ties, ...others }: ModelOptions): CoxFit {
  const { outcome, matrix, strata, weights, offset, cluster, randomEffect } = frame;
  if (outcome.kind !== "duration") throw new RangeError("a Cox model explains durations");
  if (model !== undefined && model !== "cox") {
    throw refused(`--model ${model}`, "the outcome Surv(…)", "--model cox, or an outcome of 0 and 1");
  }
  refuseOption(others.quadrature, "--quadrature", "a Cox model", "a formula with (1 | g)");
  refuseOption(others.information, "--information", "a Cox model", "a probit, logit or cloglog");
  if (randomEffect !== null) {
    const instead = `cluster(${randomEffect.name}) for robust errors, or strata(${randomEffect.name})`;
    throw refused("formula", `a random effect (1 | ${randomEffect.name}) in a Cox model`, instead);
  }
  const { start, stop, event } = outcome;
  return fitCox(
    {
      matrix,
      stop,
      event,
      ...(start && { start }),
      ...(strata && { strata: strata.codes }),
      ...(weights && { weights }),
      ...(offset && { offset }),
      ...(cluster && { cluster: cluster.codes }),
    },
    { ties: ties ?? "efron" },
  );
}

function fitBinaryOutcome(
  frame: ModelFrame,
  { model, ties, quadrature, information }: ModelOptions,
): BinaryFit | RandomEffectsProbitFit {
  const { matrix, weights, offset, cluster, randomEffect } = frame;
  if (model === "cox") {
    throw refused(
      "--model cox",
      "an outcome without Surv()",
      "Surv(time, event) ~ … or Surv(start, stop, event) ~ …",
    );
  }
  refuseOption(ties, "--ties", `a ${model ?? "probit"}`, "a Cox model: Surv(…) ~ …");
  const outcome = zerosAndOnes(frame);
  const shared = { ...(offset && { offset }), ...(cluster && { cluster: cluster.codes }) };
  if (randomEffect === null) {
    refuseOption(quadrature, "--quadrature", "a model without random effect", "a formula with (1 | g)");
    return fitBinary(matrix, outcome, {
      link: model ?? "probit",
      information: information ?? "observed",
      ...shared,
      ...(weights && { weights }),
    });
  }
  if (model !== undefined && model !== "probit") {
    throw refused(`--model ${model}`, "a random effect", "--model probit, or a formula without (1 | g)");
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

/** The outcome, once it is known to hold nothing else. */
function zerosAndOnes({ outcome, formula, rowNumbers }: ModelFrame): Float64Array {
  if (outcome.kind !== "values") throw new RangeError("a binary model explains 0 and 1");
  const { values, name } = outcome;
  const other = values.findIndex((value) => value !== 0 && value !== 1);
  if (other < 0) return values;
  throw new InvalidFormula(formula.source, formula.outcome, {
    found: `${name} with the value ${values[other]} in row ${(rowNumbers[other] ?? 0) + 2}`,
    expected: `0 and 1 (a comparison such as ${name} == ${values[other]} makes them), or Surv(…) for durations`,
  });
}

function refuseZeroWeights({ weights, rowNumbers }: ModelFrame): void {
  const zero = weights === null ? -1 : weights.indexOf(0);
  if (zero < 0) return;
  const found = `the weight 0 in row ${(rowNumbers[zero] ?? 0) + 2}`;
  throw refused("--weights", found, "weights above 0; --subset leaves out the rows of the others");
}

/** A group with rows in two clusters has no score of its own. */
function refuseDividedGroups({ randomEffect, cluster }: ModelFrame): void {
  if (randomEffect === null || cluster === null) return;
  const clusterOf = new Int32Array(randomEffect.count).fill(-1);
  for (const [row, group] of randomEffect.codes.entries()) {
    const here = cluster.codes[row] ?? -1;
    if (clusterOf[group] !== -1 && clusterOf[group] !== here) {
      const found = `a group of ${randomEffect.name} with rows in two clusters of ${cluster.name}`;
      throw refused("--cluster", found, `clusters of whole groups, such as ${randomEffect.name} itself`);
    }
    clusterOf[group] = here;
  }
}

function refuseOption(value: unknown, option: string, model: string, expected: string): void {
  if (value !== undefined) throw refused(option, `${model}, which has no such option`, expected);
}

function refused(path: string, found: string, expected: string): InvalidInput {
  return new InvalidInput({ path, found, expected });
}
