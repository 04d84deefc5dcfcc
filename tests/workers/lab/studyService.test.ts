import { describe, expect, test } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { runReplication } from "../../../study/replication.ts";
import type { ReplicationKey } from "../../../study/replicationKeys.ts";
import { replicationsCsv, summaryJson } from "../../../study/results/resultContents.ts";
import { rowsInMemory } from "../../../study/rowSource.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import { summariseSource } from "../../../study/summary.ts";
import { lastLooks } from "../../../study/until/lastLooks.ts";
import { untilRounds } from "../../../study/until/untilRounds.ts";
import type { StudyJob, StudyResult } from "../../../workers/lab/studyJobs.ts";
import { studyService } from "../../../workers/lab/studyService.ts";

const json = {
  aim: "A Cox model of few firms.",
  dataGenerating: { scenario: "canello-2022/return", vary: { firms: [150, 200] } },
  methods: ["canello-2022/cox-yearly"],
  performance: ["bias", "coverage"],
  replications: 3,
  seed: "service",
};
const source = { from: "text", text: JSON.stringify(json), name: "small.json" } as const;
const design = resolveDesign(parseDesign(json));
const estimand = "msePeersSameDestinationBeforeEntry";
const method = "canello-2022/cox-yearly";

function fail(): never {
  throw new Error("the design has no rule");
}

/** The service as a thread has it. */
async function started() {
  const run = await studyService.prepare(null);
  return async <Kind extends StudyJob["kind"]>(job: Extract<StudyJob, { kind: Kind }>) =>
    (await run(job, () => {}, new AbortController().signal)) as Extract<StudyResult, { kind: Kind }>;
}

function done(cell: number, replication: number) {
  return {
    cell,
    replication,
    outcome: { ok: true, value: runReplication(design, cell, replication) },
  } as const;
}

describe("the studying thread", () => {
  test("refuses a design with the parser's message, its file and its place", async () => {
    const ask = await started();
    const faulty = (text: string) => ask({ kind: "plan", source: { from: "text", text, name: "d.json" } });
    await expect(faulty('{"aim": 1, "aim": 2}')).rejects.toThrow(/^d\.json: aim: found the name twice/);
    await expect(faulty(JSON.stringify({ ...json, seed: 1 }))).rejects.toThrow(/^seed: /);
  });

  test("says which design a page does not run: one with too many replications or cells", async () => {
    const ask = await started();
    const planned = async (change: object) => {
      const text = JSON.stringify({ ...json, ...change });
      return (await ask({ kind: "plan", source: { from: "text", text, name: "" } })).plan.refused;
    };
    expect(await planned({})).toBeNull();
    expect(await planned({ replications: 50_001 })).toBe("too-large");
    expect(await planned({ replications: 300, until: { mcse: { coverage: 0.01 } } })).toBeNull();
  });

  test("summarises what has come so far, in any order, as a summary of it all does", async () => {
    const ask = await started();
    const { plan } = await ask({ kind: "plan", source });
    expect(plan.cells.map(({ label }) => label)).toEqual(["firms = 150", "firms = 200"]);
    expect(plan.cells[0]?.methods[0]?.first).toBe(estimand);
    await ask({ kind: "add", done: [done(1, 3), done(0, 2), done(1, 1)] });
    const at = { cell: 1, method, estimand, replications: 3 };
    const { look } = await ask({ kind: "look", at });
    expect([...look.replications]).toEqual([1, 3]);
    expect(look.counts).toEqual([1, 2]);
    expect(look.complete).toBe(0);
    const rows = [runReplication(design, 1, 1), runReplication(design, 1, 3)].flat();
    const whole = summariseSource(design, rowsInMemory(design, rows)).estimands.find(
      (each) => each.estimand === estimand,
    );
    expect(look.estimand?.estimate).toEqual(whole?.estimate);
    expect(look.estimand?.measures).toMatchObject({ bias: whole?.measures.bias });
  });

  test("makes the files of the replications that every cell has, as the command line does of that design", async () => {
    const ask = await started();
    await ask({ kind: "plan", source });
    const keys = [
      [0, 1],
      [1, 2],
      [1, 1],
      [0, 2],
      [1, 3],
    ] as const;
    await ask({ kind: "add", done: keys.map(([cell, replication]) => done(cell, replication)) });
    const { files } = await ask({ kind: "files", replications: 2 });
    const two = resolveDesign(parseDesign({ ...json, replications: 2 }));
    const rows = rowsInMemory(
      two,
      keys.filter(([, replication]) => replication <= 2).flatMap(([cell, r]) => runReplication(two, cell, r)),
    );
    const text = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes);
    expect(text("design.json")).toBe(`${JSON.stringify(two.design, null, 2)}\n`);
    expect(text("replications.csv")).toBe([...replicationsCsv(two, rows)].join(""));
    expect(text("summary.json")).toBe(summaryJson(summariseSource(two, rows)));
    const { files: alone } = await ask({ kind: "files", replications: 2, only: "summary.json" });
    expect(alone).toEqual(files.filter(({ name }) => name === "summary.json"));
  });

  test("runs a design with a rule in rounds, and makes the files of the command line once every cell has stopped", async () => {
    const until = { mcse: { bias: 0.2 }, minimum: 2, every: 2 };
    const ruled = { ...json, performance: ["bias"], replications: 8, until };
    const ask = await started();
    await ask({ kind: "plan", source: { ...source, text: JSON.stringify(ruled) } });
    const whole = resolveDesign(parseDesign(ruled));
    const run = (key: ReplicationKey) => ({
      ...key,
      outcome: { ok: true, value: runReplication(whole, key.cell, key.replication) } as const,
    });
    await expect(ask({ kind: "files", replications: 8 })).rejects.toThrow(/not stopped every cell/);
    // The same rounds as the command line has.
    const rounds = untilRounds(whole, whole.design.until ?? fail());
    const rows: EstimateRow[] = [];
    for (let round = rounds.round(); round !== null; round = rounds.round()) {
      const { missing } = await ask({ kind: "round", timeIsUp: false });
      expect(missing).toEqual(round);
      const found = missing.map(run);
      await ask({ kind: "add", done: found });
      rows.push(...found.flatMap(({ outcome }) => outcome.value));
      rounds.look(rowsInMemory(whole, rows), false);
    }
    expect((await ask({ kind: "round", timeIsUp: false })).missing).toEqual([]);
    // A replication that no look counts is in no file.
    const last = rounds.lastOf(0);
    if (last < 8) await ask({ kind: "add", done: [run({ cell: 0, replication: last + 1 })] });
    const { look } = await ask({ kind: "look", at: { cell: 0, method, estimand, replications: 8 } });
    expect(look.rule).toEqual({ stopped: true, looks: lastLooks(rounds) });
    const { files } = await ask({ kind: "files", replications: 8 });
    const text = (name: string) => new TextDecoder().decode(files.find((file) => file.name === name)?.bytes);
    expect(text("looks.json")).toBe(`${JSON.stringify(rounds.looks(), null, 2)}\n`);
    const summary = summariseSource(whole, rowsInMemory(whole, rows), lastLooks(rounds));
    expect(text("summary.json")).toBe(summaryJson(summary));
    expect(text("design.json")).toBe(`${JSON.stringify(whole.design, null, 2)}\n`);
  });

  test("counts a replication that lost its thread as a failure of each method, with the cause", async () => {
    const ask = await started();
    await ask({ kind: "plan", source });
    const error = { code: "worker-died", message: "The worker died: out of memory." };
    await ask({ kind: "add", done: [{ cell: 0, replication: 1, outcome: { ok: false, error } }] });
    const { look } = await ask({ kind: "look", at: { cell: 0, method, estimand, replications: 1 } });
    expect(look.method?.causes).toMatchObject([{ status: "worker-died", count: 1, message: error.message }]);
    expect([...look.estimates]).toEqual([Number.NaN]);
    const { found } = await ask({ kind: "replication", cell: 0, replication: 1 });
    expect(found.rows.map(({ conclusion }) => conclusion)).toEqual([null]);
  });

  test("leaves the planned study as it is when another design is only read", async () => {
    const ask = await started();
    await ask({ kind: "plan", source });
    await ask({ kind: "add", done: [done(0, 1)] });
    await ask({ kind: "read", source: { ...source, text: JSON.stringify({ ...json, seed: "other" }) } });
    const { look } = await ask({ kind: "look", at: { cell: 0, method, estimand, replications: 3 } });
    expect(look.counts).toEqual([1, 0]);
  });
});
