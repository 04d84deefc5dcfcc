import { fitGammaFrailty, type GammaFrailtyFit, type ModelFrame } from "../../estimators/index.ts";
import { linkOf, refuseAbsorbedEffects } from "./estimateBinary.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseDividedGroups, refused, zerosAndOnes } from "./estimateRefusals.ts";

/** A grouped hazard with a gamma frailty for each group: complementary log-log on rows of spell and period. */
export function fitWithGammaFrailty(frame: ModelFrame, options: ModelOptions): GammaFrailtyFit {
  const { matrix, offset, weights, cluster, randomEffect } = frame;
  if (randomEffect === null) throw refused("--frailty gamma", "no groups", "a formula with (1 | g)");
  const link = linkOf(options);
  if (link !== "cloglog") throw refused("--frailty gamma", `a ${link}`, "--model cloglog beside it");
  refuseAbsorbedEffects(frame, link);
  const outcome = zerosAndOnes(frame);
  refuseDividedGroups(frame);
  refuseDividedWeights(frame);
  return fitGammaFrailty(matrix, outcome, randomEffect.codes, {
    confidenceLevel: options.confidence,
    ...(offset && { offset }),
    ...(weights && { weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}

/** The weight says how often a group counts. */
function refuseDividedWeights({ randomEffect, weights, rowNumbers }: ModelFrame): void {
  if (randomEffect === null || weights === null) return;
  const weightOf = new Map<number, number>();
  for (const [row, group] of randomEffect.codes.entries()) {
    const here = weights[row] ?? Number.NaN;
    const before = weightOf.get(group) ?? here;
    if (before !== here) {
      const found = `the weights ${before} and ${here} in one group of ${randomEffect.name}, the second in row ${(rowNumbers[row] ?? 0) + 2}`;
      throw refused("--weights", found, "one weight a group");
    }
    weightOf.set(group, here);
  }
}
