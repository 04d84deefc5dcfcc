import { type ReadonlySignal, signal } from "@preact/signals";
import type { ResolvedDesign } from "../../../study/cells.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { availableCores } from "../../../workers/browserEndpoint.ts";
import { createLabPool } from "../../../workers/lab/labPool.ts";
import type { FoundVerdict } from "../../../workers/lab/tellApartJobs.ts";
import { isShown } from "../../../workers/lab/verdictRows.ts";
import type { ReplicationDone } from "../../../workers/replicationService.ts";
import { type ReplicationPool, runReplications } from "../../../workers/runReplications.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";
import { openStudies } from "../../store/indexedStudies.ts";
import { takeStudy } from "../../store/studyLock.ts";
import { type KeptRound, keptRound, type RoundStudy } from "./keptRound.ts";
import { type TellApartThread, withoutStop } from "./thread.ts";

/**
 * - `loading`: what is kept of the study is being read;
 * - `empty`: nothing is kept and nothing was asked for;
 * - `elsewhere`: another tab runs it.
 */
export type StudyPhase =
  | "loading"
  | "empty"
  | "preparing"
  | "running"
  | "paused"
  | "done"
  | "failed"
  | "elsewhere";

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
  /** The study of what was asked for; null before anything was. */
  readonly file: ReadonlySignal<RoundStudy | null>;
  /** False once this browser could not keep what was run. */
  readonly lasting: ReadonlySignal<boolean>;
  /** Reads what this browser keeps of the study; once, unless another tab had it. */
  open(): void;
  /** Goes on until so many histories of each world are done. */
  run(histories: number): void;
  /** Stops at once; what is done stays. */
  pause(): void;
  /** Resolves when nothing runs any more and all that is done is kept. */
  idle(): Promise<void>;
  dispose(): void;
}

/** What a test puts in the place of threads, store and locks. */
export interface StudyModelParts {
  readonly openRound: (study: RoundStudy, seed: string) => Promise<KeptRound>;
  readonly createPool: (design: ResolvedDesign) => ReplicationPool;
}

const worlds = 3;
const mostThreads = 4;
/** Milliseconds between two verdicts, so that the table can be read while it grows. */
const verdictPause = 500;

const browserParts: StudyModelParts = {
  openRound: async (study, seed) => keptRound(await openStudies(), takeStudy, study, seed),
  createPool: (design) =>
    createLabPool("replications", design, {
      spawn: spawnLabWorker,
      size: Math.max(1, Math.min(mostThreads, availableCores())),
    }),
};

/** The study of the three worlds of a seed, run in a pool of threads, kept in this browser and judged as it grows. */
export function createStudyModel(
  thread: TellApartThread,
  seed: string,
  { openRound, createPool }: StudyModelParts = browserParts,
): StudyModel {
  const phase = signal<StudyPhase>("loading");
  const asked = signal(0);
  const done = signal(0);
  const lost = signal<{ readonly count: number; readonly message: string } | null>(null);
  const found = signal<FoundVerdict | null>(null);
  const problem = signal<string | null>(null);
  const file = signal<RoundStudy | null>(null);
  const lasting = signal(true);
  const rows: EstimateRow[] = [];
  const finished = new Set<string>();
  let round: KeptRound | null = null;
  let waiting: ReplicationDone[] = [];
  let pool: ReplicationPool | null = null;
  let running: AbortController | null = null;
  let working: Promise<void> = Promise.resolve();
  let opened = false;
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

  /** One verdict at a time, and a pause after it. What is judged is kept. */
  function judgeSoon(): void {
    if (judging !== null) return;
    judging = Promise.all([judgeOnce(), keep()]).then(async () => {
      await new Promise((resolve) => setTimeout(resolve, verdictPause));
      judging = null;
      if (sent < rows.length && !disposed && phase.value !== "failed") judgeSoon();
    });
  }

  /** What cannot be kept is said, and the study goes on. */
  async function keep(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (round !== null && !(await round.append(batch))) lasting.value = false;
  }

  function hold({ cell, replication, outcome }: ReplicationDone): boolean {
    if (!outcome.ok || finished.has(`${cell} ${replication}`)) return false;
    finished.add(`${cell} ${replication}`);
    for (const row of outcome.value) if (isShown(row)) rows.push(row);
    return true;
  }

  function take(one: ReplicationDone): void {
    const { outcome } = one;
    if (!outcome.ok)
      lost.value = { count: (lost.value?.count ?? 0) + 1, message: withoutStop(outcome.error.message) };
    if (!hold(one)) return;
    waiting.push(one);
    done.value = finished.size;
    judgeSoon();
  }

  function* missing(histories: number) {
    for (let replication = 1; replication <= histories; replication++)
      for (let cell = 0; cell < worlds; cell++)
        if (!finished.has(`${cell} ${replication}`)) yield { cell, replication };
  }

  /** The study with so many histories of each world; null where the thread could not say, which is told. */
  async function studyOf(histories: number): Promise<RoundStudy | null> {
    const outcome = await thread.run({ kind: "study", seed, replications: histories });
    if (disposed) return null;
    if (!outcome.ok) fail(outcome.error.message);
    if (!outcome.ok || outcome.value.kind !== "study") return null;
    const { name, file: text, resolved } = outcome.value;
    return { name, text, design: resolved };
  }

  async function load(): Promise<void> {
    const study = await studyOf(1);
    if (study === null) return;
    round ??= await openRound(study, seed);
    lasting.value = round.lasting;
    const target = await readKept(round);
    if (disposed) return;
    // Meanwhile more may have been asked for.
    asked.value = Math.max(asked.value, target * worlds, finished.size);
    done.value = finished.size;
    if (target > 0) file.value = target > 1 ? await studyOf(target) : study;
    await judgeOnce();
    if (disposed || phase.value !== "loading") return;
    phase.value = asked.value === 0 ? "empty" : finished.size < asked.value ? "paused" : "done";
  }

  /** @returns the histories of each world that were asked for. */
  async function readKept(kept: KeptRound): Promise<number> {
    try {
      for await (const batch of kept.read()) for (const one of batch) hold(one);
      return await kept.target();
    } catch {
      lasting.value = false;
      return 0;
    }
  }

  async function start(histories: number, stopped: AbortSignal): Promise<void> {
    const study = await studyOf(histories);
    if (study === null || stopped.aborted) return;
    round ??= await openRound(study, seed);
    const release = await round.take();
    if (release === null) {
      phase.value = "elsewhere";
      return;
    }
    try {
      file.value = study;
      if (!(await round.ask(study, Math.ceil(asked.value / worlds)))) lasting.value = false;
      pool ??= createPool(study.design);
      if (disposed || stopped.aborted) return;
      phase.value = "running";
      const failure = await runReplications(pool, missing(histories), { signal: stopped, onDone: take });
      await keep();
      if (disposed || stopped.aborted) return;
      if (failure !== null) return fail(failure.message);
      while (judging !== null) await judging;
      await judgeOnce();
      if (disposed || stopped.aborted || problem.value !== null) return;
      phase.value = "done";
    } finally {
      release();
    }
  }

  return {
    phase,
    asked,
    done,
    lost,
    found,
    problem,
    file,
    lasting,
    open() {
      if (opened && phase.value !== "elsewhere") return;
      opened = true;
      phase.value = "loading";
      working = working.then(load);
    },
    run(histories) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      asked.value = Math.max(histories * worlds, finished.size);
      problem.value = null;
      lost.value = null;
      phase.value = "preparing";
      working = working.then(() => (mine.signal.aborted ? undefined : start(histories, mine.signal)));
    },
    pause() {
      running?.abort();
      if (phase.value !== "running" && phase.value !== "preparing") return;
      phase.value = "paused";
      judgeSoon();
    },
    async idle() {
      running?.abort();
      if (phase.value === "running" || phase.value === "preparing") phase.value = "paused";
      await working;
      await keep();
    },
    dispose() {
      running?.abort();
      disposed = true;
      // What is done and not yet written is written still.
      void working.then(keep).then(() => pool?.dispose());
    },
  };
}
