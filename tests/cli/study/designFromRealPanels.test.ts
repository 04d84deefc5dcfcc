import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const cli = buildCommandLine();
afterAll(cli.remove);

it("the union membership of 545 men: a world in which the study's standard errors are those of the data", async () => {
  const out = join(cli.folder, "males.json");
  const { code, stderr, stdout } = await cli.run(
    ...["study", "design-from", "docs/examples/males.csv.gz", "--panel", "nr,year", "--out", out],
    ...["--formula", "union ~ lag(union) + initial(union) + married + (1 | nr)", "--format", "json"],
  );
  expect(code).toBe(0);
  expect(stderr).toContain("NOT carried over: married");
  const { panel, world, carried, design } = JSON.parse(stdout);
  expect(panel).toMatchObject({ rows: 3815, units: 545, periods: 7 });
  // All seven transitions of the file: 257 of 2,894 joined, 251 of 921 left.
  expect(panel.entryRate).toBeCloseTo(257 / 2894, 10);
  expect(panel.exitRate).toBeCloseTo(251 / 921, 10);
  expect(world.margins).toMatchObject({ units: 544, periods: 7 });
  expect(Math.abs(world.margins.activeShare / panel.activeShare - 1)).toBeLessThan(0.03);
  // Nobody calibrated these: they follow from the coefficients.
  expect(Math.abs(world.margins.entryRate / panel.entryRate - 1)).toBeLessThan(0.15);
  expect(Math.abs(world.margins.exitRate / panel.exitRate - 1)).toBeLessThan(0.15);
  expect(design).toEqual(JSON.parse(readFileSync(out, "utf8")));
  // What docs/library.md prints of the same fit.
  expect(design.dataGenerating.set.stateDependence).toBeCloseTo(0.885, 3);
  expect(design.dataGenerating.set.pairEffectSd).toBeCloseTo(1.095, 3);

  const study = await cli.run(
    ...["study", "run", out, "--replications", "20", "--workers", "1", "--format", "json"],
  );
  const [lagged] = JSON.parse(study.stdout).estimands.filter(
    ({ estimand }: { estimand: string }) => estimand === "yLag",
  );
  expect(lagged.valid).toBe(20);
  expect(Math.abs(lagged.measures.modelSe.value / carried[0].stdError - 1)).toBeLessThan(0.1);
}, 120_000);

it("weeks 0, 2 and 4 are no periods: said, before a fit that has no rows", async () => {
  mkdirSync(cli.folder, { recursive: true });
  const file = join(cli.folder, "weeks.csv");
  const rows = ["X01,0,1", "X01,2,0", "X01,4,1", "X02,0,0", "X02,2,0", "X02,4,1"];
  writeFileSync(file, `id,week,there\n${rows.join("\n")}\n`);
  const asked = ["study", "design-from", file, "--panel", "id,week", "--formula", "there ~ lag(there)"];
  const { code, stderr } = await cli.run(...asked);
  expect(code).toBe(2);
  expect(stderr).toContain("error: --panel id,week\n");
  expect(stderr).toContain("times that count periods");
});
