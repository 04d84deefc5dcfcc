import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type BinaryResidual, binaryResiduals } from "../../../estimators/binary/binaryResiduals.ts";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { loadData } from "../probit/referenceData.ts";

const types: BinaryResidual[] = ["deviance", "pearson", "response"];
/** See tests/reference/binary/residuals.R. */
const reference: { residuals: ({ link: LinkName } & Record<BinaryResidual, number[]>)[] } = JSON.parse(
  readFileSync(new URL("../../reference/binary/residuals.json", import.meta.url), "utf8"),
);
const { matrix, outcome } = loadData("birthwt");
const age = matrix.numeric.find(({ name }) => name === "age")?.values ?? [];
const given = {
  weights: Float64Array.from(outcome, (_, row) => 1 + (row % 3)),
  offset: Float64Array.from(age, (years) => (years - 20) / 50),
};
const dummy: ModelMatrix = {
  rows: 6,
  intercept: true,
  numeric: [{ name: "x", values: Float64Array.of(0, 0, 0, 1, 1, 1) }],
  factors: [],
};

describe("residuals", () => {
  it.each(reference.residuals)("equal R's: $link", (truth) => {
    const fit = fitBinary(matrix, outcome, { link: truth.link, ...given });
    for (const type of types) {
      binaryResiduals(fit, matrix, outcome, type, given).forEach((value, row) => {
        expect(Math.abs(value - truth[type][row])).toBeLessThan(1e-6);
      });
    }
    const squares = binaryResiduals(fit, matrix, outcome, "deviance", given).reduce(
      (sum, d) => sum + d * d,
      0,
    );
    expect(squares).toBeCloseTo(-2 * fit.logLikelihood, 8);
  });

  it.each(["probit", "logit", "cloglog"] as const)("are 0 in separated rows: %s", (link) => {
    const outcomes = [0, 0, 1, 1, 1, 1];
    const fit = fitBinary(dummy, outcomes, { link });
    for (const type of types) {
      const values = binaryResiduals(fit, dummy, outcomes, type);
      expect([...values.slice(3)]).toEqual([0, 0, 0]);
      expect(values[2]).toBeGreaterThan(0);
      // Another outcome there would be impossible.
      const impossible = binaryResiduals(fit, dummy, [0, 0, 1, 1, 1, 0], type)[5];
      expect(impossible).toBe(type === "response" ? -1 : -Infinity);
    }
    const reference = fitBinary(dummy, [0, 0, 0, 0, 1, 1], { link });
    expect(binaryResiduals(reference, dummy, [0, 0, 0, 0, 1, 1], "pearson")[4]).toBeNaN();
  });

  it("refuse other terms and lengths", () => {
    const fit = fitBinary(matrix, outcome);
    expect(() => binaryResiduals(fit, dummy, [0, 0, 0, 0, 1, 1], "pearson")).toThrow(/the fit has the terms/);
    expect(() => binaryResiduals(fit, matrix, [0, 1], "pearson")).toThrow(/outcome has 2 rows/);
    expect(() => binaryResiduals(fit, matrix, outcome, "pearson", { offset: [1] })).toThrow(/offset/);
    expect(() => binaryResiduals(fit, matrix, outcome, "pearson", { weights: [1] })).toThrow(/weights/);
  });
});
