import { fitRandomEffects, type ModelFrame, type RandomEffectsFit } from "../../estimators/index.ts";
import { linkOf, refuseAbsorbedEffects } from "./estimateBinary.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseDividedGroups, refused, zerosAndOnes } from "./estimateRefusals.ts";

/** A binary outcome with a normal random effect for each group. */
export function fitWithRandomEffect(frame: ModelFrame, options: ModelOptions): RandomEffectsFit {
  const { matrix, offset, weights, cluster, randomEffect } = frame;
  if (randomEffect === null) throw new RangeError("a random-effects model has groups");
  const link = linkOf(options);
  refuseAbsorbedEffects(frame, link);
  if (options.frailty !== undefined && link !== "cloglog") {
    throw refused(`--frailty ${options.frailty}`, `a ${link}`, "--model cloglog beside it");
  }
  const outcome = zerosAndOnes(frame);
  refuseDividedGroups(frame);
  return fitRandomEffects(matrix, outcome, randomEffect.codes, {
    link,
    quadratureNodes: options.quadrature ?? 12,
    confidenceLevel: options.confidence,
    ...(offset && { offset }),
    ...(weights && { weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}
