import type { CalibrationTarget } from "../target.ts";
import { targetsOfDurations, targetsOfOtherRegressions, targetsOfProbits } from "./targetsOfRegressions.ts";
import { smallProvinces, targetsOfTableOne } from "./targetsOfTableOne.ts";

/**
 * What the calibrated Italian baseline is held against, T1 to T24. Tolerances allow for one draw of history, units that are not
 * known and misprints; they are wider than the printed errors. A world is on target where 19 of the 24 are met, the required ones
 * among them.
 */
export const calibrationTargets: readonly CalibrationTarget[] = [
  ...targetsOfTableOne,
  ...targetsOfProbits,
  smallProvinces,
  ...targetsOfDurations,
  ...targetsOfOtherRegressions,
];
