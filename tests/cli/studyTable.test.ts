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

const twoMethods = resolveDesign({ ...design.design, methods: ["canello-2022/B", "canello-2022/C"] });

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

  it("says that nothing failed, or how much failed by cause, method and cell", () => {
    expect(tableOf([plain])).toContain("\nFailures: none in 1 fit\n");
    const table = tableOf([plain, failed(2, "separation", "x"), failed(3, "error", "y")]);
    expect(table).toMatch(/cell +method +cause +count +failed +failed % +flagged\n─+\n/);
    expect(table).toMatch(/\nw +canello-2022\/B +separation +1 +2 of 3 +66.7 +yes\n firms = 300 +\(27.2\)\n/);
    expect(table).toMatch(/\n +error +1\n/);
    expect(table).toContain("Flagged: more than 5 % without an estimate");
  });

  it("shows what the failures could change", () => {
    const rows = [
      { ...plain, truth: 0, pValue: 0.01 },
      { ...plain, replication: 2, truth: 1 },
    ];
    expect(tableOf(rows)).not.toContain("between");
    const table = tableOf([...rows, failed(3, "error", "y")]);
    expect(table).toMatch(/\nestimand +without +reject % between +coverage % between +flagged\n/);
    // One of three rejects and covers, one is missing; the Monte Carlo error of one in two is 0.35.
    expect(table).toMatch(/\nsize +1 of 3 +33.3 and 66.7 +33.3 and 66.7 +> 5 %\n/);
  });

  describe("of two methods", () => {
    const two = { ...design, cells: twoMethods.cells };
    const at = (method: string, replication: number, estimate: number, pValue = 0.5) => ({
      ...plain,
      method: `canello-2022/${method}`,
      replication,
      truth: 0,
      estimate,
      confLow: -1,
      confHigh: 0.5,
      pValue,
    });
    const rows = [
      at("B", 1, 0),
      at("B", 2, 2),
      at("B", 3, 7),
      at("C", 1, 1, 0.01),
      at("C", 2, 2),
      at("C", 3, 6),
    ];

    it("puts the second beside the first, with the discordant pairs", () => {
      const table = studyTable(two, summarise(two, rows));
      expect(table).toContain("\nbeside canello-2022/B, on the same histories:\n\nestimand");
      expect(table).toMatch(
        /\nsize +3 +0.00 +86 +33.3 +0.0\n +\(0.58\) +\(\d+\) +\(27.2\) 1:0 +\(0.0\) 0:0\n/,
      );
      expect(table).not.toContain("list-wise");
      expect(Math.max(...table.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(110);
    });

    it("shows them again over the replications in which both are valid, where these are fewer", () => {
      const some = [...rows.slice(0, 5), { ...failed(3, "error", "y"), method: "canello-2022/C" }];
      const table = studyTable(two, summarise(two, some));
      const [, ofB] = table.split(
        "list-wise, over the 2 replications in which every compared method is valid:",
      );
      expect(ofB).toMatch(/^\n\nestimand +truth +estimate +bias.*\n─+\nsize +0.0 +1.0 +1.0/);
      expect(table.split("list-wise")).toHaveLength(2);
    });

    it("says where no replication has both", () => {
      const table = studyTable(two, summarise(two, [rows[0], rows[4]]));
      expect(table).toContain("list-wise: in no replication is every compared method valid");
      expect(table).toContain("beside canello-2022/B: no replication in which both are valid");
    });
  });
});
