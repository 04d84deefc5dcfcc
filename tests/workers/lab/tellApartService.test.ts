import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { lookAlikeDesign } from "../../../study/lookAlikes/lookAlikeDesign.ts";
import { runReplication } from "../../../study/replication.ts";
import { summarise } from "../../../study/summary.ts";
import { verdictMarkdown } from "../../../study/verdict/verdictMarkdown.ts";
import type { TellApartJob, TellApartResult } from "../../../workers/lab/tellApartJobs.ts";
import { tellApartService } from "../../../workers/lab/tellApartService.ts";
import { isShown } from "../../../workers/lab/verdictRows.ts";

const seed = "5";
const resolved = resolveDesign(parseDesign(lookAlikeDesign(seed, 2)));
const rows = resolved.cells.flatMap(({ index }) =>
  [1, 2].flatMap((replication) => runReplication(resolved, index, replication)),
);

async function thread(): Promise<(job: TellApartJob) => Promise<TellApartResult>> {
  const run = await tellApartService.prepare(null);
  const { signal } = new AbortController();
  return async (job) => run(job, () => undefined, signal);
}

describe("the thread of the place Tell apart", () => {
  it("gives the verdict of the study engine on the same rows, of which it needs only those that are shown", async () => {
    const ask = await thread();
    const shown = rows.filter(isShown);
    expect(shown.length).toBeLessThan(rows.length / 5);
    await ask({ kind: "verdict", seed, from: 0, rows: shown.slice(0, 30) });
    const answer = await ask({ kind: "verdict", seed, from: 30, rows: shown.slice(30) });
    if (answer.kind !== "verdict") throw new Error(`the thread answered ${answer.kind}`);
    const { verdict } = summarise(resolved, rows);
    expect(answer.found.verdict).toEqual(verdict);
    expect(verdict && answer.found.markdown).toBe(verdict && verdictMarkdown(verdict));
  });

  it("asks for all rows when it was started anew", async () => {
    const ask = await thread();
    expect(await ask({ kind: "verdict", seed, from: 30, rows: rows.filter(isShown) })).toEqual({
      kind: "again",
    });
  });

  it("has an estimate behind each label: an effect in thousandths, a coefficient or a p-value", async () => {
    const ask = await thread();
    const answer = await ask({ kind: "verdict", seed, from: 0, rows: rows.filter(isShown) });
    if (answer.kind !== "verdict") throw new Error(`the thread answered ${answer.kind}`);
    const { estimates } = answer.found;
    expect(estimates).toHaveLength(3 * 8);
    for (const { cell, method, quantity, values, replications } of estimates) {
      expect(replications).toEqual([1, 2]);
      const row = rows.find(
        (each) =>
          each.cell === cell &&
          each.method === method &&
          each.replication === 2 &&
          (quantity === "effect"
            ? each.estimand.startsWith("averagePartialEffect")
            : each.estimand ===
              (method.endsWith("C-placebo") ? "msePeersPlaceboSameDestination" : "msePeersSameDestination")),
      );
      const expected = quantity === "pValue" ? row?.pValue : row?.estimate;
      expect(values[1]).toBe(quantity === "effect" ? 1000 * (expected ?? Number.NaN) : expected);
    }
  });

  it("tells of every world what is true, and what it looks like with its cause off", async () => {
    const ask = await thread();
    const answer = await ask({ kind: "truth", seed: "1" });
    if (answer.kind !== "truth") throw new Error(`the thread answered ${answer.kind}`);
    const { imitation, location } = answer.truths;
    expect(imitation.peerEffect.all).toBeGreaterThan(0);
    expect(imitation.noCause.shares).toEqual(imitation.noImitation.shares);
    expect(location.noCause.shares).not.toEqual(location.noImitation.shares);
    expect(imitation.reference.abroad.sd).toBeGreaterThan(0);
  });
});
