import { describe, expect, it } from "vitest";
import { answerInterval } from "../../../study/power/answerInterval.ts";
import { countOf, fallsOfPower, type PowerPoint } from "../../../study/power/powerCounts.ts";
import { fitPowerCurve } from "../../../study/power/powerCurve.ts";
import type { SearchRange } from "../../../study/power/powerSearch.ts";
import { normalTestPoint, search } from "./knownPower.ts";

/** N at which Φ(√N δ − 1.96) is 0.8: (1.959964 + 0.841621)² / δ². */
const SIZE_AT_EIGHTY = (delta: number) => (2.801585 / delta) ** 2;

const firms: SearchRange = {
  from: 50,
  to: 800,
  least: 1,
  most: 100_000,
  scale: "squareRoot",
  whole: true,
  target: 0.8,
};

describe("a search for the size of a normal test", () => {
  const delta = 0.15;
  const point = (seed: string) => (value: number) =>
    normalTestPoint(value, 400, Math.sqrt(value) * delta, seed);

  it("finds it within its interval about as often as the interval says", () => {
    let inside = 0;
    const studies = 20;
    for (let study = 1; study <= studies; study++) {
      const { points } = search(firms, point(`known ${study}`));
      const { low, high } = answerInterval(points, { target: 0.8, scale: "squareRoot", seed: `${study}` });
      if (low <= SIZE_AT_EIGHTY(delta) && SIZE_AT_EIGHTY(delta) <= high) inside++;
    }
    // Binomial(20, 0.95) is below 15 about three times in ten thousand.
    expect(inside).toBeGreaterThanOrEqual(15);
  });

  it("gives N by a probit in √N, near the true one, and refines around it", () => {
    const { points, order } = search(firms, point("one"));
    const curve = fitPowerCurve(points.map(countOf), "squareRoot");
    expect(order.slice(0, 2)).toEqual(["grid", "refine"]);
    expect(curve.kind).toBe("probit");
    expect(curve.valueAt(0.8) / SIZE_AT_EIGHTY(delta)).toBeGreaterThan(0.85);
    expect(curve.valueAt(0.8) / SIZE_AT_EIGHTY(delta)).toBeLessThan(1.15);
  });

  it("reaches out where the range was too low and too high", () => {
    for (const range of [
      { ...firms, from: 20, to: 100 },
      { ...firms, from: 1000, to: 4000 },
    ]) {
      const { points, order } = search(range, point("two"));
      expect(order).toContain("extend");
      expect(fitPowerCurve(points.map(countOf), "squareRoot").valueAt(0.8)).toBeGreaterThan(250);
      expect(fitPowerCurve(points.map(countOf), "squareRoot").valueAt(0.8)).toBeLessThan(450);
    }
  });

  it("stays in a range that was given, and says that the target is not reached there", () => {
    const range = { ...firms, from: 20, to: 100, least: 20, most: 100 };
    const { points, order } = search(range, point("three"));
    expect(order).toEqual(["grid"]);
    expect(fitPowerCurve(points.map(countOf), "squareRoot", "isotonic").valueAt(0.8)).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it("finds the smallest effect at a given size", () => {
    const range = { ...firms, from: 0, to: 0.5, least: 0, most: 10, scale: "linear" as const, whole: false };
    const { points } = search(range, (effect) =>
      normalTestPoint(effect, 400, Math.sqrt(200) * effect, "effect"),
    );
    const { low, high } = answerInterval(points, { target: 0.8, scale: "linear", seed: "effect" });
    expect(low).toBeLessThan(2.801585 / Math.sqrt(200));
    expect(high).toBeGreaterThan(2.801585 / Math.sqrt(200));
    expect(high / low).toBeLessThan(1.4);
  });
});

describe("a power curve", () => {
  it("goes through shares that are a probit in √N", () => {
    // Φ(−1) = 0.158655…, Φ(0) = 0.5, Φ(1) = 0.841344…
    const counts = [
      { value: 100, found: 158_655, total: 1_000_000 },
      { value: 400, found: 500_000, total: 1_000_000 },
      { value: 900, found: 841_345, total: 1_000_000 },
    ];
    const curve = fitPowerCurve(counts, "squareRoot");
    expect(curve.kind).toBe("probit");
    expect(curve.valueAt(0.5)).toBeCloseTo(400, 2);
    expect(curve.powerAt(900)).toBeCloseTo(0.841345, 5);
  });

  it("is isotonic where the probit does not fit, and straight between the values", () => {
    const counts = [0.5, 0.5, 0.5, 0.9].map((share, at) => ({
      value: 100 * (at + 1),
      found: 1000 * share,
      total: 1000,
    }));
    const curve = fitPowerCurve(counts, "linear");
    expect(curve.kind).toBe("isotonic");
    expect(curve.valueAt(0.7)).toBeCloseTo(350, 10);
    expect(curve.powerAt(350)).toBeCloseTo(0.7, 10);
  });

  it("is isotonic where all or nothing is found", () => {
    const counts = [
      { value: 1, found: 0, total: 20 },
      { value: 2, found: 20, total: 20 },
    ];
    expect(fitPowerCurve(counts, "linear").kind).toBe("isotonic");
    expect(fitPowerCurve(counts, "linear").valueAt(0.8)).toBeCloseTo(1.8, 10);
  });
});

describe("the interval of an answer", () => {
  it("is the same for the same seed and differs for another", () => {
    const points = [100, 300, 600].map((value) =>
      normalTestPoint(value, 100, Math.sqrt(value) * 0.15, "interval"),
    );
    const of = (seed: string) => answerInterval(points, { target: 0.8, scale: "squareRoot", seed });
    expect(of("a")).toEqual(of("a"));
    expect(of("a")).not.toEqual(of("b"));
  });

  it("refuses values of different numbers of replications", () => {
    const points = [50, 60].map((replications) => normalTestPoint(replications, replications, 1, "lengths"));
    expect(() => answerInterval(points, { target: 0.8, scale: "linear", seed: "1" })).toThrow(RangeError);
  });
});

describe("falls of the power", () => {
  it("are named where more histories lose their rejection than chance takes", () => {
    const point = (value: number, found: number[]): PowerPoint => ({
      ...normalTestPoint(value, 1, 0, "shape"),
      found: Uint8Array.from(found),
    });
    const ones = Array<number>(40).fill(1);
    const few = ones.map((_, at) => (at < 20 ? 0 : 1));
    expect(fallsOfPower([point(1, ones), point(2, few)])).toEqual([{ from: 1, to: 2 }]);
    expect(fallsOfPower([point(1, few), point(2, ones)])).toEqual([]);
  });
});
