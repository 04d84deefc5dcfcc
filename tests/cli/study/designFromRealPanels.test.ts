import { readFileSync } from "node:fs";
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
