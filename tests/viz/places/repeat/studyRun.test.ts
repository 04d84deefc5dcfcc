import { describe, expect, test, vi } from "vitest";
import { openStudyRun } from "../../../../viz/places/repeat/studyRun.ts";
import { keepsNothing, type StudyStore } from "../../../../viz/store/studyStore.ts";
import type { StudyClient } from "../../../../workers/lab/studyClient.ts";
import type { StudyLook, StudyPlan } from "../../../../workers/lab/studyJobs.ts";
import { failed } from "../../../../workers/outcome.ts";
import type { ReplicationDone } from "../../../../workers/replicationService.ts";
import type { ReplicationPool } from "../../../../workers/runReplications.ts";

/** What a run knows of its plan: how many cells there are. */
const plan = {
  cells: [{ label: "a" }, { label: "b" }],
  design: { cells: [{ index: 0 }, { index: 1 }], design: { replications: 1 } },
} as unknown as StudyPlan;
const record = { key: "k", title: "t", text: "{}", link: "?", cells: 2, version: "1" };
const at = { cell: 0, method: "m", estimand: "x" };

/** A thread that counts what it is given. */
function fakeClient() {
  const added: string[] = [];
  const client: Pick<StudyClient, "add" | "look"> = {
    async add(done) {
      added.push(...done.map(({ cell, replication }) => `${cell}:${replication}`));
      return { ok: true, value: null };
    },
    look: async (asked) => ({
      ok: true,
      value: { at: asked, complete: Math.floor(added.length / 2) } as StudyLook,
    }),
  };
  return { added, client: client as StudyClient };
}

/** A store in memory. */
function fakeStore(kept: ReplicationDone[] = [], target = 0) {
  const state = { kept, target };
  const store: StudyStore = {
    ...keepsNothing,
    lasting: true,
    get: async () => ({ ...record, target: state.target, kept: state.kept.length, changed: 0 }),
    async put(study) {
      state.target = study.target;
    },
    async append(_, done) {
      state.kept.push(...done);
    },
    async *read() {
      yield [...state.kept];
    },
  };
  return { state, store };
}

/** One job after another; none after `stopAfter` until it is released. */
function fakePool(stopAfter = Number.POSITIVE_INFINITY): ReplicationPool {
  let ran = 0;
  return {
    size: 1,
    async run(batch, options) {
      // Long enough for replications to travel one by one.
      await new Promise((resolve) => setTimeout(resolve, 30));
      ran += batch.length;
      const signal = options?.signal;
      if (ran > stopAfter) {
        if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener("abort", resolve));
        return failed("cancelled", "stopped");
      }
      return { ok: true, value: batch.map((key) => ({ ...key, outcome: { ok: true, value: [] } })) };
    },
    dispose: async () => {},
  };
}

const parts = { plan, record, at, lock: async () => () => {}, now: () => performance.now() };

describe("a study on the page", () => {
  test("runs every replication of every cell once, and keeps it with what was asked for", async () => {
    const { client, added } = fakeClient();
    const { store, state } = fakeStore();
    const run = await openStudyRun({ ...parts, client, store, createPool: () => fakePool() });
    expect(run.state.value).toMatchObject({ phase: "idle", target: 0 });
    await run.go(3);
    expect(run.state.value).toMatchObject({ phase: "idle", target: 3, failure: null });
    expect(added.toSorted()).toEqual(["0:1", "0:2", "0:3", "1:1", "1:2", "1:3"]);
    expect(state.target).toBe(3);
    expect(state.kept).toHaveLength(6);
  });

  test("is paused in the middle, and goes on with what is missing when it is opened again", async () => {
    const { store, state } = fakeStore();
    const run = await openStudyRun({
      ...parts,
      store,
      client: fakeClient().client,
      createPool: () => fakePool(3),
    });
    const going = run.go(4);
    await vi.waitFor(() => expect(state.kept.length).toBeGreaterThan(0));
    run.pause();
    await going;
    expect(run.state.value.phase).toBe("paused");
    const before = state.kept.length;
    expect(before).toBeLessThan(8);

    const { client, added } = fakeClient();
    const again = await openStudyRun({ ...parts, client, store, createPool: () => fakePool() });
    expect(again.state.value).toMatchObject({ phase: "paused", target: 4, pace: { done: before, total: 8 } });
    await again.go(4);
    expect(again.state.value.phase).toBe("idle");
    expect(new Set(added).size).toBe(8);
    expect(state.kept).toHaveLength(8);
  });

  test("ends, when it is stopped, with the replications that every cell has", async () => {
    const { store, state } = fakeStore();
    const run = await openStudyRun({
      ...parts,
      store,
      client: fakeClient().client,
      createPool: () => fakePool(3),
    });
    void run.go(4);
    await vi.waitFor(() => expect(state.kept.length).toBeGreaterThan(0));
    await run.stop();
    expect(run.state.value).toMatchObject({ phase: "idle", target: 1 });
    expect(state.target).toBe(1);
  });

  test("of a design with a rule goes on round by round, each after all rows of the one before, until there is none", async () => {
    const { client, added } = fakeClient();
    const ruled = {
      ...plan,
      design: { ...plan.design, design: { replications: 10, until: { minimum: 2, every: 2 } } },
    } as unknown as StudyPlan;
    const seen: number[] = [];
    const rounds = {
      ...client,
      async round() {
        seen.push(added.length);
        const from = added.length / 2;
        const next = [1, 2].flatMap((step) => [0, 1].map((cell) => ({ cell, replication: from + step })));
        return { ok: true, value: added.length < 8 ? next : [] } as const;
      },
    } as StudyClient;
    const { store, state } = fakeStore();
    const run = await openStudyRun({
      ...parts,
      plan: ruled,
      client: rounds,
      store,
      createPool: () => fakePool(),
    });
    await run.go(10);
    expect(run.state.value).toMatchObject({ phase: "idle", target: 10, pace: { done: 8, total: 20 } });
    expect(seen).toEqual([0, 4, 8]);
    expect(state.kept).toHaveLength(8);
    const again = await openStudyRun({
      ...parts,
      plan: ruled,
      client: rounds,
      store,
      createPool: () => fakePool(),
    });
    expect(again.state.value.phase).toBe("idle");
  });

  test("is looked at, kept and shown some two times a second, however many replications come meanwhile", async () => {
    vi.useFakeTimers();
    try {
      const { client, added } = fakeClient();
      const { store, state } = fakeStore();
      const looks = vi.spyOn(client, "look");
      const adds = vi.spyOn(client, "add");
      const appends = vi.spyOn(store, "append");
      // A thread that does a batch in 30 ms of this clock.
      const run = await openStudyRun({
        ...parts,
        client,
        store,
        now: () => Date.now(),
        createPool: () => fakePool(),
      });
      let shown = 0;
      const unsubscribe = run.state.subscribe(() => {
        shown++;
      });
      const start = Date.now();
      let ended = 0;
      void run.go(500).then(() => {
        ended = Date.now();
      });
      await vi.advanceTimersByTimeAsync(60_000);
      unsubscribe();
      expect(run.state.value).toMatchObject({ phase: "idle", pace: { done: 1000, total: 1000 } });
      expect(added).toHaveLength(1000);
      expect(state.kept).toHaveLength(1000);
      const most = (ended - start) / 400 + 3;
      expect(looks.mock.calls.length).toBeGreaterThan(10);
      expect(looks.mock.calls.length).toBeLessThan(most);
      expect(adds.mock.calls.length).toBeLessThan(most);
      expect(appends.mock.calls.length).toBeLessThan(most);
      // Of each look the pace and the look, and what begins and ends the run.
      expect(shown).toBeLessThan(2 * most + 6);
    } finally {
      vi.useRealTimers();
    }
  });

  test("does not run while another tab does", async () => {
    const { store, state } = fakeStore();
    const run = await openStudyRun({
      ...parts,
      store,
      client: fakeClient().client,
      createPool: () => fakePool(),
      lock: async () => null,
    });
    await run.go(2);
    expect(run.state.value.phase).toBe("elsewhere");
    expect(state.kept).toEqual([]);
  });

  test("goes on when the browser cannot keep it, and says so", async () => {
    const { store } = fakeStore();
    const full: StudyStore = {
      ...store,
      append: () => Promise.reject(new DOMException("The disk is full.", "QuotaExceededError")),
    };
    const { client, added } = fakeClient();
    const run = await openStudyRun({ ...parts, client, store: full, createPool: () => fakePool() });
    await run.go(2);
    expect(added).toHaveLength(4);
    expect(run.state.value).toMatchObject({
      kept: false,
      failure: { code: "not-kept", message: "The disk is full." },
    });
  });

  test("stops with the cause where no thread can be started", async () => {
    const { store } = fakeStore();
    const pool: ReplicationPool = {
      ...fakePool(),
      run: async () => failed("worker-not-started", "The worker could not start."),
    };
    const run = await openStudyRun({ ...parts, store, client: fakeClient().client, createPool: () => pool });
    await run.go(2);
    expect(run.state.value).toMatchObject({ phase: "paused", failure: { code: "worker-not-started" } });
  });
});
