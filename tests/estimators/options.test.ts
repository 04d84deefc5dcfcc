import { describe, expect, it } from "vitest";
import {
  averagePartialEffect,
  type BinaryResidual,
  binaryResiduals,
  fitBinary,
  fitLinear,
  type ModelMatrix,
} from "../../estimators/index.ts";
import {
  checkBoolean,
  checkConfidenceLevel,
  checkFinite,
  checkFiniteColumn,
  checkPositive,
  checkWholeNumber,
  oneOf,
} from "../../estimators/options.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";

/** The path and the message of what is refused; null when nothing is. */
function refusal(act: () => unknown): { path: string; message: string } | null {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return { path: error.path, message: error.message };
    throw error;
  }
  return null;
}

describe("the checks of options", () => {
  it("let pass what is not given, for which the default stands", () => {
    expect(() => {
      oneOf("ties", undefined, ["efron"]);
      checkConfidenceLevel(undefined);
      checkWholeNumber("maxIterations", undefined, 0);
      checkPositive("tolerance", undefined);
      checkFinite("change", undefined);
      checkBoolean("tests", undefined);
      checkFiniteColumn("offset", undefined);
    }).not.toThrow();
  });

  it("say what was found and what is accepted", () => {
    expect(refusal(() => oneOf("ties", "zz", ["efron", "breslow", "exact"]))).toEqual({
      path: "ties",
      message: 'ties: found "zz"; expected "efron", "breslow" or "exact".',
    });
    expect(refusal(() => checkConfidenceLevel(95))?.message).toBe(
      "confidenceLevel: found 95; expected a share above 0 and below 1, such as 0.95.",
    );
    expect(refusal(() => checkFiniteColumn("offset", [0, Number.NaN]))?.message).toBe(
      "offset[1]: found NaN; expected a finite number.",
    );
  });

  it("take the edges for what they are", () => {
    expect(
      [0, 1, Number.NaN, "0.9"].map((level) => refusal(() => checkConfidenceLevel(level))),
    ).not.toContain(null);
    expect([0, 1, -1, 1.5, Infinity].map((n) => refusal(() => checkWholeNumber("n", n, 0)) === null)).toEqual(
      [true, true, false, false, false],
    );
    expect([0, -1, Infinity, 1e-300].map((n) => refusal(() => checkPositive("n", n)) === null)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe("an option that is not known is refused by name", () => {
  const matrix: ModelMatrix = {
    rows: 6,
    intercept: true,
    numeric: [{ name: "x", values: Float64Array.of(0, 1, 2, 3, 4, 5) }],
    factors: [],
  };
  const outcome = [0, 1, 0, 1, 0, 1];
  // Of another language or an older version: what the types refuse can still arrive.
  const binary = (options: object) => () => fitBinary(matrix, outcome, options);
  const linear = (options: object) => () => fitLinear(matrix, outcome, options);
  const effect = (options: object) => () =>
    averagePartialEffect(fitBinary(matrix, outcome), matrix, "x", options);
  const residuals = (type: string) => () =>
    binaryResiduals(fitBinary(matrix, outcome), matrix, outcome, type as BinaryResidual);

  const table: readonly (readonly [string, string, () => unknown])[] = [
    ["fitBinary", "link", binary({ link: "cauchit" })],
    ["fitBinary", "information", binary({ information: "x" })],
    ["fitBinary", "robust", binary({ robust: "HC3" })],
    ["fitBinary", "clusterAdjustment", binary({ robust: "HC1", clusterAdjustment: "no" })],
    ["fitBinary", "penalty", binary({ penalty: "lasso" })],
    ["fitBinary", "kernel", binary({ kernel: "gpu" })],
    ["fitBinary", "scoreTest", binary({ scoreTest: 1 })],
    ["fitBinary", "confidenceLevel", binary({ confidenceLevel: 95 })],
    ["fitBinary", "maxIterations", binary({ maxIterations: -1 })],
    ["fitBinary", "tolerance", binary({ tolerance: 0 })],
    ["fitBinary", "offset[3]", binary({ offset: [0, 0, 0, Infinity, 0, 0] })],
    ["fitBinary", "start[1]", binary({ start: [0, Number.NaN] })],
    ["fitLinear", "robust", linear({ robust: "HC3" })],
    ["fitLinear", "countedEffects", linear({ countedEffects: "some" })],
    ["fitLinear", "confidenceLevel", linear({ confidenceLevel: 0 })],
    ["fitLinear", "tolerance", linear({ tolerance: -1 })],
    ["averagePartialEffect", "kind", effect({ kind: "elasticity" })],
    ["averagePartialEffect", "change", effect({ change: Number.NaN })],
    ["averagePartialEffect", "confidenceLevel", effect({ confidenceLevel: 1 })],
    ["averagePartialEffect", "offset[0]", effect({ offset: [Number.NaN, 0, 0, 0, 0, 0] })],
    ["binaryResiduals", "type", residuals("working")],
  ];
  it.each(table)("%s: %s", (_, path, act) => {
    expect(refusal(act)?.path).toBe(path);
  });
});
