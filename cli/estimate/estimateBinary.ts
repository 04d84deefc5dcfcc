import { type BinaryFit, fitBinary, type ModelFrame } from "../../estimators/index.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseAbsorbed, zerosAndOnes } from "./estimateRefusals.ts";

/** A probit, logit or complementary log-log. */
export function fitBinaryOutcome(frame: ModelFrame, options: ModelOptions): BinaryFit {
  const { matrix, weights, offset, cluster } = frame;
  const link = linkOf(options);
  refuseAbsorbedEffects(frame, link);
  return fitBinary(matrix, zerosAndOnes(frame), {
    link,
    information: options.information ?? "observed",
    confidenceLevel: options.confidence,
    ...(offset && { offset }),
    ...(weights && { weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}

export function linkOf({ model }: ModelOptions): BinaryFit["model"] {
  return model === "logit" || model === "cloglog" ? model : "probit";
}

export function refuseAbsorbedEffects(frame: ModelFrame, link: string): void {
  const instead =
    "factor(g) for few groups, (1 | g) for a random effect; a linear model can (--model linear)";
  refuseAbsorbed(frame, `a ${link}`, instead);
}
