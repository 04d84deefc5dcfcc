import type { CalibrationTarget } from "../../scenarios/index.ts";
import type { MeasureOptions } from "../targets/checkTargetsOfHistories.ts";

/** Columns from which the measures of each target of Canello (2022) are read; see `fitMeasures.ts`. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  T13: ["C"],
  T14: ["C"],
  T15: ["C", "D"],
  T16: ["C", "D"],
  T17: ["C", "D"],
  T18: ["A", "C", "D"],
  T19: ["F", "H"],
  T21: ["IV"],
  T22: ["IV"],
  T23: ["firm"],
  T24: ["C", "IV"],
};

/** What must be measured for these targets and no more: most of the time goes into the regressions. */
export function measureOptionsOf(targets: readonly CalibrationTarget[]): MeasureOptions {
  const fitted = targets.filter(({ needs }) => needs === "fits");
  if (fitted.length === 0) return { stage: "panel" };
  const columns = fitted.map(({ name }) => COLUMNS[name]);
  // A target that is not listed may need any.
  if (columns.includes(undefined)) return { stage: "fits" };
  return { stage: "fits", only: [...new Set(columns.flatMap((each) => each ?? []))] };
}
