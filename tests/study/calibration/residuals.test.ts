import { describe, expect, it } from "vitest";
import type { CalibrationTarget, TargetPart } from "../../../scenarios/index.ts";
import {
  deviation,
  meansOf,
  residualsOf,
  robustResidual,
  weighedMoments,
} from "../../../study/calibration/residuals.ts";

const part = (from: number, to: number, published: number | null = 7): TargetPart => ({
  measure: "share",
  unit: "percent",
  published,
  from,
  to,
});
const target = (parts: CalibrationTarget["parts"], required = false): CalibrationTarget => ({
  name: "T1",
  meaning: "",
  published: "",
  tolerance: "",
  source: "",
  required,
  needs: "panel",
  parts,
});

describe("the deviation from a published number", () => {
  it("is 0 there and ±1 at the edges, which need not be equally far", () => {
    const uneven = { published: 7, part: part(6.5, 9) };
    expect([6, 6.5, 7, 8, 9].map((value) => deviation(value, uneven))).toEqual([-2, -1, 0, 0.5, 1]);
  });

  it("is 0 beyond the published number on a side without an edge", () => {
    const atLeast = { published: 6.5, part: part(3, Number.POSITIVE_INFINITY) };
    expect([3, 6.5, 40].map((value) => deviation(value, atLeast))).toEqual([-1, 0, 0]);
    const atMost = { published: -3.5, part: part(Number.NEGATIVE_INFINITY, -2) };
    expect([-9, -3.5, -2].map((value) => deviation(value, atMost))).toEqual([0, 0, 1]);
  });

  it("counts from the edge where the published number is not itself accepted", () => {
    expect(deviation(4, { published: 2, part: part(3, 5) })).toBe(0.5);
    expect(deviation(2, { published: 3, part: part(3, Number.POSITIVE_INFINITY) })).toBe(-1);
  });

  it("of a measure without a value is 3", () => {
    expect(deviation(Number.NaN, { published: 7, part: part(6, 8) })).toBe(3);
  });
});

describe("a robust residual", () => {
  it("is the deviation up to the edge; beyond, its square grows with the deviation, not with its square", () => {
    expect([-1, 0.5, 1].map(robustResidual)).toEqual([-1, 0.5, 1]);
    expect([2, 5, -5].map((d) => robustResidual(d) ** 2)).toEqual(
      [3, 9, 9].map((square) => expect.closeTo(square, 12)),
    );
    expect(robustResidual(-5)).toBe(-3);
  });
});

describe("the residuals of a world", () => {
  it("share a target's weight among its parts; one that must be met weighs two", () => {
    const targets = [target([part(6, 8), part(6, 8)]), target([part(6, 8)], true)];
    const residuals = residualsOf(weighedMoments(targets), { share: 8 });
    expect(residuals.map((each) => each * each)).toEqual(
      [0.5, 0.5, 2].map((each) => expect.closeTo(each, 12)),
    );
  });

  it("leave out a part for which the paper prints nothing", () => {
    expect(weighedMoments([target([part(6, 8, null), part(6, 8)])]).map(({ weight }) => weight)).toEqual([1]);
  });

  it("are made of means over the histories that have a value", () => {
    expect(
      meansOf([
        { a: 1, b: 2 },
        { a: 3, b: Number.NaN },
      ]),
    ).toEqual({ a: 2, b: 2 });
    expect(meansOf([{ a: Number.NaN }]).a).toBeNaN();
  });
});
