import { describe, expect, test } from "vitest";
import { conclusionOf, nullValue } from "../../../study/repeat/conclusion.ts";
import { readingsOf } from "../../../study/repeat/readings.ts";
import type { EstimateRow } from "../../../study/rows.ts";
import type { EstimandSummary } from "../../../study/summary.ts";

const row: EstimateRow = {
  world: "w",
  cell: 0,
  replication: 1,
  method: "m",
  estimand: "x",
  truth: 0.5,
  estimate: 0.4,
  stdError: 0.1,
  confLow: 0.2,
  confHigh: 0.6,
  pValue: 0.001,
  status: "ok",
  message: "",
};

describe("what a researcher would have concluded", () => {
  test.each([
    ["found", { truth: 0.5, estimate: 0.4, pValue: 0.05 }],
    ["wrongSign", { truth: -0.5, estimate: 0.4, pValue: 0.01 }],
    ["falseAlarm", { truth: 0, estimate: 0.4, pValue: 0.01 }],
    ["missed", { truth: 0.5, estimate: 0.4, pValue: 0.0501 }],
    ["rightlyNothing", { truth: 0, estimate: 0.4, pValue: 0.5 }],
    ["found", { estimand: "hazardRatio(x)", truth: 0.8, estimate: 0.7, pValue: 0.01 }],
    ["falseAlarm", { estimand: "hazardRatio(x)", truth: 1, estimate: 0.7, pValue: 0.01 }],
    [null, { truth: Number.NaN, pValue: 0.01 }],
  ] as const)("is judged %s for %j", (judged, change) => {
    expect(conclusionOf({ ...row, ...change }, 0.05).judged).toBe(judged);
  });

  test("says whether the interval holds the truth, its ends included, where there is one", () => {
    expect(conclusionOf({ ...row, truth: 0.6 }, 0.05).covers).toBe(true);
    expect(conclusionOf({ ...row, truth: 0.61 }, 0.05).covers).toBe(false);
    expect(conclusionOf({ ...row, truth: Number.NaN }, 0.05).covers).toBeNull();
  });

  test("takes 1 as the hazard ratio of no effect, and 0 of anything else", () => {
    expect(nullValue("hazardRatio(size)")).toBe(1);
    expect(nullValue("averagePartialEffect(size)")).toBe(0);
  });
});

describe("what the measures mean", () => {
  const measure = (value: number, mcse: number) => ({ value, mcse });
  const share = (value: number, low: number, high: number) => ({ value, mcse: 0.01, low, high });
  const summary = {
    world: "w",
    cell: 0,
    method: "m",
    estimand: "x",
    truth: 0.5,
    estimate: measure(0.5, 0.01),
    replications: 100,
    valid: 100,
    measures: {
      bias: measure(0.01, 0.006),
      relativeError: measure(-30, 7),
      coverage: share(0.8, 0.7, 0.87),
      rejection: share(0.9, 0.8, 0.95),
    },
    bounds: {
      rejection: { low: 0, high: 1 },
      coverage: { low: 0, high: 1 },
    },
    flags: [],
    listWise: null,
  } satisfies EstimandSummary;

  test("rests on two Monte Carlo errors, and on the limits of shares", () => {
    expect(readingsOf(summary, 0.05)).toEqual({
      bias: "none",
      standardError: "tooSmall",
      coverage: "low",
      rejection: "power",
    });
    const worse = { ...summary.measures, bias: measure(-0.013, 0.006), coverage: share(0.93, 0.86, 0.97) };
    expect(readingsOf({ ...summary, measures: worse }, 0.05)).toMatchObject({
      bias: "below",
      coverage: "nominal",
    });
  });

  test("calls rejection an error where the null is true, and unknown without a truth", () => {
    expect(readingsOf({ ...summary, truth: 0 }, 0.05).rejection).toBe("high");
    expect(readingsOf({ ...summary, truth: Number.NaN }, 0.05).rejection).toBe("unknown");
  });

  test("is nothing of fewer than ten valid replications", () => {
    expect(new Set(Object.values(readingsOf({ ...summary, valid: 9 }, 0.05)))).toEqual(new Set(["tooFew"]));
  });
});
