import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCsv } from "../../../panel/readCsv.ts";
import { readParquet } from "../../../panel/readParquet.ts";
import { column, numericValues, type Table } from "../../../panel/table.ts";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";
import { estimated, expectNear, reference } from "./runEstimate.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

const births = "tests/reference/probit-birthwt.csv";
const lowWeight = "low ~ age + lwt + smoke + ptl + ht + ui + ftv + factor(race)";
const numbersOf = (table: Table, name: string) => [...numericValues(column(table, name))];

describe("robust errors without clusters", () => {
  it.each(["HC0", "HC1"] as const)("are those of R's sandwich (%s)", async (type) => {
    const [expected] = reference("binary/binary").birthwt;
    const robust = ["--robust", type, "--information", "expected"];
    const found = await estimated(bandwagon, births, lowWeight, ...robust);
    expect(found).toMatchObject({ robust: type, clusters: null });
    expectNear(
      found.terms.map(({ robustStdError }) => robustStdError),
      expected[type],
    );
  });
});

describe("the level of confidence", () => {
  it("is that of all limits, and stands above them", async () => {
    const args = [births, "low ~ age + smoke", "--confidence", "0.9", "--effects"];
    const found = await estimated(bandwagon, ...args);
    expect(found.confidenceLevel).toBe(0.9);
    for (const { estimate, stdError, confHigh } of [...found.terms, ...(found.averagePartialEffects ?? [])]) {
      expect((confHigh - estimate) / stdError).toBeCloseTo(1.6448536, 6);
    }
    const { stdout } = await bandwagon.run("estimate", ...args);
    expect(stdout.match(/90 % low +90 % high/g)).toHaveLength(2);
  });
});

describe("average partial effects", () => {
  const effectsOf = async (...options: string[]) =>
    (await estimated(bandwagon, births, "low ~ lwt + factor(race) + smoke", "--model", "logit", ...options))
      .averagePartialEffects;

  it("are of all terms, or of those named, a term of the formula standing for its levels", async () => {
    const terms = async (...options: string[]) => (await effectsOf(...options))?.map(({ term }) => term);
    expect(await effectsOf()).toBeNull();
    expect(await terms("--effects")).toEqual(["lwt", "factor(race)2", "factor(race)3", "smoke"]);
    expect(await terms("--effects", "smoke,factor(race)")).toEqual([
      ...["smoke", "factor(race)2", "factor(race)3"],
    ]);
    expect(await terms("--effects", "factor(race)3")).toEqual(["factor(race)3"]);
  });

  it("are those of R by formula, differences and derivatives", async () => {
    const [expected] = reference("binary/binary").birthwt;
    for (const { term, difference, derivative } of expected.effects) {
      for (const [kind, value] of Object.entries({ difference, derivative })) {
        // Raised by one in every row, also where it is 1 already.
        const change = kind === "difference" ? ["--change", "1"] : [];
        const asked = ["--effects", term, "--effects-kind", kind, ...change];
        const found = await estimated(bandwagon, births, lowWeight, ...asked);
        expectNear([found.averagePartialEffects?.[0]?.estimate], [value]);
      }
    }
  });

  it("are differences by what is asked, or derivatives; of a level always the difference", async () => {
    const slopes = (await effectsOf("--effects", "lwt,factor(race)2", "--effects-kind", "derivative")) ?? [];
    expect(slopes.map(({ kind }) => kind)).toEqual(["derivative", "difference"]);
    const [slope, level] = slopes;
    const [small] = (await effectsOf("--effects", "lwt", "--change", "0.0001")) ?? [];
    expectNear([(small?.estimate ?? 0) / 0.0001], [slope?.estimate ?? 0], 1e-5);
    const [asDifference] = (await effectsOf("--effects", "factor(race)2")) ?? [];
    expect(level).toEqual(asDifference);
  });

  it("stand below several fits, a table each", async () => {
    const { stdout } = await bandwagon.run(
      "estimate",
      births,
      "low ~ smoke",
      "low ~ smoke + lwt",
      "--effects",
    );
    expect(stdout.match(/\n\(\d\)\naverage effect on Pr\(y = 1\) /g)).toHaveLength(2);
  });

  it("of terms that share a column say that each is moved alone", async () => {
    const shared = await bandwagon.run("estimate", births, "low ~ age + I(age^2) + smoke", "--effects");
    expect(shared.stderr).toMatch(/^note: age is part of several terms/);
    const panel = ["--panel", "man,year"];
    const males = await bandwagon.run(
      ...["estimate", "tests/reference/probit-males.csv", "union ~ married + mean(married)", ...panel],
      ...["--effects"],
    );
    expect(males.stderr).toBe("");
  });

  it("of a column of 0 and 1 go from 0 to 1 in every row, as those of a factor do", async () => {
    const effectOf = async (formula: string) =>
      (await estimated(bandwagon, births, formula, "--effects")).averagePartialEffects?.[0];
    const asNumber = await effectOf("low ~ smoke + lwt");
    const asFactor = await effectOf("low ~ factor(smoke) + lwt");
    expect(asNumber?.estimate).toBeCloseTo(asFactor?.estimate ?? Number.NaN, 10);
    expect(asNumber?.stdError).toBeCloseTo(asFactor?.stdError ?? Number.NaN, 10);
  });

  it("are averages over the population of groups where there is a random effect", async () => {
    const file = "tests/reference/probit-bacteria.csv";
    const table = join(bandwagon.folder, "population.csv");
    const rows = async (where: string) => {
      const args = [file, "y ~ late + (1 | child)", "--predict", table, "--effects"];
      const found = await estimated(bandwagon, ...args);
      const probability = numbersOf(await readCsv(readFileSync(table, "utf8")), "probability");
      const late = numbersOf(await readCsv(readFileSync(file, "utf8")), "late");
      const chosen = probability.filter((_, row) => String(late[row]) === where);
      return { found, mean: chosen.reduce((sum, value) => sum + value, 0) / chosen.length };
    };
    const { found, mean: atOne } = await rows("1");
    const { mean: atZero } = await rows("0");
    expect(found.averagePartialEffects?.[0]?.estimate).toBeCloseTo(atOne - atZero, 8);
  });
});

describe("files", () => {
  it("of fitted probabilities have R's predictions, with the row of the file", async () => {
    const path = join(bandwagon.folder, "fitted.parquet");
    const [expected] = reference("binary/binary").birthwt;
    const options = ["--information", "expected", "--predict", path];
    await estimated(bandwagon, births, lowWeight, ...options);
    const table = await readParquet(readFileSync(path));
    expect(numbersOf(table, "row").slice(0, 3)).toEqual([2, 3, 4]);
    for (const name of ["index", "indexStdError", "probability", "probabilityStdError"]) {
      const values = expected.prediction[name];
      expectNear(numbersOf(table, name).slice(0, values.length), values);
    }
  });

  it("of a random effect have the probability of the own group and its effect, one value a group", async () => {
    const path = join(bandwagon.folder, "groups.csv");
    const file = "tests/reference/probit-bacteria.csv";
    await estimated(bandwagon, file, "y ~ late + (1 | child)", "--model", "logit", "--predict", path);
    const table = await readCsv(readFileSync(path, "utf8"));
    const child = numbersOf(await readCsv(readFileSync(file, "utf8")), "child");
    const [index, own, mode] = ["index", "groupProbability", "groupEffectMode"].map((name) =>
      numbersOf(table, name),
    );
    const ofChild = new Map<number | undefined, number | undefined>();
    for (const [row, group] of child.entries()) {
      ofChild.set(group, ofChild.get(group) ?? mode?.[row]);
      expect(mode?.[row]).toBe(ofChild.get(group));
      const linear = (index?.[row] ?? 0) + (mode?.[row] ?? 0);
      expect(own?.[row]).toBeCloseTo(1 / (1 + Math.exp(-linear)), 9);
    }
    expect(new Set(ofChild.values()).size).toBeGreaterThan(5);
  });

  it("of residuals of a binary model add up, squared, to the deviance", async () => {
    const path = join(bandwagon.folder, "deviance.csv");
    const found = await estimated(bandwagon, births, lowWeight, "--residuals", path);
    const table = await readCsv(readFileSync(path, "utf8"));
    const deviance = numbersOf(table, "deviance").reduce((sum, value) => sum + value * value, 0);
    expectNear([deviance], [-2 * found.logLikelihood]);
    const outcome = numbersOf(table, "outcome");
    expect(numbersOf(table, "response").every((value, row) => value > 0 === (outcome[row] === 1))).toBe(true);
    expect([...table.columns.keys()]).toEqual(["row", "outcome", "response", "deviance", "pearson"]);
  });

  it("of residuals have those of R's coxph by row, and Schoenfeld's where there is an event", async () => {
    const { columns, fits } = reference("cox/diagnostics-veteran");
    const [expected] = fits;
    const data = join(bandwagon.folder, "veteran.csv");
    writeFileSync(data, csvText(columns));
    const path = join(bandwagon.folder, "residuals.csv");
    const formula = "Surv(time, event) ~ karno + factor(trt) + factor(celltype)";
    await estimated(bandwagon, data, formula, "--residuals", path);
    const table = await readCsv(readFileSync(path, "utf8"));
    expectNear(numbersOf(table, "martingale"), expected.martingale);
    expectNear(numbersOf(table, "deviance"), expected.deviance);
    const k = expected.terms.length;
    for (const [j, term] of expected.terms.entries()) {
      const ofTerm = (values: number[]) => values.filter((_, cell) => cell % k === j);
      expectNear(numbersOf(table, `score.${term}`), ofTerm(expected.scoreResiduals), 1e-5);
      expectNear(numbersOf(table, `dfbeta.${term}`), ofTerm(expected.dfbeta));
      const schoenfeld = numbersOf(table, `schoenfeld.${term}`);
      expect(schoenfeld.map(Number.isNaN)).toEqual(columns.event.map((event: number) => event === 0));
      const sum = (values: number[]) =>
        values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
      expect(sum(schoenfeld)).toBeCloseTo(sum(ofTerm(expected.schoenfeld)), 5);
    }
  });

  it("of a monotone likelihood are those of its limit; curves are not written, which is said", async () => {
    const data = join(bandwagon.folder, "monotone.csv");
    writeFileSync(data, csvText({ time: [1, 2, 3, 4, 5], event: [1, 1, 0, 0, 0], x: [1, 1, 0, 0, 0] }));
    const [path, none] = [join(bandwagon.folder, "limit.csv"), join(bandwagon.folder, "none.csv")];
    const args = ["estimate", data, "Surv(time, event) ~ x", "--residuals", path];
    const { code, stderr } = await bandwagon.run(...args, "--baseline", none);
    expect(code).toBe(1);
    expect(stderr).toContain("none.csv not written");
    expect(stderr).not.toContain("limit.csv not written");
    expect(stderr).toContain("--penalty firth");
    // Rows with x = 1 share the risk: half the first event is expected of each, all of the second of the row that is left.
    const limit = await readCsv(readFileSync(path, "utf8"));
    expectNear(numbersOf(limit, "martingale"), [0.5, -0.5, 0, 0, 0]);
    const penalised = await bandwagon.run(...args, "--penalty", "firth", "--format", "json");
    expect(penalised.code).toBe(0);
    expect(JSON.parse(penalised.stdout)).toMatchObject({ penalty: "firth", proportionalHazards: null });
    expect((await readCsv(readFileSync(path, "utf8"))).rows).toBe(5);
  });
});

it("an infinite estimate is null in JSON, and its sign stands beside it", async () => {
  const data = join(bandwagon.folder, "falling.csv");
  writeFileSync(data, csvText({ time: [1, 2, 3, 4, 5], event: [1, 1, 0, 0, 0], x: [0, 0, 1, 1, 1] }));
  const { stdout } = await bandwagon.run("estimate", data, "Surv(time, event) ~ x", "--format", "json");
  expect(JSON.parse(stdout).terms[0]).toMatchObject({ estimate: null, infinite: "-" });
});
