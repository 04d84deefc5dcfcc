import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** What runs in a process of its own, whose heap has a limit. */
const program = `
import { resolveDesign } from "./study/cells.ts";
import { parseDesign } from "./study/design.ts";
import { summariseSource } from "./study/summary.ts";

const REPLICATIONS = 62_500;
const METHODS = ["canello-2022/C", "canello-2022/B"];
const ESTIMANDS = ["size", "yLag", "yInitial", "supplier", "government", "corruption", "population", "migrantFirmShare"];
const design = resolveDesign(parseDesign({
  aim: "Much", dataGenerating: { scenario: "canello-2022" }, methods: METHODS,
  performance: ["bias", "relativeError", "coverage", "rejection", "typeS", "typeM"], replications: REPLICATIONS, seed: "1",
}));
const { world } = design.cells[0];
let rows = 0;
// Weyl's sequence: numbers without memory.
const fraction = (n, step) => (n * step) % 1;
function* replicationsOf(cell) {
  for (let replication = 1; replication <= REPLICATIONS; replication++) {
    const found = METHODS.flatMap((method, of) => ESTIMANDS.map((estimand, at) => {
      rows++;
      const estimate = fraction(replication, 0.6180339887 + of / 7) + fraction(replication, 0.4142135623 + at / 9);
      const stdError = 0.2 + 0.1 * fraction(replication, 0.7320508075);
      return {
        world, cell, replication, method, estimand, truth: 1, estimate, stdError,
        confLow: estimate - 2 * stdError, confHigh: estimate + 2 * stdError,
        pValue: fraction(replication, 0.2360679774), status: "ok", message: "",
      };
    }));
    yield { replication, rows: found };
  }
}
const kept = process.argv.includes("--keep") ? [...replicationsOf(0)] : null;
const summary = summariseSource(design, { replicationsOf: kept ? () => kept : replicationsOf });
const [{ valid, listWise }] = summary.estimands;
console.log(JSON.stringify({ rows, valid, listWise: listWise.valid, pairs: summary.comparisons[0].pairs }));
`;

it("a million rows are summarised, in their two rounds, in a heap that could not hold them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-rows-"));
  try {
    const outfile = join(folder, "summarise.mjs");
    await build({
      stdin: { contents: program, resolveDir: process.cwd(), loader: "js" },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "error",
    });
    const run = (...flags: string[]) =>
      execFileSync(process.execPath, ["--max-old-space-size=48", outfile, ...flags], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    expect(JSON.parse(run())).toEqual({ rows: 2_000_000, valid: 62_500, listWise: 62_500, pairs: 62_500 });
    // The limit is one: a program that keeps the rows ends in it.
    expect(() => run("--keep")).toThrow(expect.objectContaining({ signal: "SIGABRT" }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
