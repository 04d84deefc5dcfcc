import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { fitCox, fitRandomEffectsProbit } from "../../estimators/index.ts";
import type { CoxSpecification, ProbitSpecification } from "../../scenarios/index.ts";
import { resolveScenario } from "../../scenarios/index.ts";
import type { SimulatedHistory } from "../../sim/run.ts";
import type { Cell } from "../../study/cells.ts";
import { estimateHistory } from "../../study/estimateHistory.ts";

const probit: ProbitSpecification = {
  name: "test/probit",
  summary: "",
  source: "",
  model: "randomEffectsProbit",
  outcome: "active",
  numeric: ["yLag", "msePeersSameDestination"],
  factors: ["industry"],
  group: "pair",
  quadratureNodes: 8,
  averagePartialEffects: ["msePeersSameDestination"],
};
const cox: CoxSpecification = {
  name: "test/cox",
  summary: "",
  source: "",
  model: "cox",
  clock: "exact",
  ties: "efron",
  strata: [],
  numeric: ["size"],
  factors: [],
};
const cellWith = (...methods: Cell["methods"]): Cell => ({
  index: 3,
  world: "tiny",
  values: {},
  condition: "tiny",
  key: "tiny",
  scenario: resolveScenario("canello-2022"),
  methods,
  estimands: null,
});

/** 300 pairs over 6 years with persistence, a peer count, two industries and spells with exact ends. */
function tinyHistory(change: Partial<Record<string, Float64Array>> = {}): SimulatedHistory {
  const random = seedrandom.alea("tiny history");
  const pairs = 300;
  const years = 6;
  const rows = pairs * years;
  const values = {
    pair: new Int32Array(rows),
    year: new Int32Array(rows),
    active: new Uint8Array(rows),
    yLag: new Uint8Array(rows),
    tenure: new Int32Array(rows),
    exitTime: new Float64Array(rows).fill(Number.NaN),
    msePeersSameDestination: new Float64Array(rows),
    size: new Float64Array(rows),
    industry: new Uint16Array(rows),
  };
  for (let pair = 0; pair < pairs; pair++) {
    const size = 20 * random();
    let active = random() < 0.4 ? 1 : 0;
    let tenure = 0;
    for (let t = 0; t < years; t++) {
      const row = pair * years + t;
      const peers = Math.floor(4 * random());
      const next = random() < 0.1 + 0.5 * active + 0.06 * peers ? 1 : 0;
      values.pair[row] = pair;
      values.year[row] = 2007 + t;
      values.yLag[row] = active;
      values.active[row] = next;
      values.tenure[row] = tenure;
      values.exitTime[row] = active === 1 && next === 0 ? 1 - random() : Number.NaN;
      values.msePeersSameDestination[row] = peers;
      values.size[row] = size;
      values.industry[row] = pair % 2;
      tenure = active === 1 && next === 1 ? tenure + 1 : 0;
      active = next;
    }
  }
  const columns = Object.entries({ ...values, ...change }).map(([name, column]) => ({
    name,
    values: column as Float64Array,
    ...(name === "industry" ? { levels: ["footwear", "clothing"] } : {}),
    note: { meaning: "", unit: "", source: "", lag: null },
  }));
  return {
    rows,
    columns,
    truth: {
      coefficients: { "(Intercept)": -1, yLag: 1.5, sigma: 0.2, "factor(industry)footwear": 0 },
      logHazardRatios: { size: -0.01 },
      peerEffect: { entry: 1, staying: 2, all: 0.06, entryDecisions: 1, stayingDecisions: 1 },
    },
    diagnostics: {
      reproductionNumber: { largest: 0, largestCell: "", mean: 0 },
      filledCells: [],
      activeShare: 0,
      entryRate: 0,
      exitRate: 0,
    },
  };
}

it("several messages of a fit are told apart by a semicolon, and one coefficient goes to infinity", () => {
  const columns = new Map(tinyHistory().columns.map(({ name, values }) => [name, values]));
  const history = tinyHistory({
    msePeersSameDestination: Float64Array.from(columns.get("size") ?? [], (size) => 2 * size),
    ended: Float64Array.from(columns.get("exitTime") ?? [], (time) => Number(!Number.isNaN(time))),
  });
  const method = { ...cox, numeric: ["size", "msePeersSameDestination", "ended"] };
  const [row] = estimateHistory(history, cellWith(method), 1, 0.95);
  expect(row.message).toMatch(/linear combination of size [^;]*; [^;]*[^.]; The likelihood rises for ever/);
  expect(row.message).toMatch(/ ended goes to (\+∞|infinity): /);
});

it.each([
  probit,
  { ...probit, model: "probit" as const },
  { ...cox, numeric: ["size", "msePeersSameDestination"] },
])(
  "a $model that leaves a collinear term out is a failure to a study, though the other terms converge",
  (method) => {
    const columns = new Map(tinyHistory().columns.map(({ name, values }) => [name, values]));
    const other = method.model === "cox" ? "size" : "yLag";
    const twice = Float64Array.from(columns.get(other) ?? [], (value) => 2 * value);
    const rows = estimateHistory(tinyHistory({ msePeersSameDestination: twice }), cellWith(method), 1, 0.95);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: "collinear", estimate: Number.NaN });
  },
);

it("an empty panel is a row a method that says why it is empty", () => {
  const empty = tinyHistory();
  const columns = empty.columns.map((column) => ({ ...column, values: column.values.slice(0, 0) }));
  const cell = cellWith(probit);
  const rows = estimateHistory({ ...empty, rows: 0, columns }, cell, 1, 0.95);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ status: "empty-panel", estimate: Number.NaN });
  expect(rows[0].message).toContain("every firm closed");
});

describe("the rows of a random-effects probit", () => {
  const rows = estimateHistory(tinyHistory(), cellWith(probit), 7, 0.9);

  it("are its terms, sigma and the partial effect, each beside its own truth", () => {
    expect(rows.map((row) => [row.estimand, row.truth])).toEqual([
      ["(Intercept)", -1],
      ["yLag", 1.5],
      ["msePeersSameDestination", Number.NaN],
      ["factor(industry)footwear", 0],
      ["sigma", 0.2],
      ["averagePartialEffect(msePeersSameDestination)", 0.06],
    ]);
    expect(rows.every((row) => row.world === "tiny" && row.cell === 3 && row.replication === 7)).toBe(true);
  });

  it("hold the estimates and limits of the estimator at the level asked for", () => {
    const columns = new Map(tinyHistory().columns.map((column) => [column.name, column.values]));
    const of = (name: string) => columns.get(name) as Float64Array;
    const matrix = {
      rows: 1800,
      intercept: true,
      numeric: ["yLag", "msePeersSameDestination"].map((name) => ({ name, values: of(name) })),
      factors: [
        {
          name: "factor(industry)",
          // Labels in alphabetical order: clothing is the reference, footwear the dummy.
          codes: Uint16Array.from(of("industry"), (code) => 1 - code),
          levels: ["clothing", "footwear"],
        },
      ],
    };
    const fit = fitRandomEffectsProbit(matrix, of("active"), Int32Array.from(of("pair")), {
      quadratureNodes: 8,
      confidenceLevel: 0.9,
    });
    expect(fit.converged).toBe(true);
    expect(rows.slice(0, 4).map((row) => [row.estimate, row.confLow])).toEqual(
      fit.terms.map((term) => [term.estimate, term.confLow]),
    );
    expect(rows[4]).toMatchObject({
      estimate: fit.randomEffect.sigma,
      confLow: fit.randomEffect.sigmaConfLow,
      confHigh: fit.randomEffect.sigmaConfHigh,
      pValue: Number.NaN,
    });
  });
});

describe("the rows of a Cox model", () => {
  it("come from the spells with the covariates of their panel rows", () => {
    const history = tinyHistory();
    const [row, ...more] = estimateHistory(history, cellWith(cox), 1, 0.95);
    expect(more).toEqual([]);
    const columns = new Map(history.columns.map((column) => [column.name, column.values]));
    const of = (name: string) => columns.get(name) as Float64Array;
    const atRisk = [...of("yLag").keys()].filter((index) => of("yLag")[index] === 1);
    const fit = fitCox({
      matrix: {
        rows: atRisk.length,
        intercept: false,
        numeric: [{ name: "size", values: Float64Array.from(atRisk, (index) => of("size")[index]) }],
        factors: [],
      },
      start: Float64Array.from(atRisk, (index) => of("tenure")[index]),
      stop: Float64Array.from(atRisk, (index) => of("tenure")[index] + (of("exitTime")[index] || 1)),
      event: Uint8Array.from(atRisk, (index) => 1 - of("active")[index]),
    });
    expect(row).toMatchObject({
      estimand: "size",
      truth: -0.01,
      estimate: fit.terms[0].estimate,
      status: "ok",
    });
  });

  it("differ by the clock, and say so when ties are heavy", () => {
    const [exact] = estimateHistory(tinyHistory(), cellWith(cox), 1, 0.95);
    const [yearly] = estimateHistory(tinyHistory(), cellWith({ ...cox, clock: "yearly" }), 1, 0.95);
    expect(yearly.estimate).not.toBe(exact.estimate);
    expect(exact.message).toBe("");
    expect(yearly).toMatchObject({ status: "ok", message: expect.stringContaining("share their time") });
  });
});

describe("a method without an estimate", () => {
  it("is one row with the warning's code, its sentence and no number", () => {
    const separated = tinyHistory({
      msePeersSameDestination: Float64Array.from(tinyHistory().columns[2].values),
    });
    const rows = estimateHistory(separated, cellWith(probit), 2, 0.95);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      estimand: "",
      status: "separation",
      estimate: Number.NaN,
      replication: 2,
    });
    expect(rows[0].message).toContain("msePeersSameDestination");
  });

  it("is one row with status error when it throws, and the other methods go on", () => {
    const broken = { ...probit, name: "test/broken", numeric: ["yLagg"] };
    const rows = estimateHistory(tinyHistory(), cellWith(broken, cox), 2, 0.95);
    expect(rows.map((row) => [row.method, row.status])).toEqual([
      ["test/broken", "error"],
      ["test/cox", "ok"],
    ]);
    expect(rows[0].message).toContain("yLagg");
  });
});
