import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fitSelectionDuration, type ModelMatrix } from "../../../estimators/index.ts";
import { readCsv } from "../../../panel/readCsv.ts";
import { column, numericValues } from "../../../panel/table.ts";
import { buildCommandLine } from "../commandLine.ts";
import { csvText } from "../csvText.ts";
import { estimated, expectNear } from "./runEstimate.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let file = "";

/** Numbers between 0 and 1 that look random: the last steps of MurmurHash3. */
function scattered(row: number, salt: number): number {
  let bits = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 4294967296;
}

const rows = [...Array(600).keys()];
const w = rows.map((row) => scattered(row, 11) * 4 - 2);
const x = rows.map((row) => scattered(row, 777) * 2);
const started = rows.map((row) => Number(scattered(row, 31) < 1 / (1 + Math.exp(-(w[row] ?? 0)))));
const time = rows.map(
  (row) => -Math.log(scattered(row, 5003) + 1e-6) * Math.exp(-0.5 * (x[row] ?? 0)) + 0.01,
);
const event = time.map((value) => Number(value < 1.5));
const g = rows.map((row) => Math.floor(row / 6));

beforeAll(() => {
  bandwagon = buildCommandLine();
  file = join(bandwagon.folder, "durations.csv");
  const ofSelected = (values: readonly number[]) =>
    values.map((value, row) => (started[row] === 1 ? value : ""));
  // Of two selected rows the covariate is missing, of two others what explains selection.
  const selectedRows = rows.filter((row) => started[row] === 1);
  const withHoles = (values: readonly number[], holes: readonly (number | undefined)[]) =>
    values.map((value, row) => (holes.includes(row) ? "" : value));
  writeFileSync(
    file,
    csvText({
      started,
      w: withHoles(w, selectedRows.slice(2, 4)),
      x: withHoles(x, selectedRows.slice(0, 2)),
      time: ofSelected(time),
      event: ofSelected(event),
      g,
    }),
  );
});
afterAll(() => bandwagon.remove());

const numbers = (name: string, values: readonly number[]) => ({ name, values: Float64Array.from(values) });

describe("selection and duration", () => {
  it("is the library's fit on the rows that both equations know, with the names of both", async () => {
    const options = ["--selection", "started ~ w", "--dependence", "gaussian"];
    const found = await estimated(bandwagon, file, "Surv(time, event) ~ x", ...options);
    const selectedRows = rows.filter((row) => started[row] === 1);
    const kept = rows.filter((row) => !selectedRows.slice(0, 4).includes(row));
    const of = (values: readonly number[]) => kept.map((row) => values[row] ?? Number.NaN);
    const matrix = (name: string, values: readonly number[]): ModelMatrix => ({
      rows: kept.length,
      intercept: true,
      numeric: [numbers(name, of(values))],
      factors: [],
    });
    const expected = fitSelectionDuration(matrix("w", w), of(started), matrix("x", x), of(time), of(event), {
      dependence: "gaussian",
    });
    expect(found).toMatchObject({
      model: "selectionDuration",
      observations: kept.length,
      dropped: 4,
      events: expected.events,
      selection: { formula: "started ~ w", selectedObservations: expected.selectedObservations },
    });
    expect(found.terms.map(({ term }) => term)).toEqual([
      ...["selection: (Intercept)", "selection: w", "duration: (Intercept)", "duration: x"],
    ]);
    expectNear(
      found.terms.map(({ estimate }) => estimate),
      expected.terms.map(({ estimate }) => estimate),
    );
    expectNear(found.covariance.flat(), expected.covariance);
    expect(found.selection?.dependence.estimate).toBeCloseTo(expected.dependence.estimate, 6);
    expect(found.missing).toEqual([
      { expression: "w", rows: 2 },
      { expression: "x of the selected", rows: 2 },
    ]);
  });

  it("takes the Gaussian copula, exponential durations and clusters, and prints what they give", async () => {
    const options = ["--dependence", "gaussian", "--distribution", "exponential", "--cluster", "g"];
    const args = [file, "Surv(time, event) ~ x", "--selection", "started ~ w + x", ...options];
    const found = await estimated(bandwagon, ...args);
    expect(found).toMatchObject({ clusters: 100, selection: { distribution: "exponential", shape: null } });
    expect(found.selection?.dependence).toMatchObject({ kind: "gaussian", parameter: "rho", bound: 1 });
    const { stdout } = await bandwagon.run("estimate", ...args);
    expect(stdout).toContain("selection and duration, Gaussian copula, exponential durations");
    expect(stdout).toMatch(/\nrho +-?0\.\d+/);
    expect(stdout).toMatch(/\ncorrelation .* this model reaches ±1\n/);
    expect(stdout).toMatch(/\nindependence +likelihood ratio /);
  });

  it.each([
    ["started ~ x", ["--selection", "started ~ w"], "--selection", "Surv(time, event)"],
    ["Surv(time, event) ~ x", ["--selection", "started ~ w", "--model", "cox"], "--model", "no --selection"],
    ["Surv(time, event) ~ x", ["--selection", "started ~ w", "--ties", "efron"], "--ties", "a Cox model"],
    ["Surv(time, event) ~ x + strata(g)", ["--selection", "started ~ w"], "formula", "factor(g)"],
    ["Surv(time, event) ~ x + cluster(g)", ["--selection", "started ~ w"], "formula", "--cluster"],
    ["Surv(time, event) ~ x", ["--selection", "x ~ w"], "formula, character 1", "0 and 1"],
    ["Surv(time, event) ~ x", ["--dependence", "fgm"], "--dependence", "--selection"],
    ["Surv(time, event) ~ x", ["--distribution", "weibull"], "--distribution", "--selection"],
  ])("refuses %s %j", async (formula, options, place, hint) => {
    const { code, stdout, stderr } = await bandwagon.run("estimate", file, formula, ...options);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(`error: ${place}`);
    expect(stderr).toContain(hint);
  });
});

describe("a grouped hazard with frailty", () => {
  const grouped = "event ~ x + (1 | g)";

  it("has a gamma frailty or a normal random effect", async () => {
    const gamma = await estimated(bandwagon, file, grouped, "--model", "cloglog", "--frailty", "gamma");
    expect(gamma).toMatchObject({ model: "gammaFrailty", frailty: { group: "g" }, randomEffect: null });
    expect(gamma.covariance.length).toBe(3);
    expect(gamma.frailty?.variance).toBeGreaterThanOrEqual(0);
    const normal = await estimated(bandwagon, file, grouped, "--model", "cloglog", "--frailty", "normal");
    expect(normal.model).toBe("randomEffectsCloglog");
    const { stdout } = await bandwagon.run(
      ...["estimate", file, grouped, "--model", "cloglog", "--frailty", "gamma"],
    );
    expect(stdout).toMatch(/\nfrailty variance +0\.\d+/);
    expect(stdout).toMatch(/\nno frailty +likelihood ratio /);
  });

  it("writes the frailty of its groups, above 1 for those with more events than expected", async () => {
    const path = join(bandwagon.folder, "frailties.csv");
    const options = ["--model", "cloglog", "--frailty", "gamma", "--predict", path];
    const found = await estimated(bandwagon, file, grouped, ...options);
    const table = await readCsv(readFileSync(path, "utf8"));
    const [outcome, hazard, frailty] = ["outcome", "hazard", "groupFrailty"].map((name) => [
      ...numericValues(column(table, name)),
    ]);
    expect(outcome?.length).toBe(found.observations);
    expect(hazard?.every((value) => value > 0 && value < 1)).toBe(true);
    const mean = (frailty ?? []).reduce((sum: number, value) => sum + value, 0) / found.observations;
    expect(mean).toBeCloseTo(1, 1);
  });

  it("takes rows before entry, of which none can have the event", async () => {
    const args = [file, grouped, "--model", "cloglog", "--frailty", "gamma"];
    const late = await estimated(bandwagon, ...args, "--before-entry", "event == 0 & x < 0.3");
    const plain = await estimated(bandwagon, ...args);
    expect(late.observations).toBe(plain.observations);
    expect(late.logLikelihood).not.toBeCloseTo(plain.logLikelihood, 3);
    const wrong = await bandwagon.run("estimate", ...args, "--before-entry", "event == 1");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/--before-entry[\s\S]*an event before entry in row \d+/);
  });

  it.each([
    ["event ~ x + (1 | g)", ["--before-entry", "x < 1", "--model", "cloglog"], "--frailty gamma"],
    ["event ~ x + (1 | g)", ["--frailty", "gamma"], "--model cloglog"],
    ["event ~ x + (1 | g)", ["--frailty", "normal", "--model", "logit"], "--model cloglog"],
    ["event ~ x", ["--frailty", "gamma", "--model", "cloglog"], "(1 | g)"],
    ["event ~ x", ["--frailty", "normal", "--model", "cloglog"], "(1 | g)"],
    ["Surv(time, event) ~ x", ["--frailty", "gamma"], "--model cloglog"],
    ["event ~ x + (1 | g)", ["--frailty", "gamma", "--model", "cloglog", "--weights", "time"], "one weight"],
    ["event ~ x + (1 | g)", ["--frailty", "gamma", "--model", "cloglog", "--quadrature", "9"], "(1 | g)"],
  ])("is refused for %s %j", async (formula, options, hint) => {
    const { code, stderr } = await bandwagon.run("estimate", file, formula, ...options);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });
});

it("a pooled model is tested in the one with the random effect, on the boundary", async () => {
  const pooled = "y ~ late + factor(trt)";
  const { stdout } = await bandwagon.run(
    ...[
      "estimate",
      "tests/reference/probit-bacteria.csv",
      pooled,
      `${pooled} + (1 | child)`,
      "--format",
      "json",
    ],
  );
  const { fits, nestedTests } = JSON.parse(stdout);
  expect(nestedTests).toMatchObject([{ smaller: 0, larger: 1, df: 1 }]);
  const { statistic, pValue } = fits[1].randomEffect.test;
  expectNear([nestedTests[0].statistic, nestedTests[0].pValue], [statistic, pValue]);
});
