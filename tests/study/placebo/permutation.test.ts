import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsOf, permutationResult, permutedWithin } from "../../../study/placebo/permutation.ts";

describe("a p-value by permutation", () => {
  it("is (1 + how many are not below) / (B + 1), ties counted", () => {
    const permuted = [...Array(17).fill(0), 2, 3];
    expect(permutationResult(2, permuted).pValue).toBe(3 / 20);
    expect(permutationResult(4, permuted).pValue).toBe(1 / 20);
    expect(permutationResult(-1, permuted).pValue).toBe(1);
  });

  it("counts a permutation without a statistic as one that is not below, and leaves it out of the mean", () => {
    const { pValue, mean, standardDeviation } = permutationResult(5, [1, 3, Number.NaN]);
    expect(pValue).toBe(2 / 4);
    expect(mean).toBe(2);
    expect(standardDeviation).toBeCloseTo(Math.SQRT2, 14);
  });

  it("is not defined where the statistic is not", () => {
    expect(permutationResult(Number.NaN, [1, 2]).pValue).toBeNaN();
  });
});

describe("values permuted within groups", () => {
  it("stay within their group, all of them", () => {
    const groups = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        groups,
        fc.infiniteStream(fc.double({ min: 0, max: 1 - 2 ** -30, noNaN: true })),
        (codes, draws) => {
          const values = Int32Array.from(codes, (_, position) => 100 + position);
          const draw = () => draws.next().value ?? 0;
          const permuted = permutedWithin(values, groupsOf(codes), draw);
          for (const members of groupsOf(codes)) {
            const of = (all: Int32Array) => members.map((member) => all[member]).sort();
            expect(of(permuted)).toEqual(of(values));
          }
        },
      ),
    );
  });

  it("come in each order as often: three values, six orders", () => {
    // Every combination of the two draws, on a grid that both 3 and 2 divide.
    const counts = new Map<string, number>();
    for (let a = 0; a < 6; a++) {
      for (let b = 0; b < 6; b++) {
        const draws = [(a + 0.5) / 6, (b + 0.5) / 6];
        const order = permutedWithin(Int32Array.of(1, 2, 3), [[0, 1, 2]], () => draws.shift() ?? 0).join("");
        counts.set(order, (counts.get(order) ?? 0) + 1);
      }
    }
    expect([...counts.values()]).toEqual([6, 6, 6, 6, 6, 6]);
  });
});
