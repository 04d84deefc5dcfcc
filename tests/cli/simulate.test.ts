import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryLimit, panelBytes } from "../../cli/panelMemory.ts";
import { parseAssignments } from "../../cli/simulate.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import { buildCommandLine } from "./commandLine.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
const inFolder = (...names: string[]) => join(bandwagon.folder, ...names);
const small = ["--set", "firms=60", "--set", "warmUpYears=5"];

beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

describe("bandwagon simulate", () => {
  it("writes the panel with its codebook and says what is true in it", async () => {
    const panel = inFolder("made", "panel.csv");
    const { code, stdout } = await bandwagon.run("simulate", "canello-2022/eq1", ...small, "--out", panel);
    expect(code).toBe(0);
    expect(readdirSync(inFolder("made")).sort()).toEqual([
      "panel.codebook.csv",
      "panel.codebook.md",
      "panel.csv",
    ]);
    const lines = readFileSync(panel, "utf8").trimEnd().split("\n");
    expect(lines[0]).toMatch(/^pair,/);
    expect(stdout).toMatch(/reproduction number R +-?\d/);
    expect(stdout).toContain(`${(lines.length - 1).toLocaleString("en")} rows`);
    expect(stdout).toMatch(/true effect of one peer/);
    expect(stdout).toContain(panel);
    const codebook = readFileSync(inFolder("made", "panel.codebook.csv"), "utf8");
    for (const column of lines[0].split(",")) expect(codebook).toContain(`\n${column},`);
  });

  it("writes Parquet where the name says so, the same bytes each time, others for another seed", async () => {
    const bytes = async (name: string, ...flags: string[]) => {
      await bandwagon.run("simulate", "canello-2022", ...small, "--out", inFolder(name), ...flags);
      return readFileSync(inFolder(name));
    };
    const first = await bytes("a.parquet");
    expect(first.subarray(0, 4).toString()).toBe("PAR1");
    expect((await bytes("b.parquet")).equals(first)).toBe(true);
    expect((await bytes("c.parquet", "--seed", "2")).equals(first)).toBe(false);
  });

  it("prints one JSON document with the counterfactual when asked", async () => {
    const { stdout } = await bandwagon.run(
      ...["simulate", "canello-2022/eq1", ...small, "--counterfactual", "--format", "json"],
    );
    const result = JSON.parse(stdout);
    expect(result.set).toEqual({ firms: 60, warmUpYears: 5 });
    expect(result.counterfactual.flippedDecisions).toBeLessThanOrEqual(result.counterfactual.decisions);
    expect(result.truth.coefficients.yLag).toBe(2.335);
  });

  it("flips nothing where nobody imitates", async () => {
    const { stdout } = await bandwagon.run("simulate", "canello-2022/impostor", ...small, "--counterfactual");
    expect(stdout).toContain(" 0 of ");
  });

  it("warns on standard error of a world that explodes", async () => {
    const explosive = ["--set", "imitationSame=1", "--set", "peerMeasure=stock", "--set", "firms=400"];
    const { code, stdout, stderr } = await bandwagon.run(
      ...["simulate", "canello-2022/eq1", ...explosive, "--format", "json"],
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout).diagnostics.filledCells.length).toBeGreaterThan(0);
    expect(stderr).toContain("warning: filled cells: ");
  });

  it.each([
    [[], "keeps survivors only", 'surveyRule = "unbalanced"'],
    [["--set", "surveyRule=unbalanced"], "every firm closed", "a later year"],
  ])("says of an empty panel why it is empty and what to set: %j", async (flags, why, remedy) => {
    const closure = ["--set", 'datedShocks=[{"year":2007,"closure":1}]'];
    const result = await bandwagon.run("simulate", "canello-2022/eq1", ...small, ...closure, ...flags);
    expect(result.stdout).toMatch(/panel +0 rows/);
    const warning = result.stderr.replaceAll("\n  ", " ");
    expect(warning).toContain("warning: the panel is empty: ");
    expect(warning).toContain(why);
    expect(warning).toContain(remedy);
  });

  it("says that R is unbounded where nobody returns, and prints null in JSON", async () => {
    const request = ["simulate", "canello-2022/return", "--set", "firms=200", "--set", "exitHazard=0"];
    const table = await bandwagon.run(...request);
    expect(table.stdout).toMatch(/reproduction number R +unbounded: nobody returns\n/);
    const json = await bandwagon.run(...request, "--format", "json");
    expect(JSON.parse(json.stdout).diagnostics).toMatchObject({
      reproductionNumber: { largest: null, mean: null },
      exitRate: 0,
    });
    for (const { stderr } of [table, json]) {
      expect(stderr).toContain("warning: R is unbounded: nobody returns");
      expect(stderr).not.toContain("–");
    }
  });

  it("answers a value nested or written too long in lines of a screen's width", async () => {
    const values = [
      `controls.size=${"[".repeat(50_000)}`,
      `controls.size=${"[".repeat(50_000)}${"]".repeat(50_000)}`,
      "[".repeat(50_000),
    ];
    for (const value of values) {
      const { code, stderr } = await bandwagon.run("simulate", "canello-2022", "--set", value);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^error: --set /);
      expect(Math.max(...stderr.split("\n").map(({ length }) => length))).toBeLessThan(120);
    }
  });

  it("warns on standard error of a shock in a year that is never simulated, and names the years that are", async () => {
    const shock = ["--set", 'datedShocks=[{"year":2013,"exit":1}]'];
    const { code, stderr } = await bandwagon.run("simulate", "canello-2022/eq1", ...small, ...shock);
    expect(code).toBe(0);
    expect(stderr).toContain("warning: datedShocks[0] strikes in 2013 and has no effect: ");
    expect(stderr).toContain("2002 to 2012");
  });

  it.each([
    [["canello-2022", "--set", 'datedShocks=[{"year":2007,"exit":99}]'], "datedShocks[0].exit", "-10 to 10"],
    [
      ["canello-2022", "--set", "firm=3"],
      '--set firm\n  found     the unknown name "firm"',
      'did you mean "firms"?',
    ],
    [["canello-2022", "--set", "firms=none"], '--set firms\n  found     "none"', "whole number"],
    [["canello-2022", "--set", "firms"], "--set firms", "parameter=value"],
    [
      ["canello-2022", "--set", "__proto__=1"],
      '--set __proto__\n  found     the name "__proto__"',
      "a name other",
    ],
    [["canello-2022", "--set", "size=1"], "--set size\n", 'did you mean "controls.size"?'],
    [["canello-2022", "--set", "firm\u001b[2Js=1"], 'the unknown name "firm␛[2Js"', "--set firm␛[2Js"],
    [["canelo-2022"], 'SCENARIO\n  found     "canelo-2022"', 'did you mean "canello-2022"?'],
    [["canello-2022", "--out", "panel.txt"], "--out panel.txt", ".csv or .parquet"],
  ])("refuses %j with code 2", async (args, place, hint) => {
    const { code, stdout, stderr } = await bandwagon.run("simulate", ...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(place);
    expect(stderr).toContain(hint);
    expect(existsSync("panel.txt")).toBe(false);
  });
});

const large = resolveScenario("canello-2022", { firms: 1_000_000, recordedYears: 60 });

it.skipIf(panelBytes(large) <= memoryLimit())(
  "a world larger than the memory is refused with code 2",
  async () => {
    const set = ["--set", "firms=1000000", "--set", "recordedYears=60"];
    const { code, stderr } = await bandwagon.run("simulate", "canello-2022", ...set);
    expect(code).toBe(2);
    expect(stderr).toContain("SCENARIO\n  found     firms = 1000000 with recordedYears = 60");
    expect(stderr).toContain("GB of memory: at most ");
  },
);

describe("bandwagon scenarios", () => {
  it("lists every ready world, as text and as JSON", async () => {
    const { stdout } = await bandwagon.run("scenarios", "--format", "json");
    const names = JSON.parse(stdout).map(({ name }: { name: string }) => name);
    expect(names).toContain("canello-2022/eq1");
    const text = await bandwagon.run("scenarios");
    for (const name of names) expect(text.stdout).toContain(name);
  });

  it("explains every parameter of one: value, default, unit, range and source", async () => {
    const { stdout } = await bandwagon.run("scenarios", "canello-2022/eq1");
    expect(stdout).toContain("firms = 1200 (default 15902)  [firms; whole number, 1 to 1000000]");
    const json = JSON.parse(
      (await bandwagon.run("scenarios", "canello-2022/eq1", "--format", "json")).stdout,
    );
    expect(stdout).toContain("\n    exit = 0 [probit; -10 to 10]: Taken from the index of staying");
    for (const { path } of json.parameters) expect(stdout).toContain(`\n${path} = `);
    expect(json.parameters[0]).toMatchObject({ path: expect.any(String), source: expect.any(String) });
  });

  it("refuses an unknown name with code 2", async () => {
    const { code, stderr } = await bandwagon.run("scenarios", "canello");
    expect(code).toBe(2);
    expect(stderr).toContain("canello-2022/return");
  });
});

it("assignments keep numbers, lists, booleans and words apart", () => {
  expect(
    parseAssignments(["firms=100", "a.b=[1,2]", "includeOwnFirm=true", "peerMeasure=log", "x=a=b"]),
  ).toEqual({
    firms: 100,
    "a.b": [1, 2],
    includeOwnFirm: true,
    peerMeasure: "log",
    x: "a=b",
  });
});
