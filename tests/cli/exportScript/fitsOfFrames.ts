import { execFileSync } from "node:child_process";
import {
  type BinaryOptions,
  type CoxOptions,
  fitBinary,
  fitCox,
  fitGammaFrailty,
  fitLinear,
  fitRandomEffects,
  type GammaFrailtyOptions,
  type ModelFrame,
  type RandomEffectsOptions,
} from "../../../estimators/index.ts";

/** Whether R with its package survival is here. */
export const withR = (() => {
  try {
    execFileSync("Rscript", ["-e", "stopifnot(requireNamespace('survival'))"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("Rscript with survival is not installed: the exported scripts are not run");
    return false;
  }
})();

function values({ outcome }: ModelFrame): Float64Array {
  if (outcome.kind !== "values") throw new RangeError("a duration");
  return outcome.values;
}

/** The parts of a frame that every estimator takes by the same name. */
function shared({ weights, offset, cluster }: ModelFrame) {
  return {
    ...(weights && { weights }),
    ...(offset && { offset }),
    ...(cluster && { cluster: cluster.codes }),
  };
}

export const binary = (options: BinaryOptions) => (frame: ModelFrame) =>
  fitBinary(frame.matrix, values(frame), { ...shared(frame), ...options });

export const cox = (options: CoxOptions) => (frame: ModelFrame) => {
  const { outcome, matrix, strata } = frame;
  if (outcome.kind !== "duration") throw new RangeError("no duration");
  const { start, stop, event } = outcome;
  const rows = { matrix, stop, event, ...(start && { start }), ...(strata && { strata: strata.codes }) };
  return fitCox({ ...rows, ...shared(frame) }, options);
};

export const linear = (frame: ModelFrame) =>
  fitLinear(frame.matrix, values(frame), {
    absorb: frame.absorbed.map(({ codes }) => codes),
    ...(frame.cluster === null && { robust: "HC1" }),
    ...shared(frame),
  });

export const randomEffects = (options: RandomEffectsOptions) => (frame: ModelFrame) => {
  if (frame.randomEffect === null) throw new RangeError("no random effect");
  return fitRandomEffects(frame.matrix, values(frame), frame.randomEffect.codes, {
    ...shared(frame),
    ...options,
  });
};

export const gammaFrailty = (options: GammaFrailtyOptions) => (frame: ModelFrame) => {
  if (frame.randomEffect === null) throw new RangeError("no groups");
  const { weights, ...rest } = shared(frame);
  return fitGammaFrailty(frame.matrix, values(frame), frame.randomEffect.codes, {
    ...rest,
    ...(weights && { groupWeights: weights }),
    ...options,
  });
};
