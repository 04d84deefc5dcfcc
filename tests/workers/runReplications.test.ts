import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ResolvedDesign } from "../../study/cells.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import { spawnNodeWorker } from "../../workers/nodeEndpoint.ts";
import type { ReplicationDone } from "../../workers/replicationService.ts";
import {
  createReplicationPool,
  type ReplicationPool,
  runReplications,
} from "../../workers/runReplications.ts";
import { bundle, temporaryFolder } from "./bundle.ts";
import { fakeReplication } from "./fixtures/fakeReplication.ts";

const folder = temporaryFolder();
const worker = pathToFileURL(join(folder.path, "fakeReplicationWorker.js"));
const pools: ReplicationPool[] = [];
const design: ResolvedDesign = {
  design: {
    aim: "none",
    dataGenerating: [],
    performance: ["bias"],
    replications: 1,
    seed: "a seed",
    alpha: 0.05,
    streams: "independent",
  },
  cells: [],
};

function replicationPool(size: number, url = worker): ReplicationPool {
  const pool = createReplicationPool({ spawn: () => spawnNodeWorker(url), size, design });
  pools.push(pool);
  return pool;
}

function keysOf(cells: number, replications: number): ReplicationKey[] {
  return Array.from({ length: cells * replications }, (_, i) => ({
    cell: Math.floor(i / replications),
    replication: (i % replications) + 1,
  }));
}

const byKey = (a: ReplicationKey, b: ReplicationKey) => a.cell - b.cell || a.replication - b.replication;

async function collect(pool: ReplicationPool, keys: Iterable<ReplicationKey>, signal?: AbortSignal) {
  const all: ReplicationDone[] = [];
  const onDone = (done: ReplicationDone) => void all.push(done);
  const failure = await runReplications(pool, keys, signal ? { signal, onDone } : { onDone });
  return { failure, all: all.sort(byKey) };
}

beforeAll(() =>
  bundle("node", folder.path, { fakeReplicationWorker: "tests/workers/fixtures/fakeReplicationWorker.ts" }),
);
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.dispose())));
afterAll(() => folder.remove());

test("every replication is reported once, equal to one run in this thread, with 1 worker as with 3", async () => {
  const keys = keysOf(3, 400).filter(({ replication }) => replication !== 13);
  const expected = keys.map((key) => ({
    ...key,
    outcome: { ok: true, value: fakeReplication(design, key.cell, key.replication) },
  }));
  for (const size of [1, 3]) {
    expect(await collect(replicationPool(size), keys)).toEqual({ failure: null, all: expected });
  }
});

test("no replications are done at once", async () => {
  expect(await collect(replicationPool(2), [])).toEqual({ failure: null, all: [] });
});

test("short replications travel in batches", async () => {
  const pool = replicationPool(1);
  let messages = 0;
  const counting: ReplicationPool = {
    ...pool,
    run: (batch, options) => {
      messages++;
      return pool.run(batch, options);
    },
  };
  const { all } = await collect(
    counting,
    keysOf(1, 640).filter(({ replication }) => replication > 13),
  );
  expect(all).toHaveLength(627);
  expect(messages).toBeLessThan(all.length);
});

describe("a replication that fails", () => {
  test("by an exception is reported with its code; the others of its batch are whole", async () => {
    const { failure, all } = await collect(replicationPool(1), keysOf(1, 40));
    expect(failure).toBeNull();
    expect(all[12]).toEqual({
      cell: 0,
      replication: 13,
      outcome: { ok: false, error: { code: "collapsed", message: "The world collapsed." } },
    });
    expect(all.filter(({ outcome }) => outcome.ok)).toHaveLength(39);
  });

  test("by killing its thread is the only one lost", async () => {
    const keys = [...keysOf(1, 60).slice(20), { cell: 0, replication: 666 }, ...keysOf(2, 60).slice(80)];
    const { failure, all } = await collect(replicationPool(2), keys);
    expect(failure).toBeNull();
    expect(all).toHaveLength(keys.length);
    const lost = all.filter(({ outcome }) => !outcome.ok);
    expect(lost).toMatchObject([{ cell: 0, replication: 666, outcome: { error: { code: "worker-died" } } }]);
  });
});

describe("a replication that takes longer than it may", () => {
  test("is reported with its limit, tried once, and the only one lost of its batch", async () => {
    const keys = [...keysOf(1, 60).slice(20), { cell: 0, replication: 1000 }, ...keysOf(2, 60).slice(80)];
    const all: ReplicationDone[] = [];
    const failure = await runReplications(replicationPool(1), keys, {
      secondsPerReplication: 1,
      onDone: (done) => void all.push(done),
    });
    expect(failure).toBeNull();
    expect(all).toHaveLength(keys.length);
    const lost = all.filter(({ outcome }) => !outcome.ok);
    const error = { code: "time-limit", message: "It took longer than 1 s, the time limit." };
    expect(lost).toEqual([{ cell: 0, replication: 1000, outcome: { ok: false, error } }]);
  });
});

describe("a run that stops", () => {
  test("because it is cancelled says so, and does not report what was under way as failed", async () => {
    const controller = new AbortController();
    const endless = function* () {
      yield { cell: 0, replication: 1 };
      for (;;) yield { cell: 0, replication: 1000 };
    };
    const all: ReplicationDone[] = [];
    const failure = await runReplications(replicationPool(2), endless(), {
      signal: controller.signal,
      onDone(done) {
        all.push(done);
        controller.abort();
      },
    });
    expect(failure).toMatchObject({ code: "cancelled" });
    expect(all).toMatchObject([{ replication: 1, outcome: { ok: true } }]);
  });

  test("because its workers cannot start reports no replication", async () => {
    const missing = new URL("./nothing-here.js", worker);
    const { failure, all } = await collect(replicationPool(2, missing), keysOf(1, 5000));
    expect(failure).toMatchObject({ code: "worker-not-started" });
    expect(all).toEqual([]);
  });

  test("because the receiver of its rows fails passes that exception on", async () => {
    const failing = runReplications(replicationPool(2), keysOf(1, 100), {
      onDone: () => Promise.reject(new Error("No space left.")),
    });
    await expect(failing).rejects.toThrow("No space left.");
  });
});
