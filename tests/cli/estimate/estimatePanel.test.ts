import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatherRows } from "../../../panel/gatherRows.ts";
import { readParquet } from "../../../panel/readParquet.ts";
import { type Column, column, numericValues, type Table } from "../../../panel/table.ts";
import type { ProbitSpecification } from "../../../scenarios/index.ts";
import type { EstimateResult } from "../../../study/estimate/estimateResult.ts";
import { fitSpecification } from "../../../study/methods.ts";
import { buildCommandLine } from "../commandLine.ts";

let bandwagon: ReturnType<typeof buildCommandLine>;
let path = "";
let panel: Table;

beforeAll(async () => {
  bandwagon = buildCommandLine();
  path = join(bandwagon.folder, "panel.parquet");
  await bandwagon.run("simulate", "canello-2022/eq1", "--set", "firms=200", "--out", path);
  panel = await readParquet(readFileSync(path));
});
afterAll(() => bandwagon.remove());

const specification: ProbitSpecification = {
  name: "test",
  summary: "",
  source: "",
  model: "randomEffectsProbit",
  outcome: "active",
  group: "pair",
  quadratureNodes: 12,
  averagePartialEffects: [],
  numeric: [],
  factors: ["year"],
};

/**
 * The rows a dynamic model has, those after the first year, with columns made by hand: what the pair did in the first
 * year, and its mean of labour productivity over the others.
 */
function dynamicRows(): Table {
  const [pairs, years, active, productivity] = ["pair", "year", "active", "labourProductivity"].map((name) =>
    numericValues(column(panel, name)),
  );
  const first = Math.min(...years);
  const atFirst = new Map<number, number>();
  const later = new Map<number, number[]>();
  const rows: number[] = [];
  for (let row = 0; row < panel.rows; row++) {
    if (years[row] === first) atFirst.set(pairs[row], active[row]);
    else {
      rows.push(row);
      later.set(pairs[row], [...(later.get(pairs[row]) ?? []), productivity[row]]);
    }
  }
  const mean = (values: number[] = []) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const table = gatherRows(panel, rows);
  const made = (of: (pair: number) => number): Column => ({
    kind: "number",
    values: Float64Array.from(rows, (row) => of(pairs[row])),
  });
  return {
    rows: table.rows,
    columns: new Map<string, Column>([
      ...table.columns,
      ["activeInFirstYear", made((pair) => atFirst.get(pair) ?? Number.NaN)],
      ["meanProductivity", made((pair) => mean(later.get(pair)))],
    ]),
  };
}

async function expectSameFit(formula: string, numeric: string[], table: Table) {
  const { code, stdout } = await bandwagon.run(
    ...["estimate", path, formula, "--panel", "pair,year", "--format", "json"],
  );
  expect(code).toBe(0);
  const found: EstimateResult = JSON.parse(stdout);
  const { fit } = fitSpecification(table, { ...specification, numeric }, 0.95);
  expect(fit.converged).toBe(true);
  expect(found.observations).toBe(fit.observations);
  expect(found.logLikelihood).toBeCloseTo(fit.logLikelihood, 6);
  for (const [at, { estimate, stdError }] of fit.terms.entries()) {
    expect(found.terms[at].estimate).toBeCloseTo(estimate, 6);
    expect(found.terms[at].stdError).toBeCloseTo(stdError, 6);
  }
  return found;
}

describe("a panel that bandwagon simulate wrote", () => {
  it("gives the dynamic model by lag() and initial() as by the columns they stand for", async () => {
    const formula = "active ~ lag(active) + initial(active) + size + factor(year) + (1 | pair)";
    const found = await expectSameFit(formula, ["yLag", "activeInFirstYear", "size"], dynamicRows());
    // The first year has no lag in the file.
    expect(found.dropped).toBe(800);
    expect(found.missing).toEqual([{ expression: "lag(active)", rows: 800 }]);
    expect(found.terms.map(({ term }) => term).slice(0, 4)).toEqual([
      ...["(Intercept)", "lag(active)", "initial(active)", "size"],
    ]);
  });

  it("gives the static columns of the panel as the study does, on all years", async () => {
    await expectSameFit(
      "active ~ yLag + yInitial + size + factor(year) + (1 | pair)",
      ["yLag", "yInitial", "size"],
      panel,
    );
  });

  it("takes means over the years after the first", async () => {
    const formula =
      "active ~ lag(active) + initial(active) + labourProductivity + mean(labourProductivity) + factor(year) + (1 | pair)";
    const numeric = ["yLag", "activeInFirstYear", "labourProductivity", "meanProductivity"];
    await expectSameFit(formula, numeric, dynamicRows());
  });
});
