import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../study/cells.ts";
import { PERFORMANCE_NAMES, parseDesign } from "../../study/design.ts";
import { orderRows } from "../../study/orderRows.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { MESSAGE_LEFT_OUT, rowsTable } from "../../study/rowsTable.ts";
import { summarise } from "../../study/summary.ts";

const resolved = resolveDesign(
  parseDesign({
    aim: "Is it there?",
    dataGenerating: [
      { name: "first", scenario: "canello-2022" },
      { name: "second", scenario: "canello-2022" },
    ],
    methods: ["canello-2022/C", "canello-2022/B"],
    performance: PERFORMANCE_NAMES,
    replications: 4,
    seed: "7",
    alpha: 0.1,
  }),
);

const plain: EstimateRow = {
  world: "first",
  cell: 0,
  replication: 1,
  method: "canello-2022/C",
  estimand: "size",
  truth: 1,
  estimate: 1,
  stdError: 1,
  confLow: 0,
  confHigh: 2,
  pValue: 0.5,
  status: "ok",
  message: "",
};
const failure: EstimateRow = {
  ...plain,
  estimand: "",
  truth: Number.NaN,
  estimate: Number.NaN,
  stdError: Number.NaN,
  confLow: Number.NaN,
  confHigh: Number.NaN,
  pValue: Number.NaN,
};

const rows: EstimateRow[] = [
  { ...plain, replication: 1, estimate: 0.5, pValue: 0.1 },
  { ...plain, replication: 1, estimand: "factor(year)2010", truth: Number.NaN, estimate: 3 },
  { ...plain, replication: 1, estimand: "sigma", pValue: Number.NaN, message: "few nodes" },
  { ...failure, replication: 2, status: "separation", message: "size separates" },
  { ...plain, replication: 3, estimate: 2, pValue: 0.2, confLow: 1.5, confHigh: 2.5 },
  { ...plain, replication: 3, estimand: "factor(industry)footwear", estimate: 1 },
  { ...plain, replication: 3, estimand: "sigma", estimate: 1.5, pValue: Number.NaN, message: "few nodes" },
  { ...failure, replication: 4, status: "separation", message: "other words" },
  { ...plain, method: "canello-2022/B", replication: 1 },
  { ...plain, world: "second", cell: 1, replication: 2 },
  { ...failure, world: "second", cell: 1, replication: 1, status: "error", message: "boom" },
];

describe("a summary", () => {
  const summary = summarise(resolved, rows);
  const sizeInFirst = summary.estimands.find((each) => each.cell === 0 && each.estimand === "size");

  it("measures an estimand over its valid replications only", () => {
    expect(sizeInFirst).toMatchObject({ replications: 4, valid: 2, truth: 1 });
    expect(sizeInFirst?.estimate.value).toBe(1.25);
    expect(sizeInFirst?.measures.bias?.value).toBe(0.25);
    expect(sizeInFirst?.measures.coverage?.value).toBe(0.5);
    expect(sizeInFirst?.measures.convergence?.value).toBe(0.5);
  });

  it("knows the Monte Carlo error of a mean estimate without a truth: its spread over √n", () => {
    const noTruth = [1, 2, 6].map((estimate, index) => ({
      ...plain,
      replication: index + 1,
      truth: Number.NaN,
      estimate,
    }));
    const [found] = summarise(resolved, noTruth).estimands;
    // Sample variance of 1, 2, 6 is (4 + 1 + 9) / 2 = 7.
    expect(found.estimate.value).toBe(3);
    expect(found.estimate.mcse).toBeCloseTo(Math.sqrt(7 / 3), 14);
  });

  it("names the estimands of the design that never appeared, unless their methods failed throughout", () => {
    const asks = (estimands: string[]) => ({
      ...resolved,
      cells: resolved.cells.map((cell) => ({ ...cell, estimands })),
    });
    expect(summary.neverEstimated).toEqual([]);
    const asked = ["size", "factor(region)Atlantis", "largePeersSameDestination"];
    // Column B, the only method with estimates in the second cell, has no large peers to give.
    const second = { ...plain, world: "second", cell: 1 };
    const failed = { ...failure, world: "second", cell: 1, status: "separation" };
    const found = summarise(asks(asked), [
      ...rows.slice(0, 9),
      { ...second, method: "canello-2022/B" },
      failed,
    ]);
    expect(found.neverEstimated).toEqual([
      { world: "first", cell: 0, estimand: "factor(region)Atlantis" },
      { world: "first", cell: 0, estimand: "largePeersSameDestination" },
      { world: "second", cell: 1, estimand: "factor(region)Atlantis" },
    ]);
  });

  it("rejects at the design's own level", () => {
    expect(sizeInFirst?.measures.rejection?.value).toBe(0.5);
  });

  it("counts failures by cause with the first replication to repeat, and adds up", () => {
    expect(summary.methods[0]).toMatchObject({
      method: "canello-2022/C",
      replications: 4,
      failed: 2,
      causes: [{ status: "separation", count: 2, firstReplication: 2, message: "size separates" }],
      warned: 2,
      firstWarning: "few nodes",
    });
    expect(summary.methods.at(-1)).toMatchObject({ world: "second", failed: 1, replications: 2 });
  });

  it("leaves a measure undefined where there is no truth or no test, and JSON says null", () => {
    const dummy = summary.estimands.find((each) => each.estimand === "factor(year)2010");
    expect(dummy?.measures.bias?.value).toBeNaN();
    expect(dummy?.estimate).toEqual({ value: 3, mcse: Number.NaN });
    const sigma = summary.estimands.find((each) => each.estimand === "sigma");
    expect(sigma?.measures.rejection?.value).toBeNaN();
    expect(sigma?.measures.empiricalSe?.value).toBeCloseTo(Math.sqrt(0.125), 14);
    const written = JSON.parse(JSON.stringify(sigma));
    expect(written.measures.rejection).toEqual({ value: null, mcse: null });
  });

  it("counts an estimate without a standard error for the bias, not for the model SE or the coverage", () => {
    const atBoundary = {
      ...plain,
      replication: 2,
      estimate: 0,
      stdError: Number.NaN,
      confLow: Number.NaN,
      confHigh: Number.NaN,
    };
    const { measures, valid } = summarise(resolved, [plain, atBoundary]).estimands[0];
    expect(valid).toBe(2);
    expect(measures.bias?.value).toBe(-0.5);
    expect(measures.modelSe?.value).toBe(1);
    expect(measures.coverage?.value).toBe(1);
  });

  it("bounds rejection and coverage by what the failures could have given, and flags what they could change", () => {
    // One of the four rejects, one covers, two failed.
    expect(sizeInFirst?.bounds).toEqual({
      rejection: { low: 0.25, high: 0.75 },
      coverage: { low: 0.25, high: 0.75 },
    });
    expect(sizeInFirst?.flags).toEqual(["failures", "rejectionBounds", "coverageBounds"]);
    expect(summary.methods[0]).toMatchObject({
      failure: { value: 0.5, mcse: 0.25 },
      flags: ["failures", "rejectionBounds", "coverageBounds"],
    });
    expect(summary.methods.find(({ failed }) => failed === 0)?.flags).toEqual([]);
  });

  it("flags more than one failure in twenty, not one in twenty", () => {
    const flagsOf = (failures: number) =>
      summarise(resolved, [
        ...Array.from({ length: 20 - failures }, (_, at) => ({
          ...plain,
          replication: at + 1,
          pValue: at % 2,
          confHigh: at % 2 ? 2 : 0.5,
        })),
        ...Array.from({ length: failures }, (_, at) => ({
          ...failure,
          replication: 21 - failures + at,
          status: "error",
        })),
      ]).estimands[0].flags;
    // Of 19 tests half reject: Monte Carlo error 0.11, bounds 0.05 wide.
    expect(flagsOf(1)).toEqual([]);
    expect(flagsOf(2)).toEqual(["failures"]);
    expect(flagsOf(3)).toEqual(["failures", "rejectionBounds", "coverageBounds"]);
  });

  it("compares methods on the same data, and measures each over the replications in which all are valid", () => {
    const other = { ...plain, method: "canello-2022/B" };
    const found = summarise(resolved, [
      { ...plain, replication: 1, estimate: 1, pValue: 0.01 },
      { ...plain, replication: 2, estimate: 3, pValue: 0.01 },
      { ...plain, replication: 3, estimate: 8, pValue: 0.5 },
      { ...failure, replication: 4, status: "separation" },
      { ...other, replication: 1, estimate: 0, pValue: 0.5 },
      { ...other, replication: 2, estimate: 1, pValue: 0.01, confLow: 5 },
      { ...failure, method: "canello-2022/B", replication: 3, status: "error" },
      { ...other, replication: 4, estimate: 5 },
    ]);
    expect(found.comparisons).toMatchObject([
      {
        estimand: "size",
        method: "canello-2022/B",
        reference: "canello-2022/C",
        pairs: 2,
        difference: { value: -1.5, mcse: 0.5 },
        // Errors 0, 2 and −1, 0.
        relativePrecision: { value: 300, mcse: 0 },
        rejection: { value: -0.5, onlyMethod: 0, onlyReference: 1 },
        coverage: { value: -0.5, onlyMethod: 0, onlyReference: 1 },
      },
    ]);
    const [ofC, ofB] = found.estimands;
    expect([ofC.valid, ofC.listWise?.valid, ofB.valid, ofB.listWise?.valid]).toEqual([3, 2, 3, 2]);
    expect(ofC.measures.bias?.value).toBe(3);
    expect(ofC.listWise?.measures.bias?.value).toBe(1);
    expect(ofB.listWise?.measures.convergence?.value).toBe(0.5);
  });

  it("compares no probit with a Cox model, though both have a coefficient of that name", () => {
    const mixed = resolveDesign(
      parseDesign({
        aim: "Mixed",
        dataGenerating: { scenario: "canello-2022" },
        methods: ["canello-2022/B", "canello-2022/cox-yearly"],
        performance: ["bias"],
        replications: 1,
        seed: "7",
      }),
    );
    const world = mixed.cells[0].world;
    const found = summarise(
      mixed,
      mixed.cells[0].methods.map(({ name }) => ({ ...plain, world, method: name })),
    );
    expect(found.comparisons).toEqual([]);
    expect(found.estimands.map(({ listWise }) => listWise)).toEqual([null, null]);
  });

  it("lists worlds, methods and estimands in the order of the design", () => {
    expect(summary.estimands.map((each) => [each.cell, each.method.slice(-1), each.estimand])).toEqual([
      [0, "C", "size"],
      [0, "C", "sigma"],
      [0, "C", "factor(industry)footwear"],
      [0, "C", "factor(year)2010"],
      [0, "B", "size"],
      [1, "C", "size"],
    ]);
  });

  it("reports the measures that were asked for and no others", () => {
    expect(Object.keys(sizeInFirst?.measures ?? {})).toEqual([...PERFORMANCE_NAMES]);
    const fewer = { ...resolved, design: { ...resolved.design, performance: ["rmse" as const] } };
    expect(Object.keys(summarise(fewer, rows).estimands[0].measures)).toEqual(["rmse"]);
  });

  it("does not hang on the order in which the rows arrive", () => {
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
    fc.assert(
      fc.property(shuffled, (arrived) => {
        expect(JSON.stringify(summarise(resolved, arrived))).toBe(JSON.stringify(summary));
        expect(orderRows(resolved, arrived)).toEqual(orderRows(resolved, rows));
      }),
      { numRuns: 50 },
    );
  });
});

it("rows become a table in which empty texts are missing", () => {
  const table = rowsTable(rows);
  expect(table.rows).toBe(rows.length);
  expect([...table.columns.keys()]).toEqual(Object.keys(plain));
  const estimand = table.columns.get("estimand");
  expect(estimand?.kind === "category" && estimand.codes[3]).toBe(65535);
});

it("a study with more different messages than a column can hold keeps the first 60,000 and says so of the others", () => {
  const many = Array.from({ length: 66_000 }, (_, index) => ({ ...plain, message: `message ${index}` }));
  const message = rowsTable([...many, { ...plain, message: "message 7" }, plain]).columns.get("message");
  if (message?.kind !== "category") throw new Error("messages are labels");
  const textOf = (row: number) => message.levels[message.codes[row]];
  expect(message.levels).toHaveLength(60_001);
  expect([0, 59_999, 60_000, 65_999, 66_000].map(textOf)).toEqual([
    "message 0",
    "message 59999",
    MESSAGE_LEFT_OUT,
    MESSAGE_LEFT_OUT,
    "message 7",
  ]);
  expect(message.codes[66_001]).toBe(65535);
});
