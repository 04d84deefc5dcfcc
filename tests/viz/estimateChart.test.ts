import { describe, expect, it } from "vitest";
import type { EstimateRow } from "../../study/rows.ts";
import { estimateChart } from "../../viz/estimateChart.ts";
import { summarySentence } from "../../viz/summarySentence.ts";

function row(replication: number, estimate: number, truth = 0, status = "ok"): EstimateRow {
  const numbers = { truth, estimate, stdError: 1, confLow: -1, confHigh: 1, pValue: 0.5 };
  return { world: "w", cell: 0, replication, method: "m", estimand: "x", ...numbers, status, message: "" };
}
const options = { ink: "#000000", animated: false };

describe("the chart of estimates", () => {
  it("has one dot a valid history: its estimate across, its number upward", () => {
    const { data } = estimateChart([row(1, 0.5), row(2, -0.25), row(3, 9, 0, "separation")], options);
    expect(data.datasets[0].data).toEqual([
      { x: 0.5, y: 1 },
      { x: -0.25, y: 2 },
    ]);
  });

  it("draws the truth from bottom to top, and no line where there is no truth", () => {
    const withTruth = estimateChart([row(1, 0.5, 0.2), row(4, 0.1, 0.4)], options);
    expect(withTruth.data.datasets[1].data).toEqual([
      { x: expect.closeTo(0.3, 12), y: 0 },
      { x: expect.closeTo(0.3, 12), y: 5 },
    ]);
    expect(estimateChart([row(1, 0.5, Number.NaN)], options).data.datasets).toHaveLength(1);
  });

  it("stands still for readers who asked for less motion", () => {
    expect(estimateChart([], options).options?.animation).toBe(false);
    expect(estimateChart([], { ...options, animated: true }).options?.animation).not.toBe(false);
  });
});

describe("the sentence beside it", () => {
  it("says how many, the truth, the mean with its error and how often it is called significant", () => {
    const sentence = summarySentence({
      world: "w",
      cell: 0,
      method: "m",
      estimand: "x",
      truth: 0,
      estimate: { value: 0.00234, mcse: 0.0001 },
      replications: 20,
      valid: 19,
      measures: { rejection: { value: 0.95, mcse: 0.05, low: 0.75, high: 0.99 } },
      bounds: { rejection: { low: 0.9, high: 0.95 }, coverage: { low: 0.9, high: 0.95 } },
      flags: [],
      listWise: null,
    });
    expect(sentence).toBe(
      "x: 19 of 20 histories estimated; truth 0.00; mean estimate 0.00234 (Monte Carlo error 0.000100); called significant in 95 %.",
    );
  });

  it("is empty before the first estimate", () => {
    expect(summarySentence(undefined)).toBe("");
  });
});
