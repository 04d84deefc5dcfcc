import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type ReplicationKey, replicationKeys } from "../../../study/replicationKeys.ts";
import type { StudyClient } from "../../../workers/lab/studyClient.ts";
import type { LookedAt, StudyLook, StudyPlan } from "../../../workers/lab/studyJobs.ts";
import type { Failure } from "../../../workers/outcome.ts";
import type { ReplicationDone } from "../../../workers/replicationService.ts";
import { type ReplicationPool, runReplications } from "../../../workers/runReplications.ts";
import type { KeptStudy, StudyStore } from "../../store/studyStore.ts";
import { type Pace, paceOf } from "./pace.ts";

/**
 * - `loading`: what is kept is being read;
 * - `idle`: everything that was asked for is there, or nothing was asked for;
 * - `running`;
 * - `paused`: some of it is there;
 * - `elsewhere`: another tab runs this study.
 */
export type Phase = "loading" | "idle" | "running" | "paused" | "elsewhere";

export interface RunState {
  readonly phase: Phase;
  /** Replications of each cell that were asked for. */
  readonly target: number;
  readonly pace: Pace;
  readonly look: StudyLook | null;
  /** Whether this run keeps its rows. */
  readonly kept: boolean;
  readonly failure: Failure | null;
}

/** One study on the page: its threads, its rows and what they come to. */
export interface StudyRun {
  readonly state: ReadonlySignal<RunState>;
  /** That of the state alone: what draws it is not drawn anew whenever the pace changes. */
  readonly look: ReadonlySignal<StudyLook | null>;
  /** Runs until every cell has its replications 1 to `target`. */
  go(target: number): Promise<void>;
  /** Keeps what is there; `go` with the same target goes on. */
  pause(): void;
  /** Ends the study with the replications that every cell has. */
  stop(): Promise<void>;
  /** Pauses, and resolves when nothing runs any more. */
  idle(): Promise<void>;
  choose(at: Omit<LookedAt, "replications">): Promise<void>;
  dispose(): Promise<void>;
}

export interface StudyRunParts {
  readonly plan: StudyPlan;
  readonly client: StudyClient;
  readonly store: StudyStore;
  /** What is kept of the study beside its rows and the target. */
  readonly record: Omit<KeptStudy, "kept" | "target" | "changed">;
  readonly at: Omit<LookedAt, "replications">;
  readonly createPool: () => ReplicationPool;
  readonly lock: (key: string) => Promise<(() => void) | null>;
  /** Milliseconds of a clock. */
  readonly now: () => number;
}

/** Between two looks at a running study: at least this, and this many times what a look takes, which the threads lack. */
const millisecondsBetweenLooks = 400;
const looksCostAtMost = 8;

/** Opens a study with what is kept of it. */
export async function openStudyRun(parts: StudyRunParts): Promise<StudyRun> {
  const { plan, client, store, record, createPool, lock, now } = parts;
  const { key } = record;
  const cells = plan.cells.length;
  const there = new Set<string>();
  /** How many of those that were asked for are there. */
  let reached = 0;
  let { at } = parts;
  let pool: ReplicationPool | null = null;
  let running: AbortController | null = null;
  let waiting: ReplicationDone[] = [];
  let flushing: Promise<void> = Promise.resolve();
  let begun = 0;
  let startedAt = 0;
  let disposed = false;
  const state = signal<RunState>({
    phase: "loading",
    target: 0,
    pace: paceOf(0, 0, 0, 0),
    look: null,
    kept: store.lasting,
    failure: null,
  });
  const change = (some: Partial<RunState>) => {
    if (!disposed) state.value = { ...state.value, ...some };
  };
  const { until, secondsPerReplication } = plan.design.design;
  /** Of a design with a rule: whether it has stopped every cell. */
  let stopped = false;
  const total = (target: number) => cells * target;
  /** Looks them all up, which takes a moment where there are many: while they run they are counted as they come. */
  function countTo(target: number): number {
    reached = 0;
    for (const { cell, replication } of replicationKeys(designOf(target)))
      if (there.has(nameOf(cell, replication))) reached++;
    return reached;
  }
  function designOf(target: number) {
    return { cells: plan.design.cells, design: { ...plan.design.design, replications: target } };
  }
  async function look(): Promise<void> {
    const { target } = state.value;
    const outcome = await client.look({ ...at, replications: target });
    // An answer to an older question is thrown away.
    if (outcome.ok && sameAs(outcome.value.at, { ...at, replications: state.value.target }))
      change({ look: outcome.value });
    if (!outcome.ok) change({ failure: outcome.error });
  }
  async function keep(target: number): Promise<void> {
    // A study of Tell apart is offered there as well.
    const { round } = kept ?? {};
    const ofRound = round === undefined ? {} : { round };
    await trying(() => store.put({ ...record, ...ofRound, target, changed: Date.now() }));
  }
  /** What cannot be kept is said, and the study goes on. */
  async function trying(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      change({ kept: false, failure: { code: "not-kept", message } });
    }
  }
  /** One after the other, so that what was done before is there when it resolves. */
  function flush(): Promise<void> {
    flushing = flushing.then(async () => {
      const batch = waiting;
      waiting = [];
      if (batch.length === 0) return;
      await trying(() => store.append(key, batch));
      await client.add(batch);
    });
    return flushing;
  }
  /** Looks by the rule as often as the rows allow. */
  async function nextRound(timeIsUp: boolean) {
    const round = await client.round(timeIsUp);
    if (round.ok) stopped = round.value.length === 0;
    return round;
  }
  function pace(): Pace {
    return paceOf(reached, total(state.value.target), begun, (now() - startedAt) / 1000);
  }

  const kept = await store.get(key);
  for await (const batch of store.read(key)) {
    for (const { cell, replication } of batch) there.add(nameOf(cell, replication));
    await client.add(batch);
  }
  const target = kept?.target ?? 0;
  change({ target });
  begun = countTo(target);
  if (until !== undefined && target > 0) await nextRound(false);
  change({ phase: restingPhase(), pace: { ...pace(), perSecond: null } });
  if (there.size > 0) await look();

  function restingPhase(): "paused" | "idle" {
    const { done, total } = pace();
    return stopped || done >= total ? "idle" : "paused";
  }

  async function go(target: number): Promise<void> {
    if (running !== null) return;
    const stopping = new AbortController();
    running = stopping;
    const release = await lock(key);
    if (release === null) {
      running = null;
      change({ phase: "elsewhere" });
      return;
    }
    change({ phase: "running", target, failure: null });
    begun = countTo(target);
    startedAt = now();
    change({ pace: pace() });
    let ended = false;
    const showing = show();
    try {
      await keep(target);
      const failure = until === undefined ? await runAll(missing(target)) : await runRounds();
      if (failure !== null && failure.code !== "cancelled") change({ failure });
    } finally {
      ended = true;
      await showing;
      await flush();
      await keep(state.value.target);
      await look();
      release();
      running = null;
      change({ phase: restingPhase(), pace: { ...pace(), perSecond: null } });
    }

    async function runAll(keys: Iterable<ReplicationKey>): Promise<Failure | null> {
      pool ??= createPool();
      return runReplications(pool, keys, {
        signal: stopping.signal,
        ...(secondsPerReplication === undefined ? {} : { secondsPerReplication }),
        onDone(done) {
          const name = nameOf(done.cell, done.replication);
          if (!there.has(name)) reached++;
          there.add(name);
          waiting.push(done);
        },
      });
    }

    /** Round after round, as the command line does. */
    async function runRounds(): Promise<Failure | null> {
      const hours = until?.hours ?? Number.POSITIVE_INFINITY;
      for (;;) {
        await flush();
        const round = await nextRound(now() - startedAt >= hours * 3_600_000);
        if (!round.ok) return round.error;
        if (round.value.length === 0) return null;
        const failure = await runAll(round.value);
        if (failure !== null) return failure;
      }
    }

    /** Keeps and shows what is done meanwhile, at a pace that leaves the threads their time. */
    async function show(): Promise<void> {
      let wait = 50;
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        if (ended || disposed) return;
        const from = now();
        if (waiting.length > 0) {
          await flush();
          change({ pace: pace() });
          await look();
        }
        wait = Math.max(millisecondsBetweenLooks, looksCostAtMost * (now() - from));
      }
    }
  }

  function* missing(target: number) {
    for (const key of replicationKeys(designOf(target)))
      if (!there.has(nameOf(key.cell, key.replication))) yield key;
  }

  async function idle(): Promise<void> {
    running?.abort();
    while (running !== null) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  return {
    state,
    look: computed(() => state.value.look),
    go,
    pause: () => running?.abort(),
    idle,
    async stop() {
      await idle();
      const complete = state.value.look?.complete ?? 0;
      change({ target: complete, phase: "idle", pace: paceOf(total(complete), total(complete), 0, 0) });
      await keep(complete);
      await look();
    },
    async choose(next) {
      if (next.cell === at.cell && next.method === at.method && next.estimand === at.estimand) return;
      at = next;
      if (there.size > 0) await look();
    },
    async dispose() {
      disposed = true;
      // What is done and not yet written is written still.
      await idle();
      await pool?.dispose();
    },
  };
}

function nameOf(cell: number, replication: number): string {
  return `${cell}:${replication}`;
}

function sameAs(one: LookedAt, other: LookedAt): boolean {
  return (
    one.cell === other.cell &&
    one.method === other.method &&
    one.estimand === other.estimand &&
    one.replications === other.replications
  );
}
