import { describe, expect, it } from "vitest";
import { isotonicFit } from "../../../study/power/isotonicFit.ts";

/** Brute force: max over starts of min over ends of the weighted means (Robertson, Wright & Dykstra 1988, theorem 1.4.4). */
function minMax(values: readonly number[], weights: readonly number[]): number[] {
  const mean = (from: number, to: number) => {
    let [sum, weight] = [0, 0];
    for (let at = from; at <= to; at++) {
      sum += values[at] * weights[at];
      weight += weights[at];
    }
    return sum / weight;
  };
  return values.map((_, at) =>
    Math.max(
      ...Array.from({ length: at + 1 }, (_, from) =>
        Math.min(...Array.from({ length: values.length - at }, (_, more) => mean(from, at + more))),
      ),
    ),
  );
}

describe("isotonicFit", () => {
  it("leaves values that do not fall as they are", () => {
    expect([...isotonicFit([0.1, 0.1, 0.4], [5, 1, 2])]).toEqual([0.1, 0.1, 0.4]);
  });

  it("pools two values that fall into their weighted mean", () => {
    expect([...isotonicFit([0.6, 0.2], [1, 3])].map((each) => each.toFixed(12))).toEqual(
      Array(2).fill((0.3).toFixed(12)),
    );
  });

  it("goes on pooling backwards when a block falls below the one before it", () => {
    expect([...isotonicFit([1, 2, 3, 0], [1, 1, 1, 1])]).toEqual([1, 5 / 3, 5 / 3, 5 / 3]);
  });

  it("equals the max-min formula", () => {
    const values = [0.3, 0.1, 0.5, 0.45, 0.2, 0.9, 0.7, 0.7, 1, 0.4];
    const weights = [3, 1, 2, 7, 1, 4, 2, 9, 1, 5];
    const expected = minMax(values, weights);
    const found = isotonicFit(values, weights);
    expected.forEach((each, at) => {
      expect(found[at]).toBeCloseTo(each, 12);
    });
  });

  it("refuses lengths that differ and weights that are not positive", () => {
    expect(() => isotonicFit([1], [])).toThrow(RangeError);
    expect(() => isotonicFit([1], [0])).toThrow(RangeError);
  });
});
