import type { Scenario } from "../scenarios/index.ts";
import { type MeasureOptions, measureHistory, targetKey } from "../study/targets/checkTargetsOfHistories.ts";
import type { Measures } from "../study/targets/measures.ts";
import type { JobService } from "./jobService.ts";

/** What all histories of a calibration have in common. */
export interface CalibrationSetup {
  readonly seed: string;
  readonly options: MeasureOptions;
}

/** One history of one point of the parameters; histories are numbered from 1. */
export interface CalibrationJob {
  readonly scenario: Scenario;
  readonly history: number;
}

/** A worker that simulates histories and measures them. */
export const calibrationService: JobService<CalibrationSetup, CalibrationJob, Measures, never> = {
  prepare:
    ({ seed, options }) =>
    ({ scenario, history }) =>
      measureHistory(scenario, targetKey(seed, history), options),
};
