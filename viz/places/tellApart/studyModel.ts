import { type ReadonlySignal, signal } from "@preact/signals";
import type { EstimateRow } from "../../../study/rows.ts";
import { availableCores } from "../../../workers/browserEndpoint.ts";
import { createLabPool } from "../../../workers/lab/labPool.ts";
import type { FoundVerdict } from "../../../workers/lab/tellApartJobs.ts";
import { isShown } from "../../../workers/lab/verdictRows.ts";
import type { ReplicationDone } from "../../../workers/replicationService.ts";
import { type ReplicationPool, runReplications } from "../../../workers/runReplications.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";
import { type TellApartThread, withoutStop } from "./thread.ts";

export type StudyPhase = "empty" | "preparing" | "running" | "paused" | "done" | "failed";

/** The study as a file: what the lab calls it, and its text. */
export interface StudyFile {
  readonly name: string;
  readonly text: string;
}

export interface StudyModel {
  readonly phase: ReadonlySignal<StudyPhase>;
  /** Histories that were asked for and that are done, of all worlds together. */
  readonly asked: ReadonlySignal<number>;
  readonly done: ReadonlySignal<number>;
  /** Histories that could not be run, and why the last could not. */
  readonly lost: ReadonlySignal<{ readonly count: number; readonly message: string } | null>;
  /** On the rows so far; null before the first. */
  readonly found: ReadonlySignal<FoundVerdict | null>;
  readonly problem: ReadonlySignal<string | null>;
  /** Contents of the study file of what was asked for; null before anything was. */
  readonly file: ReadonlySignal<StudyFile | null>;
  /** What was run, whole. */
  readonly kept: readonly ReplicationDone[];
  /** Goes on until so many histories of each world are done. */
  run(histories: number): void;
  /** Stops at once; what is done stays. */
  pause(): void;
  dispose(): void;
}

const worlds = 3;
const mostThreads = 4;
/** Milliseconds between two verdicts, so that the table can be read while it grows. */
const verdictPause = 500;

/** The study of the three worlds of a seed, run in a pool of threads and judged as it grows. */
export function createStudyModel(thread: TellApartThread, seed: string): StudyModel {
  const phase = signal<StudyPhase>("empty");
  const asked = signal(0);
  const done = signal(0);
  const lost = signal<{ readonly count: number; readonly message: string } | null>(null);
  const found = signal<FoundVerdict | null>(null);
  const problem = signal<string | null>(null);
  const file = signal<StudyFile | null>(null);
  const kept: ReplicationDone[] = [];
  const rows: EstimateRow[] = [];
  const finished = new Set<string>();
  let pool: ReplicationPool | null = null;
  let running: AbortController | null = null;
  let disposed = false;
  let sent = 0;
  let judging: Promise<void> | null = null;

  function fail(message: string): void {
    problem.value = withoutStop(message);
    phase.value = "failed";
  }

  async function judgeOnce(): Promise<void> {
    const from = sent;
    const next = rows.slice(from);
    if (next.length === 0) return;
    sent = rows.length;
    const outcome = await thread.run({ kind: "verdict", seed, from, rows: next });
    if (disposed) return;
    if (!outcome.ok) {
      sent = 0;
      fail(outcome.error.message);
    } else if (outcome.value.kind === "again") {
      sent = 0;
      await judgeOnce();
    } else if (outcome.value.kind === "verdict") found.value = outcome.value.found;
  }

  /** One verdict at a time, and a pause after it. */
  function judgeSoon(): void {
    if (judging !== null) return;
    judging = judgeOnce().then(async () => {
      await new Promise((resolve) => setTimeout(resolve, verdictPause));
      judging = null;
      if (sent < rows.length && !disposed && phase.value !== "failed") judgeSoon();
    });
  }

  function take(one: ReplicationDone): void {
    const { cell, replication, outcome } = one;
    if (!outcome.ok) {
      lost.value = { count: (lost.value?.count ?? 0) + 1, message: withoutStop(outcome.error.message) };
      return;
    }
    finished.add(`${cell} ${replication}`);
    kept.push(one);
    for (const row of outcome.value) if (isShown(row)) rows.push(row);
    done.value = finished.size;
    judgeSoon();
  }

  function* missing(histories: number) {
    for (let replication = 1; replication <= histories; replication++)
      for (let cell = 0; cell < worlds; cell++)
        if (!finished.has(`${cell} ${replication}`)) yield { cell, replication };
  }

  async function start(histories: number, signal: AbortSignal): Promise<void> {
    const study = await thread.run({ kind: "study", seed, replications: histories });
    if (disposed || signal.aborted) return;
    if (!study.ok) return fail(study.error.message);
    if (study.value.kind !== "study") return;
    file.value = { name: study.value.name, text: study.value.file };
    pool ??= createLabPool("replications", study.value.resolved, {
      spawn: spawnLabWorker,
      size: Math.max(1, Math.min(mostThreads, availableCores())),
    });
    phase.value = "running";
    const failure = await runReplications(pool, missing(histories), { signal, onDone: take });
    if (disposed || signal.aborted) return;
    if (failure !== null) return fail(failure.message);
    while (judging !== null) await judging;
    await judgeOnce();
    if (disposed || signal.aborted || problem.value !== null) return;
    phase.value = "done";
  }

  return {
    phase,
    asked,
    done,
    lost,
    found,
    problem,
    file,
    kept,
    run(histories) {
      running?.abort();
      running = new AbortController();
      asked.value = Math.max(histories * worlds, finished.size);
      problem.value = null;
      lost.value = null;
      phase.value = "preparing";
      void start(histories, running.signal);
    },
    pause() {
      running?.abort();
      if (phase.value !== "running" && phase.value !== "preparing") return;
      phase.value = "paused";
      judgeSoon();
    },
    dispose() {
      disposed = true;
      running?.abort();
      void pool?.dispose();
    },
  };
}
