import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { CalibrationTarget, Scenario } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import type { RunKey } from "../../sim/run.ts";
import { type FitMeasureOptions, fitMeasureColumns, measureFits } from "./fitMeasures.ts";
import { type JudgedWorld, judgeHistories } from "./judge.ts";
import type { Measures } from "./measures.ts";
import { measurePanel, PANEL_MEASURE_COLUMNS } from "./panelMeasures.ts";

export interface MeasureOptions extends FitMeasureOptions {
  /** `panel`: targets that a panel alone tells (T1 to T12, T20), in a fraction of a second. Default `fits`: all. */
  readonly stage?: "panel" | "fits";
}

export interface CheckTargetsOptions extends MeasureOptions {
  /** Histories, numbered from 1; default 30. */
  readonly histories?: number;
  /** Default "1". */
  readonly seed?: string;
  /** Called after each history with how many are done. */
  readonly onHistory?: (done: number) => void;
}

/** Simulates one history, only of the columns needed, and measures it. A key names every draw. */
export function measureHistory(scenario: Scenario, key: RunKey, options: MeasureOptions = {}): Measures {
  const { stage = "fits" } = options;
  const columns = [...PANEL_MEASURE_COLUMNS, ...(stage === "fits" ? fitMeasureColumns(options) : [])];
  const history = simulate(scenario, key, { recordTruth: false, columns: [...new Set(columns)] });
  const panel = tableFromColumns(history.columns);
  return { ...measurePanel(panel), ...(stage === "fits" ? measureFits(panel, options) : {}) };
}

/** The key of one history of a world: worlds with the same seed share every draw. */
export function targetKey(seed: string, history: number): RunKey {
  return { seed, condition: "common", replication: history };
}

/**
 * Several histories of a world beside its family's targets. In the `panel` stage the others are not measured, and no
 * world is on target.
 */
export function checkTargetsOfHistories(
  targets: readonly CalibrationTarget[],
  scenario: Scenario,
  { histories = 30, seed = "1", onHistory, ...options }: CheckTargetsOptions = {},
): JudgedWorld {
  const measured: Measures[] = [];
  for (let history = 1; history <= histories; history++) {
    measured.push(measureHistory(scenario, targetKey(seed, history), options));
    onHistory?.(history);
  }
  return judgeHistories(targets, measured);
}
