import { describe, expect, it } from "vitest";
import { resolveScenario } from "../../../scenarios/index.ts";
import { solvedQuantity } from "../../../study/power/solvedQuantity.ts";

const world = (imitationSame: number) => resolveScenario("canello-2022", { imitationSame });
const searched = (imitationSame: number, ends: { readonly from?: number; readonly to?: number }) => {
  const { sign, range } = solvedQuantity("imitationSame", world(imitationSame), ends);
  return { sign, from: range.from, to: range.to };
};

describe("the range in which an effect is searched", () => {
  it("is from a quarter of the design's value to twice it, on its side of 0", () => {
    expect(searched(0.2, {})).toEqual({ sign: 1, from: 0.05, to: 0.4 });
    expect(searched(-0.2, {})).toEqual({ sign: -1, from: 0.05, to: 0.4 });
  });

  it("ends where --to says, below 0 as above", () => {
    expect(searched(0.2, { to: 0.3 })).toEqual({ sign: 1, from: 0.05, to: 0.3 });
    expect(searched(-0.2, { to: -0.3 })).toEqual({ sign: -1, from: 0.05, to: 0.3 });
    expect(searched(-0.2, { from: -0.1 })).toEqual({ sign: -1, from: 0.1, to: 0.4 });
  });

  it("is on the side of the end that is given, whatever the sign of the design's value", () => {
    expect(searched(-0.2, { to: 0.1 })).toEqual({ sign: 1, from: 0.025, to: 0.1 });
    expect(searched(0.2, { to: -0.1 })).toEqual({ sign: -1, from: 0.025, to: 0.1 });
    expect(searched(-0.2, { from: 0, to: 0.1 })).toEqual({ sign: 1, from: 0, to: 0.1 });
  });

  it("has the end nearer to 0 first; of two below 0 either may stand first", () => {
    const below = { sign: -1, from: 0.1, to: 0.5 };
    expect(searched(0, { from: -0.1, to: -0.5 })).toEqual(below);
    expect(searched(0, { from: -0.5, to: -0.1 })).toEqual(below);
    expect(() => searched(0, { from: 0.5, to: 0.1 })).toThrow("found 0.5 and 0.1; expected two values");
  });

  it("does not reach over 0, and is refused with what was given", () => {
    expect(() => searched(0.2, { from: -1, to: 1 })).toThrow("found -1 and 1; expected two values");
    expect(() => searched(0.2, { from: 1, to: -1 })).toThrow("found 1 and -1; expected two values");
  });
});
