import { describe, expect, it } from "vitest";
import { fitBinary, modelFrame } from "../../../estimators/index.ts";
import { tableOf } from "../formula/referenceTables.ts";

/** Two outcomes of each kind in every cell of sex and class listed. */
function cells(list: readonly (readonly [string, string])[]) {
  const rows = list.flatMap(([sex, rank], i) =>
    [0, 1, 1, i % 2].map((y, j) => ({ y, sex, rank, x: ((5 * i + 3 * j) % 7) - 3 })),
  );
  const columnOf = <K extends "y" | "sex" | "rank" | "x">(name: K) => rows.map((row) => row[name]);
  return tableOf({
    y: columnOf("y"),
    sex: columnOf("sex"),
    rank: columnOf("rank"),
    x: columnOf("x"),
  });
}
const whole = cells(["f", "m"].flatMap((sex) => ["1", "2", "3"].map((rank) => [sex, rank] as const)));

function logit(formula: string, table = whole) {
  const frame = modelFrame(formula, table);
  const { outcome, matrix } = frame;
  if (outcome.kind !== "values") throw new Error("no outcome");
  const fit = fitBinary(matrix, outcome.values, { link: "logit" });
  return { fit, warnings: fit.warnings.map(({ code, terms }) => [code, ...terms]) };
}

describe("the cells of an interaction", () => {
  it("are no levels of its first factor: with rows in all of them the last is collinear, as in R", () => {
    const { fit, warnings } = logit("y ~ sex:factor(rank)");
    expect(warnings).toEqual([["collinear", "sexm:factor(rank)3"]]);
    expect(fit.converged).toBe(true);
    expect(fit.terms.filter(({ estimate }) => Number.isNaN(estimate)).map(({ term }) => term)).toEqual([
      "sexm:factor(rank)3",
    ]);
  });

  it("are named by themselves when they have no rows", () => {
    const without = cells([
      ["f", "1"],
      ["m", "1"],
      ["f", "2"],
      ["f", "3"],
      ["m", "3"],
    ]);
    const { fit, warnings } = logit("y ~ sex * factor(rank)", without);
    expect(warnings).toEqual([["empty-category", "sexm:factor(rank)2"]]);
    expect(fit.warnings[0].message).toBe(
      "no row is in sexm:factor(rank)2, so nothing can be said about it; merge levels, or leave the interaction out",
    );
    expect(fit.converged).toBe(true);
  });
});
