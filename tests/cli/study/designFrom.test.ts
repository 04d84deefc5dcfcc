import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const cli = buildCommandLine();
const panel = join(cli.folder, "panel.csv");
/** Of the world that wrote the panel. */
const truth = { stateDependence: 2, pairEffectSd: 0.4, imitationSame: 0.03 };

beforeAll(async () => {
  const set = Object.entries({
    ...truth,
    firms: 1500,
    initialEffect: 1,
    imitationOther: 0,
    captiveSame: 0,
    captiveOther: 0,
  });
  const flags = set.flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const { code } = await cli.run("simulate", "canello-2022/eq1", "--out", panel, ...flags);
  expect(code).toBe(0);
}, 120_000);

afterAll(cli.remove);

const controls =
  "size + labourProductivity + supplier + financialConstraints + capitalIntensiveTechnology + exportingExperience";
const asked = ["study", "design-from", panel, "--panel", "pair,year"];

describe("bandwagon study design-from", () => {
  it("writes a study whose world has the coefficients of the world that wrote the panel, within their errors", async () => {
    const out = join(cli.folder, "design.json");
    const formula = `active ~ yLag + yInitial + ${controls} + msePeersSameDestination + turnover + (1 | pair)`;
    const { code, stderr, stdout } = await cli.run(
      ...asked,
      "--formula",
      formula,
      "--out",
      out,
      "--format",
      "json",
    );
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    const design = JSON.parse(readFileSync(out, "utf8"));
    expect(found.design).toEqual(design);
    const { set } = design.dataGenerating;
    // About three standard errors of a panel of this size.
    expect(Math.abs(set.stateDependence - truth.stateDependence)).toBeLessThan(0.35);
    expect(Math.abs(set.imitationSame - truth.imitationSame)).toBeLessThan(0.06);
    expect(Math.abs(set.controls.financialConstraints - 0.264)).toBeLessThan(0.2);
    expect(set).toMatchObject({ firms: 1500, recordedYears: 7 });
    expect(found.world.margins.rows).toBe(found.panel.rows);
    expect(found.world.margins.activeShare / found.panel.activeShare).toBeCloseTo(1, 1);
    expect(stderr).toContain("NOT carried over: turnover");
    expect(stderr).toContain(`bandwagon power ${out} --mde`);

    const run = await cli.run(
      "study",
      "run",
      out,
      "--replications",
      "1",
      "--workers",
      "1",
      "--format",
      "json",
    );
    expect(run.code).toBe(0);
    const [row] = JSON.parse(run.stdout).estimands.filter(
      ({ estimand }: { estimand: string }) => estimand === "msePeersSameDestination",
    );
    expect(row.valid).toBe(1);
    expect(row.truth).toBe(set.imitationSame);
  }, 240_000);

  it.each([
    [["--formula", "Surv(start, stop, event) ~ size"], "--formula|Surv|event|stop|start"],
    [["--formula", "active ~ turnover"], "no term that our worlds know"],
    [["--formula", "size ~ yLag"], "values other than 0 and 1"],
    [["--formula", "active ~ yLag", "--estimand", "ylag"], 'did you mean "yLag"'],
    [["--formula", "active ~ yLag", "--map", "nothing"], "your column and ours"],
    [["--formula", "active ~ yLag", "--map", "turnover=sise"], 'did you mean "size"'],
    [["--formula", "active ~ yLag", "--map", "turnovr=size"], 'did you mean "turnover"'],
    [["--formula", "active ~ yLag + (1 | province)"], "a random effect of province"],
    [["--formula", "active ~ yLag + offset(size)"], "found     an offset"],
    [["--formula", "active ~ 0 + yLag"], "found     no intercept"],
    [["--formula", "active ~ yLag | year"], "absorbed effects"],
    [["--formula", "Surv(year, active) ~ size"], "an outcome that is a duration"],
  ])(
    "refuses %j",
    async (flags, said) => {
      const { code, stderr, stdout } = await cli.run(...asked, ...flags);
      expect(code).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toMatch(new RegExp(said));
    },
    60_000,
  );
});
