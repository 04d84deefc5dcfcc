import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plannedReplication, replicateHistory, stepsOf } from "../../../cli/replicate/replicateHistory.ts";
import { replicationDocument } from "../../../cli/replicate/replicationDocument.ts";
import { replicationHtml } from "../../../cli/replicate/replicationHtml.ts";
import { replicationLatex } from "../../../cli/replicate/replicationLatex.ts";
import { replicationText } from "../../../cli/replicate/replicationText.ts";
import { families } from "../../../scenarios/index.ts";
import { coefficientTable } from "../../../study/replicate/coefficientTable.ts";
import { spreadOverSeeds } from "../../../study/replicate/spreadOverSeeds.ts";
import { madeUp2030 } from "./madeUp2030/family.ts";

const page = readFileSync("docs/adding-a-paper.md", "utf8");
const neverStopped = new AbortController().signal;

describe("a paper that is a folder and nothing else", () => {
  it("is the one that the page shows, but for where the folder is", () => {
    for (const file of ["presets.ts", "specifications.ts", "family.ts"]) {
      const shown = readFileSync(`tests/cli/replicate/madeUp2030/${file}`, "utf8")
        .replaceAll("../../../../scenarios/", "../")
        .replace("./table1.json", "./published/table1.json");
      expect(page).toContain(shown);
    }
    expect(page).toContain(readFileSync("tests/cli/replicate/madeUp2030/table1.json", "utf8"));
  });

  it("does not ship", () => {
    expect(families.map(({ name }) => name)).not.toContain("made-up-2030");
  });

  it("is simulated, fitted and set beside its table, in each format and over several seeds", async () => {
    const planned = plannedReplication(madeUp2030, { scale: 0.3, models: [] });
    expect(planned).toMatchObject({ world: "made-up-2030", selection: false });
    expect(planned.scenario).toMatchObject({ firms: 900, imitationSame: 0.15 });
    let steps = 0;
    const histories = [];
    for (const seed of ["1", "2", "3"]) {
      histories.push(await replicateHistory(planned, seed, neverStopped, () => steps++));
    }
    expect(steps).toBe(3 * stepsOf(planned));
    const [first] = histories;
    if (first === undefined) throw new Error("there is a history");
    expect(first.models).toMatchObject([
      { model: "1", ours: { converged: true }, dummies: [{ name: "industry", published: true, ours: true }] },
    ]);
    const [lag, , peers] = first.models[0]?.terms ?? [];
    expect(lag?.ours?.estimate).toBeGreaterThan(1);
    expect(peers).toMatchObject({ label: "Firms nearby that are abroad", published: { estimate: 0.5 } });

    const document = replicationDocument(first, madeUp2030);
    const text = replicationText(document);
    expect(text).toMatch(/^yLag +2\.20\*\*\* +\d/m);
    expect(text).toContain("† madeup2030-table1 n1: 1000 observations are too round.");
    expect(replicationHtml(document)).toContain("Firms nearby that are abroad");
    expect(replicationLatex(document)).toContain("Firms nearby that are abroad");
    // Three coefficients; then observations, rows that dummies predict, groups, log-likelihood and sigma.
    expect(coefficientTable(first).rows).toBe(3 + 5);

    const spread = spreadOverSeeds(histories);
    expect(spread.models[0]?.terms[2]?.histories).toBe(3);
    expect(replicationText(replicationDocument(spread, madeUp2030))).toMatch(/^peersNearby +0\.50\*\* /m);
  });
});
