import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let file = "";
beforeAll(() => {
  bandwagon = buildCommandLine();
  file = join(bandwagon.folder, "notes.csv");

  writeFileSync(
    file,
    csvText({
      y: [0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0],
      x: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      twice: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24],
      k: [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 3, 3],
      time: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      first: [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      w: [1, 1, 1, 1, 1, -1, 1, 1, 1, 1, 0, 1],
    }),
  );
});
afterAll(() => bandwagon.remove());

const run = (...args: string[]) => bandwagon.run("estimate", file, ...args);

describe("a note", () => {
  it("is no failure: a term that is left out leaves the exit code 0", async () => {
    const { code, stdout, stderr } = await run("y ~ x + twice");
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain("note (collinear): ");
  });

  it("names levels that the formula lists and no row has, and the rows lost to those it does not", async () => {
    const { code, stdout } = await run("y ~ factor(k, levels = c(1, 2, 4))", "--format", "json");
    expect(code).toBe(0);
    const [warning] = JSON.parse(stdout).warnings;
    expect(warning).toMatchObject({ code: "empty-category", terms: ["factor(k, levels = c(1, 2, 4))4"] });
    expect(warning.message).toContain("4 rows were left out");
  });

  it("is not among the reasons why a model could not be fitted", async () => {
    const { code, stderr, stdout } = await run("y ~ I(y == 1) + x + twice");
    expect(code).toBe(1);
    expect(stderr).toMatch(/could not be fitted as asked: separation$/m);
    expect(stdout).toContain("warning (separation): ");
  });

  it("says why fits to different rows are not tested against each other", async () => {
    const { stderr } = await run("y ~ x", "y ~ x + factor(k, levels = c(1, 2))");
    expect(stderr).toContain("note: (1) and (2) have 12 and 8 rows, not the same ones");
  });

  it("says which infinite estimate keeps a file from being written; residuals are those of the limit", async () => {
    const files = ["left.csv", "baseline.csv"].map((name) => join(bandwagon.folder, name));
    const [residuals = "", baseline = ""] = files;
    const options = ["--residuals", residuals, "--baseline", baseline];
    const { code, stderr } = await run("Surv(time, first) ~ twice", ...options);
    expect(code).toBe(1);
    expect(readFileSync(residuals, "utf8").split("\n").length).toBe(14);
    expect(existsSync(baseline)).toBe(false);
    expect(stderr).toContain("baseline.csv not written: twice has an infinite estimate");
  });
});

describe("a request", () => {
  it.each([
    [["y ~ x + cluster(k)", "--cluster", "x"], "cluster() in the formula, too"],
    [["y ~ x", "--model", "logit", "--model", "probit"], "'--model <model>' is given twice"],
    [["Surv(time, y) ~ x", "--predict", "p.csv", "--at", "x=1,x=2"], "a column with two values"],
  ])("of two things of which one would be dropped is refused: %j", async (args, found) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(found);
  });
});

it("a Cox model without terms has a baseline", async () => {
  const baseline = join(bandwagon.folder, "baseline.csv");
  expect((await run("Surv(time, y) ~ strata(k)", "--baseline", baseline)).code).toBe(0);
  expect(readFileSync(baseline, "utf8").split("\n").length).toBeGreaterThan(6);
});

it("which of two labels is the event stands in table and document", async () => {
  const labels = join(bandwagon.folder, "labels.csv");
  writeFileSync(labels, csvText({ x: [1, 2, 3, 4, 5], side: ["Yes", "no", "Yes", "no", "Yes"] }));
  const table = await bandwagon.run("estimate", labels, "side ~ x");
  expect(table.stdout).toContain("2 with the event, no");
  const document = JSON.parse(
    (await bandwagon.run("estimate", labels, "side ~ x", "--format", "json")).stdout,
  );
  expect(document.event).toBe("no");
});

it("weights of 0 and below are refused in the same words", async () => {
  const expected = "weights above 0; --subset leaves out the rows of the others";
  for (const subset of ["w >= 0", "w != 0"]) {
    const { code, stderr } = await run("y ~ x", "--weights", "w", "--subset", subset);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  }
});

it("the hazard ratios of a Cox model are in the document, those of a probit are null", async () => {
  const cox = JSON.parse((await run("Surv(time, y) ~ k", "--format", "json")).stdout).terms[0];
  expect(cox.hazardRatio).toBeCloseTo(Math.exp(cox.estimate), 12);
  expect(cox.hazardRatioConfLow).toBeCloseTo(Math.exp(cox.confLow), 12);
  expect(cox.hazardRatioConfHigh).toBeCloseTo(Math.exp(cox.confHigh), 12);
  expect(JSON.parse((await run("y ~ k", "--format", "json")).stdout).terms[0].hazardRatio).toBeNull();
});
