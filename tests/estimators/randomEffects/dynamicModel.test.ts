import { describe, expect, it } from "vitest";
import { modelFrame } from "../../../estimators/formula/modelFrame.ts";
import { termNames } from "../../../estimators/modelMatrix.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { denseColumns } from "../formula/denseColumns.ts";
import { tableOf } from "../formula/referenceTables.ts";

/** 60 units over t = 0..4, x and y wandering. */
const units = 60;
const periods = 5;
const cells = Array.from({ length: units * periods }, (_, row) => {
  const [unit, t] = [Math.floor(row / periods), row % periods];
  const x = Math.sin(2.1 * unit) + Math.cos(1.3 * row);
  return { unit, t, x, y: Number(x + 1.2 * Math.sin(unit * unit) + Math.sin(5.3 * row) > 0.3) };
});
const table = tableOf({
  unit: cells.map(({ unit }) => unit),
  year: cells.map(({ t }) => 2000 + t),
  x: cells.map(({ x }) => x),
  y: cells.map(({ y }) => y),
});
const formula = "y ~ lag(y) + initial(y) + x + mean(x) + initial(x) + (1 | unit)";
const frame = modelFrame(formula, table, { panel: { id: "unit", time: "year" } });

describe("the dynamic model with Wooldridge's initial condition", () => {
  it("has the means over t = 1..T and x at 0 beside them, as Rabe-Hesketh & Skrondal (2013) want it, not a mean over 0..T", () => {
    const later = cells.filter(({ t }) => t > 0);
    const ofUnit = (unit: number) => cells.filter((cell) => cell.unit === unit);
    const definition: Record<string, (cell: (typeof cells)[number]) => number> = {
      "(Intercept)": () => 1,
      "lag(y)": ({ unit, t }) => ofUnit(unit)[t - 1].y,
      "initial(y)": ({ unit }) => ofUnit(unit)[0].y,
      x: ({ x }) => x,
      "mean(x)": ({ unit }) =>
        ofUnit(unit)
          .slice(1)
          .reduce((sum, { x }) => sum + x, 0) /
        (periods - 1),
      "initial(x)": ({ unit }) => ofUnit(unit)[0].x,
    };
    const columns = denseColumns(frame);
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(definition));
    expect(frame.matrix.rows).toBe(units * (periods - 1));
    for (const { name, values } of columns) {
      values.forEach((value, i) => {
        expect(value).toBeCloseTo(definition[name](later[i]), 14);
      });
    }
  });

  it.each(["probit", "logit", "cloglog"] as const)("is fitted by any of the links: %s", (link) => {
    if (frame.outcome.kind !== "values") throw new Error("a binary outcome was expected");
    const y = Float64Array.from(frame.outcome.values);
    const group = frame.randomEffect?.codes ?? new Int32Array(0);
    const fit = fitRandomEffects(frame.matrix, y, group, { link, quadratureNodes: 24 });
    expect(fit).toMatchObject({ converged: true, warnings: [], link });
    expect(fit.terms.map(({ term }) => term)).toEqual(termNames(frame.matrix));
    expect(fit.randomEffect.groups).toBe(units);
    expect(fit.randomEffect.sigma).toBeGreaterThan(0.3);
  });
});
