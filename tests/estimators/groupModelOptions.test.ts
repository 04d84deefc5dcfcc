import { describe, expect, it } from "vitest";
import { fitGammaFrailty, fitRandomEffects, fitSelectionDuration } from "../../estimators/index.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";

const rows = 40;
const matrix = {
  rows,
  intercept: true,
  numeric: [{ name: "x", values: Float64Array.from({ length: rows }, (_, row) => Math.sin(row)) }],
  factors: [],
};
const outcome = Float64Array.from({ length: rows }, (_, row) => Number(Math.sin(3.1 * row) > 0));
const group = Int32Array.from(outcome, (_, row) => Math.floor(row / 4));
const time = outcome.map((_, row) => 1 + (row % 5));

const fits: Record<string, (options: object) => unknown> = {
  "random effects": (options) => fitRandomEffects(matrix, outcome, group, options),
  "gamma frailty": (options) => fitGammaFrailty(matrix, outcome, group, options),
  "selection and duration": (options) =>
    fitSelectionDuration(matrix, outcome, matrix, time, outcome, options),
};

const shared = [
  ["robust", "HC3"],
  ["confidenceLevel", 95],
  ["maxIterations", -1],
  ["tolerance", 0],
  ["tests", "no"],
] as const;

describe("an option that is not known or not in range is refused by its name", () => {
  it.each([
    ...Object.keys(fits).flatMap((fit) => shared.map(([name, value]) => [fit, name, value] as const)),
    ["random effects", "link", "foo"] as const,
    ["random effects", "kernel", "fast"] as const,
    ["random effects", "quadratureNodes", 0] as const,
    ["random effects", "quadratureNodes", 129] as const,
    ["selection and duration", "dependence", "foo"] as const,
    ["selection and duration", "distribution", "foo"] as const,
  ])("%s, %s: %s", (fit, name, value) => {
    let thrown: unknown;
    try {
      fits[fit]({ [name]: value });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidInput);
    expect(thrown).toMatchObject({ path: name });
  });
});
