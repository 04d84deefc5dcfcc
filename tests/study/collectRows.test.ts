import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../study/cells.ts";
import {
  collectRows,
  type ReplicationJob,
  type ReplicationOutcome,
  replicationJobs,
} from "../../study/collectRows.ts";
import { parseDesign } from "../../study/design.ts";
import type { EstimateRow } from "../../study/rows.ts";

const resolved = resolveDesign(
  parseDesign({
    aim: "Is it there?",
    dataGenerating: { scenario: "canello-2022", vary: { firms: [10, 20] } },
    methods: ["canello-2022/A", "canello-2022/B"],
    performance: ["bias"],
    replications: 5,
    seed: "1",
  }),
);

function rowsOf({ cell, replication }: ReplicationJob): EstimateRow[] {
  return ["canello-2022/B", "canello-2022/A"].map((method) => ({
    world: "canello-2022",
    cell,
    replication,
    method,
    estimand: "size",
    truth: 0,
    estimate: cell + replication,
    stdError: 1,
    confLow: 0,
    confHigh: 1,
    pValue: 1,
    status: "ok",
    message: "",
  }));
}

/** Later jobs finish earlier. */
const backwards = async (job: ReplicationJob): Promise<ReplicationOutcome> => {
  await new Promise((resolve) => setTimeout(resolve, 12 - 2 * job.replication));
  return { ok: true, value: rowsOf(job) };
};

describe("the rows of a study", () => {
  it("are the same whatever the number of lanes and the order of finishing", async () => {
    const one = await collectRows(resolved, async (job) => ({ ok: true, value: rowsOf(job) }), { lanes: 1 });
    expect(one).toHaveLength(20);
    expect(one.slice(0, 3).map((row) => [row.cell, row.replication, row.method])).toEqual([
      [0, 1, "canello-2022/A"],
      [0, 1, "canello-2022/B"],
      [0, 2, "canello-2022/A"],
    ]);
    expect(await collectRows(resolved, backwards, { lanes: 7 })).toEqual(one);
  });

  it("name the cause of a replication that came to nothing, once a method", async () => {
    const progress: number[][] = [];
    const rows = await collectRows(
      resolved,
      async (job) =>
        job.cell === 1 && job.replication === 3
          ? { ok: false, error: { code: "worker-died", message: "out of memory" } }
          : { ok: true, value: rowsOf(job) },
      { lanes: 2, onProgress: (...state) => progress.push(state) },
    );
    const failed = rows.filter((row) => row.status !== "ok");
    expect(failed.map((row) => [row.cell, row.replication, row.method, row.status, row.message])).toEqual([
      [1, 3, "canello-2022/A", "worker-died", "out of memory"],
      [1, 3, "canello-2022/B", "worker-died", "out of memory"],
    ]);
    expect(rows).toHaveLength(20);
    expect(progress.at(-1)).toEqual([10, 1]);
  });

  it("are given up when the caller calls a failure fatal, and no further job starts", async () => {
    let started = 0;
    const collected = collectRows(
      resolved,
      async () => {
        started++;
        return { ok: false, error: { code: "cancelled", message: "stop" } };
      },
      { lanes: 2, fatal: (error) => new Error(error.code) },
    );
    await expect(collected).rejects.toThrow("cancelled");
    expect(started).toBeLessThanOrEqual(2);
  });
});

it("cells take turns", () => {
  expect([...replicationJobs(resolved)].slice(0, 3)).toEqual([
    { cell: 0, replication: 1 },
    { cell: 1, replication: 1 },
    { cell: 0, replication: 2 },
  ]);
});
