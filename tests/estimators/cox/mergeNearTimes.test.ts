import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { mergeNearTimes } from "../../../estimators/cox/mergeNearTimes.ts";
import { dataOf } from "./plainDurations.ts";

/** What tests/reference/cox/coxPredictions.R wrote: fits with and without `timefix`. */
const reference: {
  columns: Record<"time" | "event" | "age" | "sex", number[]>;
  fits: Record<"fixed" | "asGiven", { estimate: number[]; logLikelihood: number; times: number }>;
} = JSON.parse(readFileSync(new URL("../../reference/cox/nearTimes.json", import.meta.url), "utf8"));

describe("times that differ by rounding", () => {
  const { time, event, age, sex } = reference.columns;
  const start = Float64Array.from(time, (days) => (days % 5) / 10);
  const stop = Float64Array.from(time, (days, row) => start[row] + Math.ceil(days / 40) / 10);
  const data = { ...dataOf([...stop], event, { age, sex }), start };

  it.each([
    ["merged, as R merges them", mergeNearTimes(data), "fixed"],
    ["as given, with timefix = FALSE in R", data, "asGiven"],
  ] as const)("%s: the fit equals coxph's", (_, used, name) => {
    const theirs = reference.fits[name];
    const fit = fitCox(used);
    expect(new Set(used.stop).size).toBe(theirs.times);
    expect(fit.logLikelihood / theirs.logLikelihood).toBeCloseTo(1, 10);
    fit.terms.forEach(({ estimate }, j) => {
      expect(estimate / theirs.estimate[j]).toBeCloseTo(1, 7);
    });
  });

  it("become the earliest of their run, at entry and exit alike", () => {
    const near = 0.1 + 0.2;
    const merged = mergeNearTimes({
      ...dataOf([near, 0.3, 1], [1, 1, 1], {}),
      start: Float64Array.of(0, 0, near),
    });
    expect([...merged.stop]).toEqual([0.3, 0.3, 1]);
    expect([...(merged.start ?? [])]).toEqual([0, 0, 0.3]);
  });

  it("are near in proportion to the times themselves", () => {
    const large = mergeNearTimes(dataOf([1e9, 1e9 + 1, 1.1e9], [1, 1, 1], {}));
    expect(large.stop[1]).toBe(1e9);
    const apart = dataOf([1, 1 + 1e-6, 2], [1, 1, 1], {});
    expect(mergeNearTimes(apart)).toBe(apart);
  });

  it("must leave every row some time at risk", () => {
    const none = { ...dataOf([0.1 + 0.2, 1], [1, 1], {}), start: Float64Array.of(0.3, 0) };
    expect(() => mergeNearTimes(none)).toThrow(/start\[0\]/);
  });
});
