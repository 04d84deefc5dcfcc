import { fitLinear, type LinearFit, type ModelFrame } from "../../estimators/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refused } from "./estimateRefusals.ts";

/** With standard errors robust to the heteroskedasticity that an outcome of 0 and 1 has by nature. */
export function fitLinearModel(frame: ModelFrame, options: ModelOptions): LinearFit {
  const { outcome, matrix, weights, offset, cluster, randomEffect, absorbed } = frame;
  if (outcome.kind !== "values") throw new RangeError("a linear model explains values");
  if (randomEffect !== null) {
    const found = phrase`a random effect (1 | ${randomEffect.name}) in a linear model`;
    throw refused("formula", found, phrase`absorbed effects: y ~ x | ${randomEffect.name}`);
  }
  if (offset !== null) {
    throw refused(
      "formula",
      phrase`offset() in a linear model`,
      phrase`the difference as the outcome: y - z ~ x`,
    );
  }
  return fitLinear(matrix, outcome.values, {
    absorb: absorbed.map(({ codes }) => codes),
    confidenceLevel: options.confidence,
    ...(weights && { weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(cluster && options.robust === undefined ? {} : { robust: options.robust ?? "HC1" }),
  });
}
