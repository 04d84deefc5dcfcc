import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";

const design = {
  aim: "What will it take?",
  dataGenerating: {
    name: "../../w",
    scenario: "canello-2022/return",
    set: { recordedYears: 4 },
    sample: { design: "sobol", points: 6, ranges: { firms: [100, 200] } },
  },
  methods: ["canello-2022/cox-exact"],
  estimands: ["size"],
  performance: ["bias", "coverage"],
  replications: 300,
  seed: "2026",
};

let bandwagon: ReturnType<typeof buildCommandLine>;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
function fileWith(name: string, content: object | string): string {
  writeFileSync(inFolder(name), typeof content === "string" ? content : JSON.stringify(content));
  return inFolder(name);
}
const check = (file: string, ...flags: string[]) => bandwagon.run("study", "check", file, ...flags);

beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

describe("study check", () => {
  it("tells cells, time, memory, expected errors and cautions, then the preregistration", async () => {
    const { code, stdout, stderr } = await check(
      fileWith("whole.json", design),
      "--pilot",
      "3",
      "--workers",
      "1",
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/design [0-9a-f]{64}\n6 cells × 300 replications = 1,800 histories/);
    expect(stdout).toMatch(
      /Time about \S+ on 1 thread, by a pilot of 12 replications in 4 cells \(\S+ s of processor time/,
    );
    expect(stdout).toMatch(/coverage +1\.3 +2\.9 +1\.0 +475 +2,500/);
    expect(stdout).toMatch(/\nsize +bias +0\.0\d+ +canello-2022\/cox-exact/);
    expect(stdout).toContain("caution: coverage: 300 replications");
    expect(stdout).toContain("## Performance Measures");
    expect(stdout).toContain("6 points of a Sobol sequence over the ranges");
    expect(stderr).toContain("12/12 replications");
  });

  it("runs nothing without a pilot, and prints one document in JSON or Markdown", async () => {
    const file = fileWith("plain.json", design);
    const { stdout, stderr } = await check(file, "--no-pilot", "--format", "json");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ cells: 6, total: 1800, pilot: null, errors: null });
    const markdown = await check(file, "--no-pilot", "--format", "markdown");
    expect(markdown.stdout.startsWith("# Preregistration: What will it take?\n")).toBe(true);
  });

  it("rests the time on the processor, which is no more than the clock says", async () => {
    const file = fileWith("time.json", design);
    const { stdout } = await check(file, "--pilot", "2", "--workers", "1", "--format", "json");
    const { seconds, secondsByClock, secondsOfStudy, secondsOfStudyByClock } = JSON.parse(stdout).pilot;
    expect(seconds).toHaveLength(4);
    for (const [at, each] of seconds.entries()) {
      expect(each).toBeGreaterThan(0);
      expect(each).toBeLessThanOrEqual(secondsByClock[at]);
    }
    expect(secondsOfStudy).toBeLessThanOrEqual(secondsOfStudyByClock);
  });

  it("gives the digest that the run has", async () => {
    const file = fileWith("same.json", { ...design, replications: 1 });
    const checked = JSON.parse((await check(file, "--no-pilot", "--format", "json")).stdout);
    const out = inFolder("out", "deep");
    const { stdout } = await bandwagon.run("study", "run", file, "--out", out, "--format", "json");
    expect(JSON.parse(stdout).design).toBe(checked.design);
    // The name of a world is no path.
    expect(existsSync(inFolder("w"))).toBe(false);
    expect(existsSync(join(out, "summary.json"))).toBe(true);
  });

  it.each([
    ["a billion replications", { replications: 1e9 }, "replications\n", "at most 10000000"],
    [
      "more than an index holds",
      {
        replications: 10_000_000,
        dataGenerating: { ...design.dataGenerating, sample: { ...design.dataGenerating.sample, points: 11 } },
      },
      "replications\n",
      "at most 100,000,000 in all",
    ],
    ["a pilot of one", {}, "", "from 2 to 1000"],
  ])("refuses %s", async (name, change, place, expected) => {
    const file = fileWith("hostile.json", { ...design, ...change });
    const flags = name === "a pilot of one" ? ["--pilot", "1"] : ["--no-pilot"];
    const { code, stdout, stderr } = await check(file, ...flags);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(place);
    expect(stderr).toContain(expected);
  });

  it.each([
    ["NaN", '"replications":NaN', "a JSON document"],
    ["infinity", '"replications":1e999', "a number"],
    ["a prototype", '"__proto__":{"seed":"1"},"replications":3', "a name other than __proto__"],
    ["deep nesting", `"more":${"[".repeat(5000)}${"]".repeat(5000)},"replications":3`, "at most 100 levels"],
  ])("refuses %s", async (_, text, expected) => {
    const file = fileWith("text.json", JSON.stringify(design).replace('"replications":300', text));
    const { code, stderr } = await check(file, "--no-pilot");
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain("    at ");
  });
});
