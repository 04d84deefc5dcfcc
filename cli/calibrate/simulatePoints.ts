import type { CalibrationPoint } from "../../study/calibration/calibrate.ts";
import type { Measures } from "../../study/targets/measures.ts";
import type { CalibrationJob, CalibrationSetup } from "../../workers/calibrationService.ts";
import { spawnNodeWorker } from "../../workers/nodeEndpoint.ts";
import { createPool } from "../../workers/pool.ts";
import { Interrupted, WorkFailed } from "../failure.ts";

/** Bundled beside this file. */
const WORKER = new URL("./calibrationWorker.js", import.meta.url);

export interface PointSimulator {
  /**
   * The measures of all histories of a world, in the order of their numbers.
   *
   * @param onHistory called as each is done, in no fixed order.
   * @throws Interrupted when the signal aborts; WorkFailed when a history cannot be simulated or measured.
   */
  run(scenario: CalibrationPoint["scenario"], onHistory: () => void): Promise<readonly Measures[]>;
  end(): Promise<void>;
}

/** Histories on several threads; what comes of them does not depend on how many. */
export function pointSimulator(
  setup: CalibrationSetup,
  {
    histories,
    workers,
    signal,
  }: { readonly histories: number; readonly workers: number; readonly signal: AbortSignal },
): PointSimulator {
  const pool = createPool<CalibrationSetup, CalibrationJob, Measures>({
    spawn: () => spawnNodeWorker(WORKER),
    size: Math.min(workers, histories),
    setup,
  });
  return {
    async run(scenario, onHistory) {
      const numbers = Array.from({ length: histories }, (_, at) => at + 1);
      const outcomes = await Promise.all(
        numbers.map(async (history) => {
          const outcome = await pool.run({ scenario, history }, { signal });
          if (outcome.ok) onHistory();
          return outcome;
        }),
      );
      if (signal.aborted) throw new Interrupted();
      return outcomes.map((outcome) => {
        if (outcome.ok) return outcome.value;
        throw new WorkFailed(`a history could not be measured: ${outcome.error.message}`);
      });
    },
    end: () => pool.dispose(),
  };
}
