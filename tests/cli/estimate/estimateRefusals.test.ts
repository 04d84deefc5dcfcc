import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let file = "";

beforeAll(() => {
  bandwagon = buildCommandLine();
  file = join(bandwagon.folder, "small.csv");
  const columns = {
    y: [0, 1, 0, 1, 1, 0, 1, 0],
    time: [1, 2, 3, 4, 5, 6, 7, 8],
    x: [2, 1, "NA", 4, 3, 2, 5, 1],
    g: [1, 1, 1, 1, 2, 2, 2, 2],
    h: [1, 2, 1, 2, 1, 2, 1, 2],
    w: [1, 2, 0, 1, 1, 1, 1, 1],
  };
  writeFileSync(file, csvText(columns));
});
afterAll(() => bandwagon.remove());

async function refusal(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await bandwagon.run("estimate", file, ...args);
  expect(stdout).toBe("");
  expect(code).toBe(2);
  return stderr;
}

describe("a wrong formula is refused with code 2 and a caret under the place", () => {
  it.each([
    ["y ~ timee", "formula, character 5", 'did you mean "time"?'],
    ["y ~ time + + * g", "formula, character 14", "found     *"],
    ["time ~ g", "formula, character 1", "found     time with the value 2 in row 3"],
    ["Surv(time, y) ~ h | g", "formula, character 21", "strata(g)"],
    ["y ~ lag(time)", "formula, character 5", "--panel id,time"],
  ])("%s", async (formula, place, hint) => {
    const message = await refusal(formula);
    expect(message).toContain(`error: ${place}`);
    expect(message).toContain(hint);
    const [text, under] = message.trimEnd().split("\n").slice(-2);
    const position = Number(/character (\d+)/.exec(place)?.[1]) - 1;
    expect(text.slice(2)).toBe(formula);
    expect(under.indexOf("^") - 2).toBe(position);
  });

  it("in the condition of --subset too", async () => {
    expect(await refusal("y ~ time", "--subset", "time > > 1")).toContain("error: subset, character 8");
  });
});

describe("an option the model does not have is refused with code 2, never ignored", () => {
  it.each([
    ["y ~ time", ["--ties", "efron"], "--ties", "Surv(…)"],
    ["y ~ time", ["--quadrature", "20"], "--quadrature", "(1 | g)"],
    ["y ~ time", ["--threads", "2"], "--threads", "a probit with (1 | g)"],
    ["y ~ time + (1 | g)", ["--threads", "2", "--model", "logit"], "--threads", "a probit without weights"],
    ["y ~ time", ["--model", "cox"], "--model cox", "Surv(time, event)"],
    ["y ~ time + (1 | g)", ["--information", "expected"], "--information", "without (1 | g)"],
    ["y ~ time + (1 | g)", ["--cluster", "h"], "--cluster", "whole groups"],
    ["Surv(time, y) ~ g", ["--model", "probit"], "--model probit", "--model cox"],
    ["Surv(time, y) ~ g", ["--quadrature", "20"], "--quadrature", "(1 | g)"],
    ["Surv(time, y) ~ g", ["--information", "observed"], "--information", "probit"],
    ["Surv(time, y) ~ h + (1 | g)", [], "formula", "cluster(g)"],
    ["y ~ time", ["--weights", "w"], "--weights", "weights above 0"],
    ["y ~ time | g", ["--model", "logit"], "formula, character 12", "(1 | g) for a random effect"],
    ["time ~ h | g", ["--ties", "efron"], "--ties", "Surv(…)"],
    ["time ~ h + offset(w) | g", [], "formula", "y - z ~ x"],
    ["y ~ time", ["--panel", "g"], "--panel g", "firm,year"],
    ["y ~ time", ["--panel", "g,years"], "--panel", 'no column named "years"'],
    ["y ~ time", ["--out", "fit.txt"], "--out fit.txt", "ends in .json"],
    ["time ~ h", ["--model", "linear", "--penalty", "firth"], "--penalty", "a probit"],
    ["y ~ time + (1 | g)", ["--penalty", "firth"], "--penalty", "without (1 | g)"],
    ["Surv(time, y) ~ g", ["--penalty", "firth", "--ties", "exact"], "--penalty firth", "--ties efron"],
    ["Surv(time, y) ~ g", ["--penalty", "firth", "--cluster", "h"], "--penalty firth", "no sandwich"],
    ["Surv(time, y) ~ g", ["--robust", "HC1"], "--robust HC1", "--robust HC0"],
    ["Surv(time, y) ~ g", ["--ties", "exact", "--robust", "HC0"], "--ties exact", "no robust errors"],
    ["Surv(time, y) ~ g", ["--effects"], "--effects", "a probit"],
    ["y ~ time", ["--ph-transform", "log"], "--ph-transform", "a Cox model"],
    ["y ~ time + (1 | g)", ["--residuals", "no.csv"], "--residuals", "a Cox model"],
    ["y ~ time", ["--baseline", "no.csv"], "--baseline", "a Cox model"],
    ["time ~ h", ["--model", "linear", "--predict", "no.csv"], "--predict", "a probit"],
    ["y ~ time", ["--predict", "no.csv", "--at", "time=1"], "--at", "a Cox model"],
    ["Surv(time, y) ~ g", ["--at", "g=1"], "--at", "--predict FILE"],
    ["Surv(time, y) ~ g", ["--predict", "no.csv", "--ties", "exact"], "--ties exact", "no risk scores"],
    ["Surv(time, y) ~ g", ["--predict", "no.csv", "--at", "h=1"], '--at "h=1"', "values of g"],
    ["Surv(time, y) ~ g + h", ["--predict", "no.csv", "--at", "h=1"], '--at "h=1"', "each of g, h"],
    ["Surv(time, y) ~ factor(g)", ["--predict", "no.csv", "--at", "g=9"], '--at "g=9"', "levels that occur"],
    ["Surv(time, y) ~ g", ["--predict", "no.csv", "--at", "g"], '--at "g"', "column=value"],
    ["Surv(time, y) ~ g", ["--predict", "no.txt", "--at", "g=1"], "--predict no.txt", ".csv or .parquet"],
    [
      "Surv(time, y) ~ g",
      ["--residuals", "no.csv", "--baseline", "./no.csv"],
      "--baseline ./no.csv",
      "a name of its own",
    ],
    ["y ~ time", ["--effects-kind", "derivative"], "--effects-kind", "--effects"],
    ["y ~ time", ["--change", "2"], "--change", "--effects"],
    ["y ~ time", ["--effects", "tim"], "--effects", 'did you mean "time"'],
    ["y ~ time", ["y ~ g", "--predict", "no.csv"], "--predict", "one formula"],
    ["y ~ time", ["--effects", "--format", "latex"], "--effects", "--format table or json"],
    ["Surv(time, y) ~ h", ["--ph-transform", "log", "--format", "html"], "--ph-transform", "--format table"],
    ["Surv(time, y) ~ h", ["Surv(time, y) ~ g", "--ph-transform", "log"], "--ph-transform", "--format json"],
    ["y ~ time", ["--where", "time"], "where, character 1", "a condition"],
    ["y ~ time", ["--where", "lag(time) > 1"], "where, character 1", "--subset"],
    ["y ~ time", ["--where", "time > 99"], '--where "time > 99"', "rows to fit"],
  ])("%s %j", async (formula, options, place, hint) => {
    const message = await refusal(formula, ...options);
    expect(message).toContain(`error: ${place}`);
    expect(message).toContain(hint);
    for (const name of ["fit.txt", "no.csv", "no.txt"]) expect(existsSync(name)).toBe(false);
  });

  it.each([
    ["--quadrature", "0"],
    ["--quadrature", "129"],
    ["--threads", "0"],
    ["--threads", "1.5"],
    ["--model", "tobit"],
    ["--ties", "random"],
    ["--format", "xml"],
    ["--robust", "HC3"],
    ["--penalty", "ridge"],
    ["--confidence", "95"],
    ["--change", "0"],
  ])("%s %s is no value of it", async (option, value) => {
    expect(await refusal("y ~ time", option, value)).toContain(option);
  });
});

describe("a missing cell", () => {
  it("that is written NA in a column of numbers is refused with row and column, and --na reads it", async () => {
    expect(await refusal("y ~ x")).toMatch(/row 4, column "x"[\s\S]*--na "NA"/);
    const { code, stdout } = await bandwagon.run(
      ...["estimate", file, "y ~ x", "--na", "NA", "--subset", "time < 8", "--format", "json"],
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      observations: 6,
      dropped: 1,
      outsideSubset: 1,
      missing: [{ expression: "x", rows: 1 }],
    });
    const asTable = await bandwagon.run("estimate", file, "y ~ x", "--na", "NA", "--subset", "time < 8");
    expect(asTable.stdout).toContain(
      "rows left out          1 outside the subset, 1 with missing cells (x in 1)",
    );
  });
});

it("the file that is read is not written over", async () => {
  const before = readFileSync(file, "utf8");
  expect(await refusal("Surv(time, y) ~ g", "--residuals", file)).toContain("the file that is read");
  expect(readFileSync(file, "utf8")).toBe(before);
});

it("a cell that cannot be used is named by its row in the file, also where --where leaves rows out", async () => {
  expect(await refusal("y ~ log(w - 1)", "--where", "time > 3")).toContain('row 5, column "log(w - 1)"');
});

it("a refused request leaves nothing behind: the folder made for --out is taken away", async () => {
  const folder = join(bandwagon.folder, "made");
  await refusal("y ~ nothing", "--out", join(folder, "fit.json"));
  expect(existsSync(folder)).toBe(false);
});
