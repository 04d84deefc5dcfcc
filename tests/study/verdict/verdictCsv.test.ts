import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../study/verdict/verdict.ts";
import { verdictCsv } from "../../../study/verdict/verdictCsv.ts";

const verdict = JSON.parse(readFileSync("docs/identifiability.json", "utf8")) as Verdict;
const rows = verdictCsv(verdict)
  .trimEnd()
  .split("\n")
  .map((line) => line.split(","));

describe("the verdict as CSV", () => {
  it("has a row a world and method, and as many cells as the header", () => {
    const { specifications, tests, placebos } = verdict;
    expect(rows).toHaveLength(1 + specifications.length + tests.length + placebos.length);
    for (const row of rows) expect(row).toHaveLength(rows[0].length);
  });

  it("has the shares with their limits and the bias of an estimate, and leaves empty what a test has not", () => {
    const row = (world: string, method: string) => {
      const found = rows.find((each) => each[0] === world && each[2] === method);
      return Object.fromEntries(rows[0].map((name, at) => [name, found?.[at]]));
    };
    expect(row("W1-W2", "canello-2022/B")).toMatchObject({
      kind: "specification",
      label: "sizeDistorted",
      valid: "40",
      replications: "40",
      rejection: "1",
    });
    expect(Number(row("W1-W2", "canello-2022/B").bias)).toBeGreaterThan(0);
    expect(row("W2", "canello-2022/timing-shuffle")).toMatchObject({ kind: "test", misses: "", bias: "" });
    expect(row("W2", "canello-2022/C-placebo")).toMatchObject({ kind: "placebo", label: "warns" });
  });

  it("leaves what is not known empty", () => {
    const unknown = { ...verdict, worlds: verdict.worlds.map((each) => ({ ...each, truth: Number.NaN })) };
    expect(verdictCsv(unknown).split("\n")[1]).toMatch(/^W0,,/);
  });
});
