import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { spawnNodeWorker } from "../../../workers/nodeEndpoint.ts";
import { createPool, type Pool } from "../../../workers/pool.ts";
import { bundle, temporaryFolder } from "../bundle.ts";
import type { ToyJob, ToySetup } from "../fixtures/toyService.ts";

const folder = temporaryFolder();
let pool: Pool<ToyJob, unknown, number>;
let threads = 0;

function toyPool(): Pool<ToyJob, unknown, number> {
  const url = pathToFileURL(join(folder.path, "toyNodeWorker.js"));
  threads = 0;
  pool = createPool<ToySetup, ToyJob, unknown, number>({
    spawn: () => {
      threads += 1;
      return spawnNodeWorker(url);
    },
    size: 1,
    setup: {},
  });
  return pool;
}

/** Long enough for a job to be on its way to a thread that is ready. */
const begun = () => new Promise((resolve) => setTimeout(resolve, 10));

beforeAll(() => bundle("node", folder.path, { toyNodeWorker: "tests/workers/fixtures/toyNodeWorker.ts" }));
afterEach(() => pool.dispose());
afterAll(() => folder.remove());

describe("a job whose thread is asked to give it up", () => {
  it("is cancelled at once, and a thread that does not listen is ended and replaced", async () => {
    toyPool();
    await pool.run({ do: "add", a: 1, b: 1 });
    const abort = new AbortController();
    const spinning = pool.run({ do: "spin" }, { signal: abort.signal, cancel: "ask" });
    const next = pool.run({ do: "add", a: 2, b: 3 });
    await begun();
    abort.abort();
    expect(await spinning).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(threads).toBe(1);
    expect(await next).toEqual({ ok: true, value: 5 });
    expect(threads).toBe(2);
  });

  it("leaves its thread to the next job where it ends by itself soon, and reports nothing more", async () => {
    toyPool();
    await pool.run({ do: "add", a: 1, b: 1 });
    const abort = new AbortController();
    const heard: number[] = [];
    const short = pool.run(
      { do: "report", times: 2, forMilliseconds: 100 },
      { signal: abort.signal, cancel: "ask", onProgress: (done) => heard.push(done) },
    );
    await begun();
    abort.abort();
    expect(await short).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await pool.run({ do: "add", a: 2, b: 3 })).toEqual({ ok: true, value: 5 });
    expect(threads).toBe(1);
    expect(heard).toEqual([]);
  });

  it("is not begun where its thread was still being prepared", async () => {
    toyPool();
    const abort = new AbortController();
    const never = pool.run({ do: "exit" }, { signal: abort.signal, cancel: "ask" });
    abort.abort();
    expect(await never).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(await pool.run({ do: "add", a: 2, b: 3 })).toEqual({ ok: true, value: 5 });
  });
});
