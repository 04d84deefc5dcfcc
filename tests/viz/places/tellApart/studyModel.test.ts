import { describe, expect, test, vi } from "vitest";
import type { ResolvedDesign } from "../../../../study/cells.ts";
import type { EstimateRow } from "../../../../study/rows.ts";
import { keptRound, keptRounds } from "../../../../viz/places/tellApart/keptRound.ts";
import { createStudyModel } from "../../../../viz/places/tellApart/studyModel.ts";
import type { TellApartThread } from "../../../../viz/places/tellApart/thread.ts";
import { labVersion } from "../../../../viz/shell/labVersion.ts";
import { type KeptStudy, keepsNothing, type StudyStore } from "../../../../viz/store/studyStore.ts";
import type { FoundVerdict } from "../../../../workers/lab/tellApartJobs.ts";
import { failed } from "../../../../workers/outcome.ts";
import type { ReplicationDone } from "../../../../workers/replicationService.ts";
import type { ReplicationPool } from "../../../../workers/runReplications.ts";

const design = { cells: [{}, {}, {}], design: {} } as unknown as ResolvedDesign;
/** Between two verdicts the model pauses for half a second. */
const patient = { timeout: 10_000 };

/** All that the model reads of a row. */
const row = { status: "ok", estimand: "msePeersSameDestination" } as EstimateRow;

/** A thread whose verdict says how many rows it was judged from. */
function fakeThread(): TellApartThread {
  let held = 0;
  const thread: Pick<TellApartThread, "run"> = {
    async run(job) {
      if (job.kind === "study")
        return {
          ok: true,
          value: { kind: "study", resolved: design, name: "n", file: `${job.replications}` },
        };
      if (job.kind !== "verdict") throw new Error(`unexpected ${job.kind}`);
      held = job.from + job.rows.length;
      const found = { verdict: { replications: held } } as FoundVerdict;
      return { ok: true, value: { kind: "verdict", found } };
    },
  };
  return thread as TellApartThread;
}

function fakeStore() {
  const studies = new Map<string, Omit<KeptStudy, "kept">>();
  const rows = new Map<string, ReplicationDone>();
  const withCount = (study: Omit<KeptStudy, "kept">) => ({ ...study, kept: rows.size });
  const store: StudyStore = {
    ...keepsNothing,
    lasting: true,
    list: async () => [...studies.values()].map(withCount),
    async get(key) {
      const found = studies.get(key);
      return found && withCount(found);
    },
    async put(study) {
      studies.set(study.key, study);
    },
    async append(_, done) {
      for (const each of done) rows.set(`${each.cell} ${each.replication}`, each);
    },
    async *read() {
      yield [...rows.values()];
    },
  };
  return { store, studies, rows };
}

/** Runs one replication after another; waits to be stopped after `most` of them. */
function fakePool(most = Number.POSITIVE_INFINITY) {
  const ran: string[] = [];
  const pool: ReplicationPool = {
    size: 1,
    async run(batch, options) {
      const signal = options?.signal;
      if (ran.length + batch.length > most) {
        if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener("abort", resolve));
        return failed("cancelled", "stopped");
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const { cell, replication } of batch) ran.push(`${cell} ${replication}`);
      return { ok: true, value: batch.map((key) => ({ ...key, outcome: { ok: true, value: [row] } })) };
    },
    dispose: async () => {},
  };
  return { pool, ran };
}

type Lock = () => Promise<(() => void) | null>;

function model(store: StudyStore, pool: ReplicationPool, lock: Lock = async () => () => {}) {
  return createStudyModel(fakeThread(), "4", {
    openRound: async (study, seed) => keptRound(store, lock, study, seed),
    createPool: () => pool,
  });
}

describe("the study of a round of Tell apart", () => {
  test("is empty at first, runs three worlds of each history, and is kept with what was asked for", async () => {
    const { store, studies, rows } = fakeStore();
    const { pool, ran } = fakePool();
    const study = model(store, pool);
    study.open();
    await vi.waitFor(() => expect(study.phase.value).toBe("empty"), patient);
    study.run(2);
    await vi.waitFor(() => expect(study.phase.value).toBe("done"), patient);
    expect(ran.toSorted()).toEqual(["0 1", "0 2", "1 1", "1 2", "2 1", "2 2"]);
    expect(rows.size).toBe(6);
    expect([...studies.values()]).toMatchObject([{ target: 2, cells: 3, round: "4", text: "2" }]);
    expect(study.found.value?.verdict.replications).toBe(6);
  });

  test("paused and opened again, has its verdict at once and goes on with what is missing", async () => {
    const { store, rows } = fakeStore();
    const first = model(store, fakePool(4).pool);
    first.open();
    first.run(3);
    await vi.waitFor(() => expect(first.done.value).toBe(4), patient);
    first.pause();
    expect(first.phase.value).toBe("paused");
    await first.idle();
    expect(rows.size).toBe(4);

    const { pool, ran } = fakePool();
    const again = model(store, pool);
    again.open();
    await vi.waitFor(() => expect(again.phase.value).toBe("paused"), patient);
    expect(again.found.value?.verdict.replications).toBe(4);
    expect([again.done.value, again.asked.value, again.file.value?.text]).toEqual([4, 9, "3"]);
    again.run(3);
    await vi.waitFor(() => expect(again.phase.value).toBe("done"), patient);
    expect(ran).toHaveLength(5);
    expect(rows.size).toBe(9);

    const third = model(store, pool);
    third.open();
    await vi.waitFor(() => expect(third.phase.value).toBe("done"), patient);
    expect(third.found.value?.verdict.replications).toBe(9);
  });

  test("keeps what was run when the page leaves it in the middle", async () => {
    const { store, rows } = fakeStore();
    const study = model(store, fakePool(3).pool);
    study.open();
    study.run(3);
    await vi.waitFor(() => expect(study.done.value).toBe(3), patient);
    study.dispose();
    await vi.waitFor(() => expect(rows.size).toBe(3), patient);
  });

  test("does not run while another tab does", async () => {
    const { store, rows } = fakeStore();
    const study = model(store, fakePool().pool, async () => null);
    study.open();
    study.run(1);
    await vi.waitFor(() => expect(study.phase.value).toBe("elsewhere"), patient);
    expect(rows.size).toBe(0);
  });

  test("goes on where the browser keeps nothing, and says so", async () => {
    const full: StudyStore = {
      ...fakeStore().store,
      append: () => Promise.reject(new DOMException("The disk is full.", "QuotaExceededError")),
    };
    const study = model(full, fakePool().pool);
    study.open();
    study.run(1);
    await vi.waitFor(() => expect(study.phase.value).toBe("done"), patient);
    expect(study.lasting.value).toBe(false);
    expect(study.done.value).toBe(3);
  });
});

describe("the rounds that are offered again", () => {
  test("are the studies of rounds that this version made", async () => {
    const record = { key: "k", title: "t", text: "", link: "?", target: 1, cells: 3, changed: 0 };
    const { store } = fakeStore();
    await store.put({ ...record, key: "a", version: labVersion, round: "4" });
    await store.put({ ...record, key: "b", version: labVersion });
    await store.put({ ...record, key: "c", version: "0.0.1", round: "5" });
    expect((await keptRounds(store)).map(({ key }) => key)).toEqual(["a"]);
  });
});
