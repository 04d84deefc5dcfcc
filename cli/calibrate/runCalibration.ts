import { InvalidInput } from "../../scenarios/index.ts";
import {
  type CalibrationRequest,
  type CalibrationResult,
  calibrate,
} from "../../study/calibration/calibrate.ts";
import type { JournalRequest } from "../../study/calibration/journal.ts";
import { type JudgedWorld, judgeHistories } from "../../study/targets/judge.ts";
import type { Measures } from "../../study/targets/measures.ts";
import { progressDisplay } from "../progressDisplay.ts";
import { openJournal } from "./journalFile.ts";
import type { PointSimulator } from "./simulatePoints.ts";

export interface CalibrationRun extends CalibrationRequest {
  readonly paper: string;
  readonly world: string;
  readonly histories: number;
  readonly seed: string;
  /** The scenario file; the journal stands beside it. */
  readonly out: string;
  readonly simulator: PointSimulator;
}

/**
 * Runs a calibration to its end: points that the journal holds are not simulated again, and the others are added to it as they
 * are done.
 *
 * @throws InvalidInput where the journal is of another calibration; Interrupted between or within points.
 */
export async function runCalibration(
  run: CalibrationRun,
): Promise<{ readonly result: CalibrationResult; readonly judged: JudgedWorld; readonly journal: string }> {
  const search = calibrate(run);
  let step = search.next();
  const path = `${run.out.replace(/\.json$/i, "")}.journal`;
  const journal = openJournal(path, requestOf(run));
  const left = Math.max(0, run.evaluations - journal.entries.length);
  const progress = progressDisplay(left * run.histories, process.stderr, "histories");
  const histories = new Map<string, readonly Measures[]>();
  let asked = 0;
  let done = 0;
  try {
    while (step.done !== true) {
      const { values, scenario } = step.value;
      const known = journal.entries[asked++];
      if (known !== undefined && known.values.join() !== values.join()) {
        throw new InvalidInput({
          path,
          found: `point ${asked} at ${known.values.join(", ")}, where the search now asks for ${values.join(", ")}`,
          expected: "a journal that this version of the program wrote; move it away to begin anew",
        });
      }
      const measured =
        known?.histories ?? (await run.simulator.run(scenario, () => progress.update(++done, 0)));
      if (known === undefined) journal.append({ values, histories: measured });
      histories.set(values.join(), measured);
      step = search.next(measured);
    }
  } finally {
    progress.stop();
  }
  const best = histories.get(step.value.point.join()) ?? [];
  return { result: step.value, judged: judgeHistories(run.targets, best), journal: path };
}

/** More points may be asked for later, so their number is no part of it. */
function requestOf({
  paper,
  world,
  scenario,
  targets,
  parameters,
  histories,
  seed,
}: CalibrationRun): JournalRequest {
  const moments = targets.map(({ name, required, parts }) => ({
    name,
    required,
    parts: parts.map(({ measure, published, from, to }) => ({
      measure,
      published,
      from: finite(from),
      to: finite(to),
    })),
  }));
  return { paper, world, scenario, targets: moments, parameters, histories, seed };
}

function finite(limit: number): number | null {
  return Number.isFinite(limit) ? limit : null;
}
