import { spawnSync } from "node:child_process";
import { getEventListeners } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { spawnNodeWorker } from "../../workers/nodeEndpoint.ts";
import { createPool, type Pool } from "../../workers/pool.ts";
import { bundle, temporaryFolder } from "./bundle.ts";
import type { ToyJob, ToySetup } from "./fixtures/toyService.ts";

const folder = temporaryFolder();
const toyWorker = pathToFileURL(join(folder.path, "toyNodeWorker.js"));
const pools: Pool<ToyJob, unknown, number>[] = [];

function toyPool(size: number, setup: ToySetup = {}, url = toyWorker): Pool<ToyJob, unknown, number> {
  const pool = createPool<ToySetup, ToyJob, unknown, number>({
    spawn: () => spawnNodeWorker(url),
    size,
    setup,
  });
  pools.push(pool);
  return pool;
}

/** A counter that every thread of a pool sees. */
const sharedCounter = () => new Int32Array(new SharedArrayBuffer(4));
const add = (a: number, b: number): ToyJob => ({ do: "add", a, b });
const openPorts = () => process.getActiveResourcesInfo().filter((kind) => kind === "MessagePort").length;

beforeAll(() =>
  bundle("node", folder.path, {
    toyNodeWorker: "tests/workers/fixtures/toyNodeWorker.ts",
    forgetsToDispose: "tests/workers/fixtures/forgetsToDispose.ts",
  }),
);
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.dispose())));
afterAll(() => folder.remove());

describe("jobs", () => {
  test("come back with their own results, whichever thread ran them", async () => {
    const pool = toyPool(3);
    const outcomes = await Promise.all(Array.from({ length: 100 }, (_, i) => pool.run(add(i, 1000))));
    expect(outcomes).toEqual(Array.from({ length: 100 }, (_, i) => ({ ok: true, value: i + 1000 })));
  });

  test("start in the order in which they were asked for", async () => {
    const pool = toyPool(1);
    const finished: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        await pool.run(add(i, 0));
        finished.push(i);
      }),
    );
    expect(finished).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test("use no more threads than the pool's size, and no more than there is work for", async () => {
    const threads = sharedCounter();
    const pool = toyPool(2, { threads });
    await pool.run({ do: "threadNumber" });
    expect(threads[0]).toBe(1);
    await Promise.all(Array.from({ length: 50 }, () => pool.run({ do: "threadNumber" })));
    expect(threads[0]).toBe(2);
  });
});

describe("a job that throws", () => {
  test("keeps its error's code, message, cause and details, but for what cannot be cloned", async () => {
    expect(await toyPool(1).run({ do: "throwWithCode" })).toEqual({
      ok: false,
      error: {
        code: "toy-broke",
        message: "The wheel came off.",
        details: { path: "toys[3].wheel", cause: "a bump" },
      },
    });
  });

  test("keeps zod's issues", async () => {
    const outcome = await toyPool(1).run({ do: "rejectInvalidRequest" });
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        details: {
          issues: [
            { path: ["firms"], code: "invalid_type" },
            { code: "unrecognized_keys", keys: ["typo"] },
          ],
        },
      },
    });
  });

  test("is reported when what it threw is no Error", async () => {
    expect(await toyPool(1).run({ do: "throwText" })).toEqual({
      ok: false,
      error: { code: "unknown", message: "just a text" },
    });
  });

  test("leaves its thread in use: it is not tried again", async () => {
    const threads = sharedCounter();
    const pool = toyPool(1, { threads });
    await pool.run({ do: "throwWithCode" });
    expect(await pool.run({ do: "threadNumber" })).toEqual({ ok: true, value: 1 });
  });
});

describe("what cannot be cloned", () => {
  test("as a result is a failure with a message", async () => {
    const outcome = await toyPool(1).run({ do: "returnFunction" });
    expect(outcome).toMatchObject({ ok: false, error: { message: "Unserializable return value" } });
  });

  test("as a job is a failure with a message", async () => {
    const job = { do: "add", a: () => 1, b: 2 } as unknown as ToyJob;
    expect(await toyPool(1).run(job)).toMatchObject({ ok: false, error: { code: "DataCloneError" } });
  });
});

describe("a thread that dies", () => {
  test("costs its job a second attempt, on a fresh thread", async () => {
    const threads = sharedCounter();
    const pool = toyPool(1, { threads });
    expect(await pool.run({ do: "crashOnFirstThread" })).toEqual({ ok: true, value: 2 });
  });

  test.each([
    ["crash", "the toy exploded"],
    ["exit", "exit code 3"],
  ] as const)("twice under the same job (%s) fails it, and only it", async (what, message) => {
    const threads = sharedCounter();
    const pool = toyPool(1, { threads });
    const [before, failure, after] = await Promise.all([
      pool.run(add(1, 1)),
      pool.run({ do: what }),
      pool.run(add(2, 2)),
    ]);
    expect(before).toEqual({ ok: true, value: 2 });
    expect(failure).toMatchObject({ ok: false, error: { code: "worker-died" } });
    expect(failure).toHaveProperty("error.message", expect.stringContaining(message));
    expect(after).toEqual({ ok: true, value: 4 });
    expect(threads[0]).toBe(3);
  });

  test("of a missing file is a message, not a wait without end", async () => {
    const missing = new URL("./nothing-here.js", toyWorker);
    const outcome = await toyPool(2, {}, missing).run(add(1, 1));
    expect(outcome).toMatchObject({ ok: false, error: { code: "worker-not-started" } });
    expect(outcome).toHaveProperty("error.message", expect.stringContaining("nothing-here.js"));
  });

  test("while it is prepared is told apart from one that dies at work", async () => {
    const outcome = await toyPool(1, { crash: true }).run(add(1, 1));
    expect(outcome).toMatchObject({ ok: false, error: { code: "worker-not-started" } });
  });

  test("between two jobs costs the second none of its attempts", async () => {
    const spawned: ReturnType<typeof spawnNodeWorker>[] = [];
    const pool = createPool<ToySetup, ToyJob, unknown>({
      spawn: () => {
        const endpoint = spawnNodeWorker(toyWorker);
        spawned.push(endpoint);
        return endpoint;
      },
      size: 1,
      setup: {},
    });
    await pool.run(add(1, 1));
    await spawned[0]?.terminate();
    await pool.run({ do: "crash" });
    expect(spawned).toHaveLength(1 + 2);
    await pool.dispose();
  });
});

test("a setup the service refuses fails each job with the service's own code", async () => {
  const pool = toyPool(1, { refuse: "No such world." });
  for (const _ of [1, 2])
    expect(await pool.run(add(1, 1))).toEqual({
      ok: false,
      error: { code: "refused", message: "No such world." },
    });
});

describe("cancelling", () => {
  test("settles a job that would never end, and the thread's place is free again", async () => {
    const threads = sharedCounter();
    const pool = toyPool(1, { threads });
    const controller = new AbortController();
    const hung = pool.run({ do: "spin" }, { signal: controller.signal });
    const queued = pool.run({ do: "threadNumber" });
    const stillHung = Symbol();
    while (threads[0] === 0) await pause(5);
    expect(await Promise.race([hung, pause(50).then(() => stillHung)])).toBe(stillHung);
    controller.abort();
    expect(await hung).toEqual({
      ok: false,
      error: { code: "cancelled", message: "This operation was aborted" },
    });
    expect(await queued).toEqual({ ok: true, value: 2 });
  });

  test("takes a waiting job out of the queue and leaves the running one alone", async () => {
    const threads = sharedCounter();
    const pool = toyPool(1, { threads });
    const controller = new AbortController();
    const runs = pool.run({ do: "threadNumber" });
    const waits = pool.run({ do: "threadNumber" }, { signal: controller.signal });
    controller.abort(new Error("The reader left."));
    expect(await waits).toEqual({ ok: false, error: { code: "cancelled", message: "The reader left." } });
    expect(await runs).toEqual({ ok: true, value: 1 });
    expect(threads[0]).toBe(1);
  });

  test("before the start starts nothing", async () => {
    const threads = sharedCounter();
    const pool = toyPool(1, { threads });
    expect(await pool.run(add(1, 1), { signal: AbortSignal.abort() })).toMatchObject({
      error: { code: "cancelled" },
    });
    expect(threads[0]).toBe(0);
  });

  test("leaves no listener on the signal once jobs are done", async () => {
    const pool = toyPool(2);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 10 }, (_, i) => pool.run(add(i, i), { signal })));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("progress", () => {
  test("arrives while the job runs, in order, at most ten times a second", async () => {
    const seen: number[] = [];
    const outcome = await toyPool(1).run(
      { do: "report", times: 1000, forMilliseconds: 450 },
      { onProgress: (done) => seen.push(done) },
    );
    expect(outcome).toEqual({ ok: true, value: "reported" });
    expect(seen[0]).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    // 450 ms hold the first report and one after each full 100 ms; a stalled machine can only see fewer.
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(seen.length).toBeLessThanOrEqual(6);
  });

  test("goes to the job that made it", async () => {
    const pool = toyPool(2);
    const seen: Record<string, number[]> = { a: [], b: [] };
    await Promise.all(
      Object.values(seen).map((list, i) =>
        pool.run(
          { do: "report", times: 1, forMilliseconds: 0 },
          { onProgress: (done) => list.push(done + i) },
        ),
      ),
    );
    expect(seen).toEqual({ a: [1], b: [2] });
  });

  test("stops with the cancelled job", async () => {
    const controller = new AbortController();
    let callsAfterwards = 0;
    const pool = toyPool(1);
    const run = pool.run(
      { do: "report", times: 1e6, forMilliseconds: 60_000 },
      {
        signal: controller.signal,
        onProgress: () => (controller.signal.aborted ? callsAfterwards++ : controller.abort()),
      },
    );
    expect(await run).toMatchObject({ error: { code: "cancelled" } });
    await pool.run(add(1, 1));
    expect(callsAfterwards).toBe(0);
  });
});

describe("disposing", () => {
  test("settles what runs and what waits, and refuses what comes later", async () => {
    const pool = toyPool(1);
    const runs = pool.run({ do: "spin" });
    const waits = pool.run(add(1, 1));
    await pool.dispose();
    const disposed = { ok: false, error: { code: "pool-disposed" } };
    expect(await runs).toMatchObject(disposed);
    expect(await waits).toMatchObject(disposed);
    expect(await pool.run(add(1, 1))).toMatchObject(disposed);
  });

  test("leaves no open port behind", async () => {
    const before = openPorts();
    const pool = toyPool(2);
    await Promise.all([pool.run(add(1, 1)), pool.run(add(1, 1))]);
    await pool.dispose();
    expect(openPorts()).toBe(before);
  });
});

test("idle threads do not keep a program alive that forgot to close its pool", () => {
  const run = spawnSync(process.execPath, [join(folder.path, "forgetsToDispose.js")], {
    timeout: 30_000,
    encoding: "utf8",
  });
  expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 0, stdout: "3\n" });
});

test("5,000 jobs leave at most two ports a worker", async () => {
  const before = openPorts();
  const pool = toyPool(2);
  const total = { value: 0 };
  const outcomes = await Promise.all(
    Array.from({ length: 5000 }, (_, i) =>
      i % 2 === 0
        ? pool.run(add(i, 1), { onProgress: () => total.value++ })
        : pool.run({ do: "report", times: 1, forMilliseconds: 0 }, { onProgress: () => total.value++ }),
    ),
  );
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
  expect(total.value).toBeGreaterThan(0);
  expect(openPorts() - before).toBeLessThanOrEqual(2 * pool.size);
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
