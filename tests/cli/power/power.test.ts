import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const cli = buildCommandLine();
const design = join(cli.folder, "design.json");

beforeAll(() => {
  mkdirSync(cli.folder, { recursive: true });
  const study = {
    aim: "Which effect does Cox see?",
    dataGenerating: { scenario: "canello-2022/return", set: { firms: 250, warmUpYears: 4 } },
    estimands: ["domesticOutsourcingExperience", "msePeersSameDestinationBeforeEntry"],
    methods: ["canello-2022/cox-exact"],
    performance: ["rejection"],
    replications: 6,
    seed: "power",
  };
  writeFileSync(design, JSON.stringify(study));
});

afterAll(cli.remove);

const asked = ["power", design, "--estimand", "domesticOutsourcingExperience", "--format", "json"];

describe("bandwagon power", () => {
  it("finds the smallest effect, after the size, and confirms it; the same with 1 and 2 workers", async () => {
    const out = join(cli.folder, "out");
    const mde = [...asked, "--mde", "--confirm", "4"];
    const one = await cli.run(...mde, "--workers", "1", "--out", out);
    expect(one.code).toBe(0);
    const result = JSON.parse(one.stdout);
    expect(result.parameter).toBe("hazard.domesticOutsourcingExperience");
    expect(result.size[0]).toMatchObject({
      null: "hazard.domesticOutsourcingExperience = 0",
      replications: 6,
    });
    expect(result.tried.length).toBeGreaterThanOrEqual(4);
    expect(result.answer.value).toBeGreaterThan(0.05);
    expect(result.confirmation).toMatchObject({ value: result.answer.value, replications: 4 });
    expect(JSON.parse(readFileSync(join(out, "power.json"), "utf8"))).toEqual(result);
    expect(readFileSync(join(out, "power.csv"), "utf8").split("\n")[0]).toContain("wilsonLow");

    const again = await cli.run(...mde, "--workers", "2", "--out", out);
    expect(again.stdout).toBe(one.stdout);
    // Every replication was there already.
    expect(again.stderr).not.toContain("replications in");
    const two = await cli.run(...mde, "--workers", "2");
    expect(two.stdout).toBe(one.stdout);
  }, 240_000);

  it("says that the power is not worth reading when the test rejects under a confounded null", async () => {
    // A "null" in which the effect is as large as can be: whatever makes a test reject there.
    const { code, stdout } = await cli.run(
      ...asked.slice(0, -2),
      ...["--solve", "firms", "--from", "200", "--to", "300", "--confirm", "0", "--workers", "1"],
      ...["--null", "hazard.domesticOutsourcingExperience=2"],
    );
    expect(code).toBe(0);
    expect(stdout).toContain("EXCEEDED");
    expect(stdout).toContain("THE POWER IS NOT WORTH READING");
    expect(stdout.replace(/\s+/g, " ")).toContain(
      'in "hazard.domesticOutsourcingExperience=2" at 250 it rejects',
    );
  }, 120_000);

  it.each([
    [["--solve", "firmz"], "--solve", "firms"],
    [["--mde", "nosuch"], "error: --mde\n", "as in --mde imitationSame"],
    [["--mde", "imitationSam"], "error: --mde\n", 'did you mean "imitationSame"'],
    [["--solve", "firms", "--mde"], "--mde", "one of the two"],
    [["--solve", "firms", "--from", "9", "--to", "8"], "--from, --to", "the first nearer to 0"],
    [["--solve", "firms", "--method", "canello-2022/B"], "--method", "canello-2022/cox-exact"],
    [["--solve", "firms", "--null", "imitationSam=0"], "imitationSam", "imitationSame"],
    [
      ["--solve", "firms", "--null", 'controls={"size":1,"size":2}'],
      "--null controls: size",
      "each name once",
    ],
    [
      ["--solve", "firms", "--null", "imitationSame=0,imitationSame=1"],
      "--null",
      'imitationSame twice in "imitationSame=0,imitationSame=1"',
    ],
    [["--solve", "firms", "--null", "nothing"], "--null", "parameters and values"],
  ])("refuses %j", async (flags, path, expected) => {
    const { code, stderr, stdout } = await cli.run(...asked, ...flags);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(path);
    expect(stderr).toContain(expected);
  });

  it("asks for the null where no single parameter is behind an estimand", async () => {
    const behavioural = join(cli.folder, "behavioural.json");
    const study = JSON.parse(readFileSync(design, "utf8"));
    study.dataGenerating = { scenario: "canello-2022", set: { firms: 500 } };
    study.methods = ["canello-2022/cox-yearly"];
    writeFileSync(behavioural, JSON.stringify(study));
    const { code, stderr } = await cli.run(
      ...["power", behavioural, "--solve", "firms", "--estimand", "msePeersSameDestinationBeforeEntry"],
    );
    expect(code).toBe(2);
    expect(stderr).toContain("no single parameter is known to be behind msePeersSameDestinationBeforeEntry");
  });

  it("refuses a design of several cells", async () => {
    const several = join(cli.folder, "several.json");
    const study = JSON.parse(readFileSync(design, "utf8"));
    study.dataGenerating.vary = { firms: [100, 200] };
    delete study.dataGenerating.set.firms;
    writeFileSync(several, JSON.stringify(study));
    const { code, stderr } = await cli.run("power", several, "--solve", "years");
    expect(code).toBe(2);
    expect(stderr).toContain("2 cells");
  });
});
