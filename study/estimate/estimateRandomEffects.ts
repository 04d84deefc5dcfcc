import { fitRandomEffects, type ModelFrame, type RandomEffectsFit } from "../../estimators/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { linkOf, refuseAbsorbedEffects } from "./estimateBinary.ts";
import type { ModelOptions, ThreadsOf } from "./estimateOptions.ts";
import { refuseDividedGroups, refused, zerosAndOnes } from "./estimateRefusals.ts";

/** A binary outcome with a normal random effect for each group. */
export function fitWithRandomEffect(
  frame: ModelFrame,
  options: ModelOptions,
  threadsOf?: ThreadsOf,
): RandomEffectsFit {
  const { matrix, offset, weights, cluster, randomEffect } = frame;
  if (randomEffect === null) throw new RangeError("a random-effects model has groups");
  const link = linkOf(options);
  refuseAbsorbedEffects(frame, link);
  if (options.frailty !== undefined && link !== "cloglog") {
    throw refused(`--frailty ${options.frailty}`, phrase`a ${link}`, phrase`--model cloglog beside it`);
  }
  if (options.threads !== undefined && (link !== "probit" || weights !== null)) {
    const found = weights === null ? phrase`a ${link}` : phrase`weights`;
    throw refused(
      "--threads",
      found,
      phrase`a probit without weights; other models are fitted by one thread`,
    );
  }
  const outcome = zerosAndOnes(frame);
  refuseDividedGroups(frame);
  return fitRandomEffects(matrix, outcome, randomEffect.codes, {
    link,
    quadratureNodes: options.quadrature ?? 12,
    ...(options.tolerance !== undefined && { tolerance: options.tolerance }),
    confidenceLevel: options.confidence,
    ...(options.threads && threadsOf && { threads: threadsOf(options.threads) }),
    ...(offset && { offset }),
    ...(weights && { weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}
