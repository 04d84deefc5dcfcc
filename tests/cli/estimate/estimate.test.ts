import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EstimateResult } from "../../../study/estimate/estimateResult.ts";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";

/** R's numbers, from the scripts beside them. */
const reference = (name: string) => JSON.parse(readFileSync(`tests/reference/${name}.json`, "utf8"));
const dataFile = (name: string) => `tests/reference/${name}.csv`;

let bandwagon: ReturnType<typeof buildCommandLine>;

beforeAll(() => {
  bandwagon = buildCommandLine();
});
afterAll(() => bandwagon.remove());

async function fitted(...args: string[]): Promise<EstimateResult> {
  const { code, stdout, stderr } = await bandwagon.run("estimate", ...args, "--format", "json");
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

function expectNear(found: readonly (number | null)[], expected: readonly number[], tolerance = 1e-6) {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, at) => {
    expect(Math.abs((found[at] ?? Number.NaN) - value), `position ${at}`).toBeLessThan(
      tolerance * Math.max(1, Math.abs(value)),
    );
  });
}

const estimates = ({ terms }: EstimateResult) => terms.map(({ estimate }) => estimate);
const stdErrors = ({ terms }: EstimateResult) => terms.map(({ stdError }) => stdError);
const robustStdErrors = ({ terms }: EstimateResult) => terms.map(({ robustStdError }) => robustStdError);

/** A data set of the Cox fixtures as a CSV file. */
function coxFile(name: string) {
  const found = reference(`cox/${name}`);
  const path = join(bandwagon.folder, `${name}.csv`);
  writeFileSync(path, csvText(found.columns));
  return { ...found, path };
}

describe("a binary outcome", () => {
  const formula = "low ~ age + lwt + smoke + ptl + ht + ui + ftv + factor(race)";

  it.each([0, 1, 2])("gives what R's glm gives (model %d of probit, logit, cloglog)", async (position) => {
    const expected = reference("binary/binary").birthwt[position];
    const file = dataFile("probit-birthwt");
    const observed = await fitted(file, formula, "--model", expected.link, "--cluster", "age");
    expect(observed.model).toBe(expected.link);
    expectNear(estimates(observed), expected.estimate);
    expectNear(stdErrors(observed), expected.stdErrorObserved);
    expectNear(robustStdErrors(observed), expected.clusterHC0Observed);
    expectNear(
      [observed.logLikelihood, observed.logLikelihoodNull],
      [expected.logLikelihood, expected.logLikelihoodNull],
    );
    expectNear([observed.aic, observed.bic], [expected.aic, expected.bic]);
    expectNear([observed.tests.likelihoodRatio?.statistic ?? null], [expected.likelihoodRatio]);
    expect(observed).toMatchObject({
      observations: 189,
      events: 59,
      dropped: 0,
      clusters: expected.clusters,
    });

    const asGlm = await fitted(file, formula, "--model", expected.link, "--information", "expected");
    expectNear(stdErrors(asGlm), expected.stdErrorExpected);
    expectNear([asGlm.tests.wald?.statistic ?? null], [expected.wald]);
    expect(asGlm.robustCovariance).toBeNull();
  });

  it("takes weights", async () => {
    const expected = reference("binary/binary").ucb[1];
    const result = await fitted(
      ...[dataFile("binary/ucb"), "admitted ~ female + department", "--weights", "count", "--model", "logit"],
    );
    expectNear(estimates(result), expected.estimate);
    expectNear([result.logLikelihood], [expected.logLikelihood]);
  });

  it("takes an offset, and levels in the order asked for", async () => {
    const expected = reference("binary/binary").bacteria[0];
    const levels = 'factor(trt, levels = c("placebo", "drug", "drug+"))';
    const file = dataFile("probit-bacteria");
    const result = await fitted(file, `y ~ late + ${levels} + offset(log(1 + late))`);
    expect(result.terms.map(({ term }) => term)).toEqual([
      "(Intercept)",
      "late",
      `${levels}drug`,
      `${levels}drug+`,
    ]);
    expectNear(estimates(result), expected.estimate);
  });

  it("keeps R's order of terms where a factor stands before a number, in the covariances too", async () => {
    const file = dataFile("probit-birthwt");
    const first = await fitted(file, "low ~ factor(race) + age", "--cluster", "lwt");
    const last = await fitted(file, "low ~ age + factor(race)", "--cluster", "lwt");
    expect(first.terms.map(({ term }) => term)).toEqual([
      "(Intercept)",
      "factor(race)2",
      "factor(race)3",
      "age",
    ]);
    const order = [0, 2, 3, 1];
    for (const matrix of ["covariance", "robustCovariance"] as const) {
      const expected = order.flatMap((row) =>
        order.map((column) => last[matrix]?.[row]?.[column] ?? Number.NaN),
      );
      expectNear(first[matrix]?.flat() ?? [], expected, 1e-9);
    }
    expectNear(
      first.covariance.map((row, at) => Math.sqrt(row[at] ?? Number.NaN)),
      stdErrors(first),
      1e-12,
    );
  });
});

describe("a random effect", () => {
  it("gives the fit of adaptive quadrature with many nodes, on unequal groups", async () => {
    const expected = reference("probit").randomEffects.bacteria;
    const formula = 'y ~ late + factor(trt, levels = c("placebo", "drug", "drug+")) + (1 | child)';
    const result = await fitted(dataFile("probit-bacteria"), formula, "--quadrature", "60");
    expectNear(estimates(result), expected.estimate);
    expectNear(stdErrors(result), expected.stdError.slice(0, 4));
    const sigma = Math.exp(expected.lnSigma);
    const rho = sigma ** 2 / (1 + sigma ** 2);
    expectNear([result.randomEffect?.sigma ?? null, result.randomEffect?.rho ?? null], [sigma, rho]);
    expectNear(result.covariance.flat(), expected.covariance.flat());
    expectNear([result.logLikelihood, result.aic], [expected.logLikelihood, 10 - 2 * expected.logLikelihood]);
    expect(result).toMatchObject({ model: "randomEffectsProbit", groups: 50, observations: 220 });
    expect(result.randomEffect).toMatchObject({ group: "child", quadrature: 60 });
  });

  it("takes 12 nodes when nothing is said", async () => {
    const result = await fitted(dataFile("probit-bacteria"), "y ~ late + (1 | child)");
    expect(result.randomEffect?.quadrature).toBe(12);
  });
});

describe("a duration", () => {
  it.each(["efron", "breslow"])("gives R's coxph on start-stop rows (%s)", async (ties) => {
    const { path, fits } = coxFile("heart");
    const expected = fits.find((each: { ties: string }) => each.ties === ties);
    const formula = "Surv(start, stop, event) ~ age + year + surgery + transplant";
    const result = await fitted(path, formula, "--ties", ties);
    expect(result).toMatchObject({ model: "cox", ties, observations: 172, events: 75, randomEffect: null });
    expectNear(estimates(result), expected.estimate);
    expectNear(result.covariance.flat(), expected.covariance);
    expectNear(
      [result.logLikelihood, result.logLikelihoodNull],
      [expected.logLikelihood, expected.logLikelihoodNull],
    );
  });

  it("takes strata and factors with recurrent events", async () => {
    const { path, fits } = coxFile("cgd");
    const formula = "Surv(start, stop, event) ~ treat + age + steroids + factor(centre) + strata(enum)";
    const result = await fitted(path, formula);
    expect(result.terms.map(({ term }) => term)).toEqual(fits[0].terms);
    expectNear(estimates(result), fits[0].estimate);
  });

  it("takes clusters from the formula or the option, and tests with them", async () => {
    const { path, fits } = coxFile("diagnostics-bladder");
    const formula = "Surv(start, stop, event) ~ rx + size + number + strata(stratum)";
    const result = await fitted(path, formula, "--cluster", "cluster");
    expectNear(robustStdErrors(result), fits[0].robustStdError);
    expectNear(stdErrors(result), fits[0].stdError);
    expectNear([result.tests.robustScore?.statistic ?? null], [fits[0].robustScore.statistic]);
    expect(await fitted(path, `${formula} + cluster(cluster)`)).toMatchObject({ terms: result.terms });
  });

  it("gives the concordance and the tests of proportional hazards, factors as a whole, in the formula's order", async () => {
    const { path, fits } = coxFile("diagnostics-veteran");
    const expected = fits[0];
    const result = await fitted(path, "Surv(time, event) ~ factor(celltype) + karno + factor(trt)");
    expectNear(
      [result.concordance?.estimate ?? null, result.concordance?.stdError ?? null],
      [expected.concordance.estimate, expected.concordance.stdError],
    );
    expect(result.proportionalHazards?.map(({ term }) => term)).toEqual([
      ...["factor(celltype)", "karno", "factor(trt)", "GLOBAL"],
    ]);
    const unordered = await fitted(path, "Surv(time, event) ~ karno + factor(trt) + factor(celltype)");
    expectNear(
      unordered.proportionalHazards?.map(({ statistic }) => statistic) ?? [],
      expected.proportionalHazards.km.statistic,
    );
  });

  it("takes exact ties, and has no checks for them", async () => {
    const { path, fits } = coxFile("exactDays");
    const formula = "Surv(time, event) ~ karno + age + factor(trt) + factor(celltype)";
    const result = await fitted(path, formula, "--ties", "exact");
    expectNear(estimates(result), fits[0].estimate);
    expect(result).toMatchObject({ ties: "exact", concordance: null, proportionalHazards: null });
  });

  it("takes case weights and an offset", async () => {
    const { path, fits } = coxFile("diagnostics-weighted");
    const formula = "Surv(time, event) ~ sex + ecog + karno + offset(offset)";
    const result = await fitted(path, formula, "--weights", "weight");
    expectNear(estimates(result), fits[0].estimate);
    expectNear([result.logLikelihood], [fits[0].logLikelihood]);
  });
});

describe("absorbed effects", () => {
  it("give lm() with all dummies, its standard errors robust or by cluster", async () => {
    const { twoWay } = reference("linear/linear");
    const formula = "union ~ unionLag + married | man + year";
    const result = await fitted(dataFile("probit-males"), formula);
    expect(result.model).toBe("linear");
    expectNear(estimates(result), twoWay.estimate);
    expectNear(stdErrors(result), twoWay.stdError);
    expectNear(robustStdErrors(result), twoWay.HC1);
    expectNear(
      [result.logLikelihood, result.linear?.withinRSquared ?? null],
      [twoWay.logLikelihood, twoWay.withinRSquared],
    );
    const degrees = twoWay.residualDegreesOfFreedom;
    expectNear([result.aic], [2 * (3815 - degrees + 1) - 2 * twoWay.logLikelihood]);
    expect(result.linear).toMatchObject({
      residualDegreesOfFreedom: degrees,
      absorbed: [
        { effects: "man", levels: 545 },
        { effects: "year", levels: 7 },
      ],
    });
    const clustered = await fitted(dataFile("probit-males"), formula, "--cluster", "man");
    expectNear(robustStdErrors(clustered), twoWay.clusterNested);
  });

  it("are not needed: --model linear has an intercept, weights, and any outcome", async () => {
    const { plain } = reference("linear/linear");
    const formula = "low ~ age + lwt + smoke + factor(race)";
    const result = await fitted(dataFile("probit-birthwt"), formula, "--model", "linear");
    expectNear(estimates(result), plain.estimate);
    expectNear(robustStdErrors(result), plain.HC1);
    const { weighted } = reference("linear/linear");
    const wages = await fitted(
      ...[
        dataFile("linear/employment"),
        "employed ~ wage + capital + output | firm + year",
        "--weights",
        "size",
      ],
    );
    expectNear(estimates(wages), weighted.estimate);
    expect(wages.events).toBeNull();
  });
});

describe("the table", () => {
  it("shows what was absorbed", async () => {
    const { stdout } = await bandwagon.run(
      "estimate",
      dataFile("probit-males"),
      "union ~ unionLag | man + year",
    );
    expect(stdout).toMatch(/\nabsorbed +man \(545\), year \(7\)\n/);
    expect(stdout).toMatch(/\nR² +0\.\d+, 0\.\d+ within the absorbed effects\n/);
  });

  it("shows coefficients, hazard ratios and what the fit rests on", async () => {
    const { path } = coxFile("heart");
    const { stdout } = await bandwagon.run("estimate", path, "Surv(start, stop, event) ~ age + surgery");
    expect(stdout).toContain(
      "Cox proportional hazards, ties by efron · Surv(start, stop, event) ~ age + surgery",
    );
    expect(stdout).toMatch(/\nterm +estimate +std\. error +z +p +95 % low +95 % high\n/);
    expect(stdout).toMatch(/\nterm +hazard ratio +95 % low +95 % high\n/);
    expect(stdout).toMatch(/\nobservations +172, 75 with the event\n/);
    expect(stdout).toMatch(/\nlikelihood ratio test +/);
  });

  it("shows sigma, rho, groups and nodes of a random effect", async () => {
    const { stdout } = await bandwagon.run(
      ...["estimate", dataFile("probit-bacteria"), "y ~ late + (1 | child)", "--cluster", "child"],
    );
    expect(stdout).toMatch(/\nsigma +0\.\d+ /);
    expect(stdout).toMatch(/\nrho +0\.\d+\n/);
    expect(stdout).toMatch(/\ngroups +50 of child\n/);
    expect(stdout).toMatch(/\nquadrature +12 nodes; twice as many move the log-likelihood by /);
    expect(stdout).toMatch(/\nclusters +50\n/);
    expect(stdout).toContain("robust s.e.");
  });
});

describe("a model that cannot be fitted", () => {
  it("ends with code 1, says why by name, and prints what there is", async () => {
    const file = join(bandwagon.folder, "separated.csv");
    writeFileSync(file, csvText({ y: [0, 0, 0, 1, 1, 1], x: [1, 2, 3, 4, 5, 6] }));
    const asJson = await bandwagon.run("estimate", file, "y ~ x", "--format", "json");
    expect(asJson.code).toBe(1);
    const result = JSON.parse(asJson.stdout);
    expect(result).toMatchObject({ converged: false, warnings: [{ code: "separation", terms: ["x"] }] });
    const asTable = await bandwagon.run("estimate", file, "y ~ x");
    expect(asTable.code).toBe(1);
    expect(asTable.stdout).toContain("warning (separation): ");
    expect(asTable.stderr).toContain("could not be fitted as asked: separation");
  });

  it("prints null for what is not finite", async () => {
    const file = join(bandwagon.folder, "monotone.csv");
    writeFileSync(file, csvText({ time: [1, 2, 3, 4, 5], event: [1, 1, 0, 0, 0], x: [1, 1, 0, 0, 0] }));
    const { code, stdout } = await bandwagon.run(
      "estimate",
      file,
      "Surv(time, event) ~ x",
      "--format",
      "json",
    );
    expect(code).toBe(1);
    const result = JSON.parse(stdout);
    expect(result.terms[0].estimate).toBeNull();
    expect(result.warnings[0].code).toBe("monotone-likelihood");
    expect((await bandwagon.run("estimate", file, "Surv(time, event) ~ x")).stdout).toMatch(/\nx +∞ /);
  });

  it("writes the same document to --out as --format json prints", async () => {
    const out = join(bandwagon.folder, "new", "fit.json");
    const args = ["estimate", dataFile("probit-birthwt"), "low ~ age", "--out", out, "--format", "json"];
    const { stdout } = await bandwagon.run(...args);
    expect(readFileSync(out, "utf8")).toBe(stdout);
  });
});
