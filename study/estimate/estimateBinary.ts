import { type BinaryFit, fitBinary, type ModelFrame } from "../../estimators/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseAbsorbed, refused, zerosAndOnes } from "./estimateRefusals.ts";

/** A probit, logit or complementary log-log. */
export function fitBinaryOutcome(frame: ModelFrame, options: ModelOptions): BinaryFit {
  const { matrix, weights, offset, cluster } = frame;
  const link = linkOf(options);
  refuseAbsorbedEffects(frame, link);
  refuseBesidePenalty(frame, options);
  const { penalty } = options;
  return fitBinary(matrix, zerosAndOnes(frame), {
    link,
    ...(penalty === undefined
      ? { information: options.information ?? "observed", scoreTest: true }
      : { penalty }),
    confidenceLevel: options.confidence,
    ...(offset && { offset }),
    ...(weights && { weights }),
    ...(cluster && { cluster: cluster.codes }),
    ...(options.robust && { robust: options.robust }),
  });
}

function refuseBesidePenalty({ cluster }: ModelFrame, { penalty, robust, information }: ModelOptions): void {
  if (penalty === undefined) return;
  if (robust !== undefined || cluster !== null) {
    const found = robust === undefined ? phrase`clusters` : "--robust";
    const expected = phrase`a penalty, or robust errors: there is no sandwich of penalised estimates`;
    throw refused("--penalty firth", found, expected);
  }
  if (information === "observed") {
    const expected = phrase`--information expected, which the penalty itself is made of`;
    throw refused("--penalty firth", "--information observed", expected);
  }
}

export function linkOf({ model }: ModelOptions): BinaryFit["model"] {
  return model === "logit" || model === "cloglog" ? model : "probit";
}

export function refuseAbsorbedEffects(frame: ModelFrame, link: string): void {
  const instead = phrase`factor(g) for few groups, (1 | g) for a random effect; a linear model can (--model linear)`;
  refuseAbsorbed(frame, phrase`a ${link}`, instead);
}
