import { describe, expect, it } from "vitest";
import { studyTable } from "../../cli/studyTable.ts";
import { resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { summarise } from "../../study/summary.ts";

const design = resolveDesign(
  parseDesign({
    aim: "Is it there?",
    dataGenerating: { name: "w", scenario: "canello-2022", vary: { firms: [300] } },
    methods: ["canello-2022/B"],
    estimands: ["size", "factor(region)Atlantis"],
    performance: ["bias", "empiricalSe", "modelSe", "coverage", "rejection"],
    replications: 3,
    seed: "7",
  }),
);

const plain: EstimateRow = {
  world: "w",
  cell: 0,
  replication: 1,
  method: "canello-2022/B",
  estimand: "size",
  truth: Number.NaN,
  estimate: -0.1,
  stdError: 0.1,
  confLow: -0.3,
  confHigh: 0.1,
  pValue: 0.5,
  status: "ok",
  message: "",
};
const failed = (replication: number, status: string, message: string): EstimateRow => ({
  ...plain,
  replication,
  estimand: "",
  estimate: Number.NaN,
  status,
  message,
});
const tableOf = (rows: EstimateRow[]) => studyTable(design, summarise(design, rows));

describe("the table of a study", () => {
  it("shows the Monte Carlo error of the mean estimate below it where there is no truth", () => {
    const rows = [-0.1, -0.2, -0.6].map((estimate, index) => ({
      ...plain,
      replication: index + 1,
      estimate,
    }));
    const lines = tableOf(rows).split("\n");
    const at = lines.findIndex((line) => line.startsWith("size"));
    expect(lines[at]).toMatch(/^size +– +-0\.30 +– +/);
    // √(0.07 / 3) = 0.153.
    expect(lines[at + 1]).toMatch(/^ +\(0\.15\) +\(/);
    const withTruth = tableOf(rows.map((row) => ({ ...row, truth: 0 }))).split("\n");
    expect(withTruth.find((line) => line.startsWith("size"))).toMatch(/^size +0\.00 +-0\.30 +-0\.30 /);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it("says once a method that a fit with a fault in one column is left out as a whole", () => {
    const left = "(the whole fit is left out)";
    const table = tableOf([
      plain,
      failed(2, "separation", "size separates"),
      failed(3, "collinear", "size is constant"),
    ]);
    expect(table).toContain(`failed 1 × separation ${left}, first in replication 2: size separates`);
    expect(table).toContain("failed 1 × collinear, first in replication 3: size is constant");
    expect(tableOf([plain, failed(2, "not-converged", "no maximum")])).not.toContain(left);
  });

  it("shows control characters of aim, seed and messages as signs", () => {
    const odd = { ...design, design: { ...design.design, aim: "a\u001b[2Jb\u0007", seed: "7\n8" } };
    const rows = [plain, failed(2, "error", "x\u009b1my\nz")];
    const table = studyTable(odd, summarise(odd, rows));
    expect(table).toContain("a␛[2Jb␇");
    expect(table).toContain("in replication 2: x�1my z");
    expect(table).toContain('seed "7\\n8"');
    expect(table.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  it("warns of an estimand that was asked for and never appeared", () => {
    const warning = "warning: w · firms = 300: no replication gave the estimand factor(region)Atlantis";
    expect(tableOf([plain])).toContain(warning);
    expect(tableOf([plain, { ...plain, estimand: "factor(region)Atlantis" }])).not.toContain("warning");
  });
});
