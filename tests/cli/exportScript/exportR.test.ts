import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportR } from "../../../study/exportScript/exportR.ts";
import { type ExportedFit, requestOf, requestOfSelection, scriptRunner } from "./exportedFit.ts";
import { binary, cox, gammaFrailty, linear, randomEffects, withR } from "./fitsOfFrames.ts";

const runner = scriptRunner();
afterAll(runner.remove);

const data = (name: string) => `tests/reference/${name}.csv`;
const heart = "docs/examples/heart.csv";
const panel = { id: "firm", time: "year" };

/** Rows of spell and period, 60 days long, of the kidney patients; `four` of them are one group. */
const kidney = join(runner.folder, "kidney.csv");
/** By row of the file, whether it is before the patient was seen. */
const kidneyBeforeEntry: number[] = [];
{
  const [, ...spells] = readFileSync("tests/reference/frailty/kidney.csv", "utf8").trim().split("\n");
  const lines = ["id,four,event,age,female,late,unseen"];
  for (const line of spells) {
    const [id = 0, , stop = 0, event = 0, age = 0, female = 0] = line.split(",").map(Number);
    const periods = Math.ceil(stop / 60);
    for (let period = 1; period <= periods; period++) {
      const ends = Number(period === periods && event === 1);
      const unseen = Number(id % 3 === 0 && period < 3 && ends === 0);
      kidneyBeforeEntry.push(unseen);
      lines.push([id, Math.floor(id / 4), ends, age, female, Number(period > 2), unseen].join(","));
    }
  }
  writeFileSync(kidney, `${lines.join("\n")}\n`);
}

const fits: readonly (readonly [string, ExportedFit])[] = [
  [
    "a probit with clusters",
    {
      path: data("probit-birthwt"),
      formula: "low ~ age + lwt + smoke + ht + factor(race)",
      fit: binary({}),
      options: { cluster: "age" },
    },
  ],
  [
    "a logit with interactions, conditions, an offset, weights and a subset",
    {
      path: data("probit-birthwt"),
      formula: "low ~ age * factor(race) + (lwt > 120) + offset(lwt / 100) + I(ftv %in% 1:2) + cluster(age)",
      fit: binary({ link: "logit" }),
      options: { subset: "age < 40", weights: "1 + ftv" },
    },
  ],
  [
    "a complementary log-log with expected information and robust errors",
    {
      path: data("probit-birthwt"),
      formula: "low == 1 ~ age + lwt %in% c(120, 130) + smoke - 1",
      fit: binary({ link: "cloglog", robust: "HC1", information: "expected" }),
    },
  ],
  [
    "a probit of a label",
    {
      path: data("probit-verbal"),
      formula: 'btype == "curse" ~ anger + factor(male, levels = c(1, 0))',
      fit: binary({ robust: "HC0" }),
    },
  ],
  [
    "a separated logit with Firth's penalty",
    {
      path: data("probit-pima"),
      formula: "diabetes ~ glu + bmi + (glu > 190)",
      fit: binary({ link: "logit", penalty: "firth" }),
      options: { subset: "glu > 190 | npreg < 2 & age < 40", weights: "1 + npreg" },
    },
  ],
  [
    "a Cox model with ties by Efron",
    { path: heart, formula: "Surv(start, stop, event) ~ age + year + surgery + transplant", fit: cox({}) },
  ],
  [
    "a Cox model with strata, clusters and weights",
    {
      path: heart,
      formula: "Surv(start, stop, event) ~ age * strata(surgery) + transplant + cluster(year)",
      fit: cox({ ties: "breslow" }),
      options: { weights: "1 + surgery" },
    },
  ],
  [
    "a Cox model with exact ties",
    { path: heart, formula: "Surv(stop, event) ~ age + year", fit: cox({ ties: "exact" }) },
  ],
  [
    "a Cox model with Firth's penalty",
    {
      path: heart,
      formula: "Surv(start, stop, event) ~ age + year + surgery",
      fit: cox({ penalty: "firth" }),
    },
  ],
  [
    "two absorbed effects with clusters and weights",
    {
      path: data("linear/employment"),
      formula: "employed ~ wage + capital + output | firm + year",
      fit: linear,
      options: { cluster: "firm", weights: "size" },
    },
  ],
  [
    "absorbed combinations with a lag and a mean over the panel",
    {
      path: data("linear/employment"),
      formula: "employed ~ lag(wage) + mean(capital) + output | sector^year",
      fit: linear,
      options: { panel, where: undefined },
    },
  ],
  [
    "least squares",
    { path: data("linear/employment"), formula: "employed ~ wage + capital * factor(sector)", fit: linear },
  ],
  [
    "a dynamic random-effects probit with clusters",
    {
      path: data("probit-males"),
      formula: "union ~ lag(union) + initial(union) + married + mean(married) + (1 | man)",
      fit: randomEffects({}),
      options: { panel: { id: "man", time: "year" }, cluster: "school", subset: "man < 4000" },
    },
  ],
  [
    "a grouped hazard with gamma frailty",
    {
      path: kidney,
      formula: "event ~ age + female + late + (1 | id)",
      fit: gammaFrailty({}),
      options: { weights: "1 + female" },
    },
  ],
  [
    "a grouped hazard with gamma frailty and several events in a group",
    { path: kidney, formula: "event ~ female + late + (1 | four)", fit: gammaFrailty({ robust: "HC0" }) },
  ],
  [
    "a grouped hazard with gamma frailty and delayed entry",
    {
      path: kidney,
      formula: "event ~ age + female + (1 | id)",
      fit: (frame) =>
        gammaFrailty({
          beforeEntry: Float64Array.from(frame.rowNumbers, (row) => kidneyBeforeEntry[row] ?? 0),
        })(frame),
      options: { beforeEntry: "unseen == 1" },
    },
  ],
  [
    "least squares with a term left out",
    {
      path: data("linear/employment"),
      formula: "employed ~ wage + factor(sector) + I(2 * wage) | firm",
      fit: linear,
    },
  ],
  [
    "a random-effects logit with weights",
    {
      path: data("probit-bacteria"),
      formula: "y ~ trt + late + (1 | child)",
      fit: randomEffects({ link: "logit", quadratureNodes: 20 }),
      options: { weights: "1 + late" },
    },
  ],
  [
    "a random-effects complementary log-log with robust errors",
    {
      path: data("probit-bacteria"),
      formula: "y ~ trt + late + (1 | child)",
      fit: randomEffects({ link: "cloglog", robust: "HC1" }),
    },
  ],
];

const selections = [
  ["selection and duration", { dependence: "fgm", cluster: "cluster" }],
  ["selection and duration with a Gaussian copula", { dependence: "gaussian", weights: "weight" }],
] as const;
const colon = {
  selection: "selected ~ treated + node4",
  duration: "Surv(time, event) ~ factor(differ)",
};

describe("an exported R script", () => {
  const printed: string[] = [];
  // One R for all of them: it takes as long to start as to fit.
  beforeAll(async () => {
    if (!withR) return;
    const codes: string[] = [];
    for (const [, fit] of fits) codes.push(exportR(await requestOf(fit)));
    for (const [, options] of selections) {
      codes.push(exportR(await requestOfSelection(data("selectionDuration/colon"), colon, options)));
    }
    const { stdout, stderr } = await runner.runTogether(codes);
    expect(stderr).toBe("");
    printed.push(...stdout);
  }, 120_000);

  it.skipIf(!withR).each([...fits, ...selections].map(([name], at) => [name, at] as const))(
    "agrees to 1e-5 for %s",
    (_, at) => {
      const stdout = printed[at] ?? "";
      const largest = /^largest relative difference: (\S+)$/m.exec(stdout)?.[1];
      expect(Number(largest), stdout).toBeLessThanOrEqual(1e-5);
      expect(stdout).toContain("agreement within 1e-5: yes");
    },
  );

  it.skipIf(!withR)(
    "says no, with exit status 1, where the numbers differ",
    { timeout: 60_000 },
    async () => {
      const request = await requestOf({ path: heart, formula: "Surv(stop, event) ~ age", fit: cox({}) });
      const { result } = request;
      const terms = result.terms.map((term) => ({
        ...term,
        estimate: term.estimate + 0.001 * term.stdError,
      }));
      const { stdout, status } = await runner.run(exportR({ ...request, result: { ...result, terms } }));
      expect(stdout).toContain("agreement within 1e-5: no");
      expect(status).toBe(1);
    },
  );

  it.skipIf(!withR)(
    "reads Latin-1, decimal commas, gzip and odd names as they were read",
    { timeout: 60_000 },
    async () => {
      const path = join(runner.folder, "odd.csv.gz");
      const lines = ["y;Größe in m;land;code"];
      for (let row = 0; row < 60; row++) {
        const land = ["NA", "Österreich", "España"][row % 3];
        lines.push(`${(row * row) % 7 < 3 ? 1 : 0};${(row * 13) % 37},5;${land};00${row % 2}`);
      }
      lines.push("1;.;NA;000", "");
      writeFileSync(path, gzipSync(Buffer.from(lines.join("\r\n"), "latin1")));
      const formula = "y ~ `Größe in m` + land + code";
      const request = await requestOf({ path, formula, fit: binary({}), missing: ["."] });
      expect(request.file).toMatchObject({ delimiter: ";", decimal: ",", encoding: "windows-1252" });
      const code = exportR(request);
      // R reads a script in the locale it starts in, until the script sets another.
      const [before] = code.split("Sys.setlocale");
      expect([...(before ?? "")].filter((character) => character > "~")).toEqual([]);
      const { stdout } = await runner.run(code);
      expect(stdout).toContain("rows: bandwagon 60, R 60");
      expect(stdout).toContain("agreement within 1e-5: yes");
    },
  );

  it.skipIf(!withR)(
    "runs, and says what it cannot compare, where estimates are infinite",
    { timeout: 60_000 },
    async () => {
      const formula = "diabetes ~ glu + I(npreg > 14)";
      const request = await requestOf({ path: data("probit-pima"), formula, fit: binary({ link: "logit" }) });
      expect(request.result.terms.some(({ estimate }) => estimate === Number.POSITIVE_INFINITY)).toBe(true);
      const { stdout, status } = await runner.run(exportR(request));
      expect(stdout).toContain("without a finite estimate");
      expect(stdout).not.toContain("agreement within");
      expect(status).toBe(0);
    },
  );

  it("names the model, the data and where to run it", async () => {
    const formula = "Surv(stop, event) ~ age";
    const code = exportR(await requestOf({ path: heart, formula, fit: cox({}) }));
    expect(code).toContain('file <- "docs/examples/heart.csv"');
    expect(code).toContain("formula <- Surv(stop, event) ~ age");
    expect(code).toContain("from the folder in which bandwagon ran");
    expect(code).toContain('requireNamespace("survival"');
  });

  it("needs no package for a model without durations", async () => {
    const request = await requestOf({ path: data("probit-birthwt"), formula: "low ~ age", fit: binary({}) });
    expect(exportR(request)).not.toMatch(/library|require/);
  });

  it("refuses a model it has no script for", async () => {
    const request = await requestOf({ path: data("probit-birthwt"), formula: "low ~ age", fit: binary({}) });
    const result = { ...request.result, model: "unheardOf" };
    expect(() => exportR({ ...request, result })).toThrow("unheardOf");
  });
});
