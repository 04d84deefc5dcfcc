/// <reference path="../../../sim/random/seedrandom.d.ts" />
import alea from "seedrandom/lib/alea.js";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../numerics/normal.ts";
import { answerInterval } from "../../../study/power/answerInterval.ts";
import { countOf, type PowerPoint } from "../../../study/power/powerCounts.ts";
import { fitPowerCurve } from "../../../study/power/powerCurve.ts";
import type { SearchRange } from "../../../study/power/powerSearch.ts";
import { search } from "./knownPower.ts";

const SEARCHES = 400;
const NORMAL_975 = 1.959963984540054;
const DELTA = 0.15;
const range: SearchRange = {
  from: 88,
  to: 700,
  least: 1,
  most: 100_000,
  scale: "squareRoot",
  whole: true,
  target: 0.8,
};

/** The z-test of a mean in N observations, which a share of the histories never rejects: its power ends at `most`. */
interface Test {
  readonly replications: number;
  /** Share of the variance of its error that all values have in common; 1 is the same draw. */
  readonly shared: number;
  readonly most: number;
}

function searchOf({ replications, shared, most }: Test, study: number): readonly PowerPoint[] {
  const { points } = search(range, (value) => {
    const [common, own, ever] = [alea(`m${study}`), alea(`m${study} ${value}`), alea(`m${study}cap`)];
    const found = Uint8Array.from({ length: replications }, () => {
      const error =
        Math.sqrt(shared) * normalQuantile(common()) + Math.sqrt(1 - shared) * normalQuantile(own());
      return Math.abs(Math.sqrt(value) * DELTA + error) > NORMAL_975 && ever() < most ? 1 : 0;
    });
    const unknown = Number.NaN;
    return { value, found, failed: 0, positive: 1, estimate: unknown, stdError: unknown, truth: unknown };
  });
  return points;
}

/** In how many of the searches the probit is given up. */
function givenUp(test: Test): number {
  return Array.from({ length: SEARCHES }, (_, study) =>
    fitPowerCurve(searchOf(test, study).map(countOf), range.scale),
  ).filter(({ kind }) => kind === "isotonic").length;
}

/** The figures of docs/power.md. */
describe("the test that gives up the probit for the isotonic curve, at 1 %", () => {
  it.each([
    { replications: 20, shared: 0, most: 1, searches: 0 },
    { replications: 20, shared: 1, most: 1, searches: 0 },
    { replications: 100, shared: 0, most: 1, searches: 2 },
    { replications: 100, shared: 0.5, most: 1, searches: 1 },
    { replications: 100, shared: 1, most: 1, searches: 0 },
    { replications: 400, shared: 0, most: 1, searches: 1 },
    { replications: 400, shared: 1, most: 1, searches: 0 },
  ])(
    "gives up a true probit in less than 4 of 400 searches: $searches with $replications histories, $shared shared",
    ({ searches, ...test }) => {
      expect(givenUp(test)).toBe(searches);
    },
  );

  it.each([
    { replications: 100, shared: 0, most: 0.95, searches: 2 },
    { replications: 100, shared: 1, most: 0.95, searches: 0 },
    { replications: 400, shared: 0, most: 0.95, searches: 35 },
    { replications: 400, shared: 1, most: 0.95, searches: 16 },
  ])(
    "sees a power that ends at 0.95 in $searches of 400 searches with $replications histories, $shared shared",
    ({ searches, ...test }) => {
      expect(givenUp(test)).toBe(searches);
    },
  );

  it("gives up a probit for a power that stays at a half, and then leaps", () => {
    const found = [50, 50, 50, 50, 50, 95, 95, 95];
    const counts = found.map((each, at) => ({ value: 100 * (at + 1), found: each, total: 100 }));
    expect(fitPowerCurve(counts, "squareRoot").kind).toBe("isotonic");
  });
});

it("a power that ends at 0.95 without being seen to makes the answer 6 % too large, and its interval holds the truth in 35 of 40 searches", () => {
  const truth = ((NORMAL_975 + normalQuantile(0.8 / 0.95)) / DELTA) ** 2;
  const found = Array.from({ length: 40 }, (_, study) => {
    const points = searchOf({ replications: 100, shared: 1, most: 0.95 }, study);
    const { low, high } = answerInterval(points, { target: 0.8, scale: range.scale, seed: `b${study}` });
    const answer = fitPowerCurve(points.map(countOf), range.scale).valueAt(0.8);
    return { ratio: answer / truth, inside: low <= truth && truth <= high };
  });
  const ratios = found.map(({ ratio }) => ratio).sort((a, b) => a - b);
  expect(ratios[20]).toBeCloseTo(1.059, 3);
  expect(found.filter(({ inside }) => inside)).toHaveLength(35);
});
