import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../../panel/readCsv.ts";
import { readParquet } from "../../../panel/readParquet.ts";
import { column, numericValues, type Table } from "../../../panel/table.ts";
import { buildCommandLine } from "../commandLine.ts";
import { estimated, expectNear, reference } from "./runEstimate.ts";

const file = "docs/examples/lung.csv";
const stratified = "Surv(time, status == 2) ~ age + factor(sex) + strata(inst)";
const plain = "Surv(time, status == 2) ~ age + factor(sex)";
const expected = reference("estimate/lung");

let bandwagon: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

const numbersOf = (table: Table, name: string) => [...numericValues(column(table, name))];

describe("R's lung cancer data as write.csv writes them", () => {
  it("give R's numbers, field by field of the contract", async () => {
    const { code, stdout } = await bandwagon.run(
      ...["estimate", file, stratified, "--ties", "efron", "--format", "json"],
    );
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    // R leaves out the patient without institution, who here is a stratum alone and adds nothing.
    expect(found).toMatchObject({
      model: "cox",
      formula: stratified,
      ties: "efron",
      observations: 228,
      events: 165,
      groups: null,
      dropped: 0,
      converged: true,
      robustCovariance: null,
      randomEffect: null,
      warnings: [],
    });
    const terms: Record<string, unknown>[] = found.terms;
    expect(terms.map(({ term }) => term)).toEqual(["age", "factor(sex)2"]);
    expect(Object.keys(terms[0] ?? {}).sort()).toEqual(
      [
        ...["confHigh", "confLow", "estimate", "infinite", "pValue"],
        ...["robustStdError", "statistic", "stdError", "term"],
        ...["hazardRatio", "hazardRatioConfLow", "hazardRatioConfHigh"],
      ].sort(),
    );
    expect(terms[0]).toMatchObject({ robustStdError: null, infinite: null });
    expectNear(
      found.terms.map(({ estimate }: { estimate: number }) => estimate),
      expected.estimate,
    );
    expectNear(found.covariance.flat(), expected.covariance);
    expectNear([found.logLikelihoodNull, found.logLikelihood], expected.logLikelihood);
    for (const name of ["likelihoodRatio", "wald", "score"]) {
      const { statistic, df, pValue } = found.tests[name];
      // R rounds Wald's statistic to two decimals.
      expectNear([statistic, df, pValue], expected[name], name === "wald" ? 5e-3 : 1e-6);
    }
    expectNear([found.concordance.estimate, found.concordance.stdError], expected.concordance);
    expect(found.proportionalHazards.map(({ term }: { term: string }) => term)).toEqual([
      "age",
      "factor(sex)",
      "GLOBAL",
    ]);
    expect(Object.keys(found.proportionalHazards[0])).toEqual(["term", "statistic", "df", "pValue"]);
  });

  it("have one cell NA, which is a value: a note on standard error says so, and how to read it as missing", async () => {
    const { stderr } = await bandwagon.run("estimate", file, stratified);
    expect(stderr).toBe(
      'note: 1 cell of inst holds the text NA, taken as a value; --na "NA" reads such cells as missing\n',
    );
    const read = await bandwagon.run("estimate", file, stratified, "--na", "NA", "--format", "json");
    expect(read.stderr).toBe("");
    expect(JSON.parse(read.stdout)).toMatchObject({ observations: 227, dropped: 1 });
  });

  it("are tested for proportional hazards as cox.zph does, also against other functions of time", async () => {
    // Without the patient that R leaves out, who is part of the Kaplan-Meier estimate behind the default.
    const asR = await estimated(bandwagon, file, stratified, "--na", "NA");
    for (const field of ["statistic", "df", "pValue"] as const) {
      const tests = asR.proportionalHazards?.map((test) => test[field]) ?? [];
      expectNear(tests, expected.proportionalHazards[field], 1e-5);
    }
    const found = await estimated(bandwagon, file, stratified, "--na", "NA", "--ph-transform", "log");
    expectNear(
      found.proportionalHazards?.map(({ statistic }) => statistic) ?? [],
      expected.proportionalHazardsLog,
      1e-5,
    );
  });

  it("give R's survival curves at chosen covariates, limits too, and a value between those in the file", async () => {
    const curves = join(bandwagon.folder, "curves.csv");
    await estimated(
      bandwagon,
      ...[file, plain, "--predict", curves, "--at", "age=60,sex=1", "--at", "age=45.5,sex=2"],
    );
    const table = await readCsv(readFileSync(curves, "utf8"));
    const at = column(table, "at");
    if (at.kind !== "category") throw new Error("the curves have names");
    expect(at.levels).toEqual(["age=45.5,sex=2", "age=60,sex=1"]);
    for (const [position, label] of ["age=60,sex=1", "age=45.5,sex=2"].entries()) {
      const events = numbersOf(table, "events");
      const here = [...at.codes.keys()].filter(
        (row) => at.levels[at.codes[row] ?? -1] === label && (events[row] ?? 0) > 0,
      );
      for (const name of ["time", "survival", "confLow", "confHigh"]) {
        const values = numbersOf(table, name);
        expectNear(
          here.map((row) => values[row]),
          expected.curves[position][name],
          1e-6,
        );
      }
    }
  });

  it("give predictions of their rows, survival at its own time the curve's", async () => {
    const fitted = join(bandwagon.folder, "rows.csv");
    await estimated(bandwagon, file, plain, "--predict", fitted, "--ties", "breslow");
    const table = await readCsv(readFileSync(fitted, "utf8"));
    expect(table.rows).toBe(228);
    const [expectedEvents, survival, risk, index] = ["expected", "survival", "risk", "linearPredictor"].map(
      (name) => numbersOf(table, name),
    );
    // Martingale residuals sum to zero: with Breslow's ties as many events are expected as there were.
    expect(expectedEvents?.reduce((sum, value) => sum + value, 0)).toBeCloseTo(165, 6);
    expectNear(survival ?? [], expectedEvents?.map((value) => Math.exp(-value)) ?? []);
    expectNear(risk ?? [], index?.map((value) => Math.exp(value)) ?? []);
  });

  it("give a baseline, one curve a stratum", async () => {
    const baseline = join(bandwagon.folder, "baseline.parquet");
    await estimated(bandwagon, file, "Surv(time, status == 2) ~ age + strata(sex)", "--baseline", baseline);
    const stratum = column(await readParquet(readFileSync(baseline)), "stratum");
    expect(stratum).toMatchObject({ kind: "category", levels: ["sex=1", "sex=2"] });
  });

  it("take a stratum by the value of its column, and every stratum without", async () => {
    const curves = join(bandwagon.folder, "strata.csv");
    const strataOf = async (at: string) => {
      const formula = "Surv(time, status == 2) ~ age + strata(sex)";
      await estimated(bandwagon, file, formula, "--predict", curves, "--at", at);
      const found = column(await readCsv(readFileSync(curves, "utf8")), "stratum");
      return found.kind === "category" ? found.levels : [];
    };
    expect(await strataOf("age=60,sex=2")).toEqual(["sex=2"]);
    expect(await strataOf("age=60")).toEqual(["sex=1", "sex=2"]);
  });

  it("fit two formulas side by side and test the smaller in the larger", async () => {
    const formulas = ["Surv(time, status == 2) ~ age", plain];
    const { code, stdout } = await bandwagon.run("estimate", file, ...formulas, "--format", "json");
    expect(code).toBe(0);
    const { fits, nestedTests } = JSON.parse(stdout);
    expect(fits).toEqual([
      await estimated(bandwagon, file, ...formulas.slice(0, 1)),
      await estimated(bandwagon, file, ...formulas.slice(1)),
    ]);
    expect(nestedTests).toMatchObject([{ smaller: 0, larger: 1 }]);
    const [{ statistic, df, pValue }] = nestedTests;
    expectNear([statistic, df, pValue], expected.nested);
    const asTable = await bandwagon.run("estimate", file, ...formulas);
    expect(asTable.stdout).toMatch(/\nterm +\(1\) +\(2\)\n/);
    expect(asTable.stdout).toContain("likelihood ratio test of (1) in (2): 9.88 on 1 df, p = 0.0017");
  });
});

it("a likelihood ratio stands only between fits to the same rows", async () => {
  const formulas = ["Surv(time, status == 2) ~ age", "Surv(time, status == 2) ~ age + ph.ecog"];
  const { stdout } = await bandwagon.run("estimate", file, ...formulas, "--na", "NA", "--format", "json");
  const { fits, nestedTests } = JSON.parse(stdout);
  expect(fits[1].observations).toBe(227);
  expect(nestedTests).toEqual([]);
});
