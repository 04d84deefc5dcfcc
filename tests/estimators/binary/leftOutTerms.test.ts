import { describe, expect, it } from "vitest";
import { fitBinary, fitLinear, type ModelFrame, modelFrame } from "../../../estimators/index.ts";
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

function valuesOf({ outcome }: ModelFrame): Float64Array {
  if (outcome.kind !== "values") throw new Error("no outcome");
  return outcome.values;
}

function logit(formula: string, table = whole) {
  const frame = modelFrame(formula, table);
  const fit = fitBinary(frame.matrix, valuesOf(frame), { link: "logit" });
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

it("a cell of an interaction that decides the outcome is named as its term, the rest as the rows of no cell", () => {
  const ranks = ["f", "m"].flatMap((sex) => ["1", "2"].map((rank) => [sex, rank] as const));
  const some = cells(ranks);
  const inCell = (row: number) => row >= 12;
  const decided = (value: (row: number) => boolean) => {
    const frame = modelFrame("y ~ sex * factor(rank)", some);
    return fitBinary(
      frame.matrix,
      valuesOf(frame).map((y, row) => (value(row) ? 1 : y)),
      { link: "logit" },
    ).warnings[0].message;
  };
  expect(decided(inCell)).toMatch(/^the outcome is 1 in all 4 rows with sexm:factor\(rank\)2\. /);
  expect(decided((row) => !inCell(row))).toContain("in all 12 rows with none of sexm:factor(rank)2");
});

describe("of several terms that say the same", () => {
  const rows = Array.from({ length: 36 }, (_, i) => i);
  const table = tableOf({
    y: rows.map((i) => Number(Math.sin(i * i) > 0)),
    n: rows.map((i) => (i % 3) + 1),
    x: rows.map((i) => (7 * i) % 11),
    // Differs from 0 in the rows with n = 3 alone.
    w: rows.map((i) => (i % 3 === 2 ? (5 * i) % 7 : 0)),
  });
  const leftOut = (formula: string) => {
    const frame = modelFrame(formula, table);
    const values = valuesOf(frame);
    const [binary, linear] = [
      fitBinary(frame.matrix, values, { link: "logit" }),
      fitLinear(frame.matrix, values),
    ];
    for (const { warnings, converged } of [binary, linear]) {
      expect(converged).toBe(true);
      expect(warnings.map(({ code }) => code)).toEqual(["collinear"]);
    }
    expect(linear.warnings).toEqual(binary.warnings);
    return binary.warnings[0];
  };

  // What is NA in R's glm and lm of the same formulas.
  it.each([
    ["y ~ factor(n) + n", ["n"]],
    ["y ~ n + factor(n)", ["factor(n)3"]],
    ["y ~ x + factor(n) * w", ["factor(n)2:w", "factor(n)3:w"]],
    ["y ~ factor(n):w + w", ["factor(n)2:w", "factor(n)3:w"]],
    ["y ~ x + I(2 * x + 1) + n", ["I(2 * x + 1)"]],
  ])("the last in the formula is left out: %s", (formula, terms) => {
    expect(leftOut(formula).terms).toEqual(terms);
  });

  it("the message says what it is a combination of", () => {
    expect(leftOut("y ~ factor(n) + x + n").message).toBe(
      "n is a linear combination of factor(n)2 and factor(n)3. No estimate: drop it; the others are those of the model without it",
    );
  });

  it("columns that differ in the seventh digit are told from those that are the same", () => {
    const frame = modelFrame("y ~ x + I(x + 5e-8 * w)", table);
    const [near] = fitBinary(frame.matrix, valuesOf(frame)).warnings;
    expect(near.terms).toEqual(["I(x + 5e-08 * w)"]);
    expect(near.message).toMatch(
      /^I\(x \+ 5e-08 \* w\) is a linear combination of x but for \de-8 of its size, too little to be told apart: centre or rescale/,
    );
  });
});
