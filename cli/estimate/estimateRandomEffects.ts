import {
  fitRandomEffectsProbit,
  type ModelFrame,
  type RandomEffectsProbitFit,
} from "../../estimators/index.ts";
import { linkOf, refuseAbsorbedEffects } from "./estimateBinary.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseDividedGroups, refused, zerosAndOnes } from "./estimateRefusals.ts";

/** A binary outcome with a normal random effect for each group. */
export function fitRandomEffects(frame: ModelFrame, options: ModelOptions): RandomEffectsProbitFit {
  const { matrix, offset, cluster, randomEffect } = frame;
  if (randomEffect === null) throw new RangeError("a random-effects model has groups");
  const link = linkOf(options);
  refuseAbsorbedEffects(frame, link);
  if (link !== "probit") {
    throw refused(`--model ${link}`, "a random effect", "--model probit, or a formula without (1 | g)");
  }
  const outcome = zerosAndOnes(frame);
  refuseDividedGroups(frame);
  return fitRandomEffectsProbit(matrix, outcome, randomEffect.codes, {
    quadratureNodes: options.quadrature ?? 12,
    confidenceLevel: options.confidence,
    ...(offset && { offset }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}
