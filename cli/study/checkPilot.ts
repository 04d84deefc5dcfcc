import type { ResolvedDesign } from "../../study/cells.ts";
import { type PilotDesign, pilotDesign, sizeOf } from "../../study/designCheck/pilotDesign.ts";
import { logLine } from "../../study/log/logLine.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { type StudySummary, summarise } from "../../study/summary.ts";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { runStudy } from "./replications.ts";
import { extentOfStudy } from "./studyProgress.ts";

/** What a pilot tells of a study. */
export interface Pilot {
  readonly design: ResolvedDesign;
  /** Of the pilot's rows. */
  readonly summary: StudySummary;
  /** Replications of all its cells. */
  readonly ran: number;
  /** Cells of the study it had. */
  readonly cells: readonly number[];
  /**
   * Of one replication on one thread, in each of these cells: processor time, which other work on the machine hardly
   * changes; or by the clock, where that was less (a process has threads of its own beside those that run replications).
   */
  readonly seconds: readonly number[];
  /** The same by the clock, whatever else the machine did. */
  readonly secondsByClock: readonly number[];
  /** Of all cells and replications on the given threads, each with a core to itself as far as there are cores. */
  readonly secondsOfStudy: number;
  /** The same by the clock of the pilot. */
  readonly secondsOfStudyByClock: number;
  /** Most memory of the process during the pilot. */
  readonly memory: number;
  /** Of the logs of the study. */
  readonly logBytes: number;
}

const CELLS = 4;

export interface PilotOptions {
  /** Of each cell, at most; at least 2: the first is not timed, since threads are starting. */
  readonly replications: number;
  /** Seconds for all that is timed; each cell has a round at least. */
  readonly budget: number;
  readonly workers: number;
  readonly signal: AbortSignal;
}

/** Runs a few replications of a few cells. */
export async function runPilot(
  study: ResolvedDesign,
  { replications, budget, workers, signal }: PilotOptions,
): Promise<Pilot> {
  const pilot = pilotDesign(study, CELLS, replications);
  const rows: EstimateRow[] = [];
  const times: PilotTime[] = [];
  let bytes = 0;
  let ran = 0;
  let memory = 0;
  const keep = (key: ReplicationKey, found: readonly EstimateRow[]) => {
    memory = Math.max(memory, process.memoryUsage.rss());
    if (key.replication > replications) return;
    for (const row of found) rows.push(row);
    ran++;
    bytes += logLine({
      cell: study.cells[pilot.cells[key.cell] ?? 0]?.key ?? "",
      replication: key.replication,
      rows: found,
    }).length;
  };
  const { cells } = pilot.design;
  const threads = Math.min(workers, replications - 1);
  const rounds = timedRounds(cells.length, replications, threads, budget, times);
  await runStudy(pilot.design, {
    keys() {
      const round = rounds.next();
      return round.done ? null : round.value;
    },
    count: cells.length * replications,
    extent: { ...extentOfStudy(pilot.design), wanted: () => cells.map(() => replications), atMost: true },
    keep,
    workers: threads,
    signal,
  });
  const total = study.cells.length * study.design.replications;
  const secondsByClock = times.map(({ clock }) => clock);
  const seconds = times.map(({ clock, processor }) => Math.min(clock, processor));
  return {
    design: pilot.design,
    summary: summarise(pilot.design, rows),
    ran,
    cells: pilot.cells,
    seconds,
    secondsByClock,
    secondsOfStudy: secondsOfStudy(study, pilot, seconds, Math.min(workers, availableCores())),
    // Threads that had to share cores were slow by the clock already.
    secondsOfStudyByClock: secondsOfStudy(study, pilot, secondsByClock, workers),
    memory,
    logBytes: (bytes / ran) * total,
  };
}

/** Seconds of one replication on one thread. */
interface PilotTime {
  readonly clock: number;
  /** Of all threads of the process. */
  readonly processor: number;
}

/** What a cell had done after a round, and the seconds until then. */
interface Mark extends PilotTime {
  readonly done: number;
}

/**
 * Code runs several times as fast once the engine knows it: so many seconds of processor time a thread works on a cell at least, its
 * budget permitting.
 */
const secondsToWarm = 0.7;

/**
 * A round in which the threads start, then rounds of one replication a thread, cell by cell, until a cell has all of its
 * replications or has used up its share of the budget. Where that is over soon, rounds of replications follow of which only the time
 * is taken. The time is that of the later half.
 *
 * @param times takes those of each cell.
 */
function* timedRounds(
  cells: number,
  replications: number,
  threads: number,
  budget: number,
  times: PilotTime[],
): Generator<readonly ReplicationKey[], void, undefined> {
  yield Array.from({ length: cells }, (_, cell) => ({ cell, replication: 1 }));
  for (let cell = 0; cell < cells; cell++) {
    const began = performance.now();
    const usedBefore = process.cpuUsage();
    const start: Mark = { done: 1, clock: 0, processor: 0 };
    const marks = [start];
    let last = start;
    let perThread = 1;
    for (;;) {
      const kept = last.done < replications;
      const warm = !kept && last.processor >= secondsToWarm * threads;
      if (last !== start && (warm || last.clock >= budget / cells)) break;
      const count = kept ? Math.min(threads, replications - last.done) : threads * perThread;
      const first = last.done + 1;
      yield Array.from({ length: count }, (_, at) => ({ cell, replication: first + at }));
      const { user, system } = process.cpuUsage(usedBefore);
      const clock = (performance.now() - began) / 1000;
      // Rounds wait for their slowest thread and cost a message: longer ones of short replications.
      if (!kept && clock - last.clock < 0.1) perThread *= 2;
      last = { done: last.done + count, clock, processor: (user + system) / 1e6 };
      marks.push(last);
    }
    const from = marks.findLast(({ processor }) => processor <= last.processor / 2) ?? start;
    const done = last.done - from.done;
    times.push({
      clock: ((last.clock - from.clock) * threads) / done,
      processor: (last.processor - from.processor) / done,
    });
  }
}

/** Cells that were not in the pilot cost as those that were, in proportion to their firms and years. */
function secondsOfStudy(
  study: ResolvedDesign,
  pilot: PilotDesign,
  seconds: readonly number[],
  threads: number,
): number {
  const measured = new Map(pilot.cells.map((cell, at) => [cell, seconds[at] ?? 0]));
  const size = pilot.design.cells.reduce((sum, cell) => sum + sizeOf(cell), 0);
  const perSize = seconds.reduce((sum, each) => sum + each, 0) / size;
  const ofCells = study.cells.reduce(
    (sum, cell) => sum + (measured.get(cell.index) ?? perSize * sizeOf(cell)),
    0,
  );
  return (ofCells * study.design.replications) / threads;
}
