import { describe, expect, test } from "vitest";
import { modelFrame } from "../../../estimators/formula/modelFrame.ts";
import { termNames } from "../../../estimators/modelMatrix.ts";
import { denseColumns } from "./denseColumns.ts";
import { type LinearCase, reference, referenceTable, type SurvivalCase } from "./referenceTables.ts";

function expectClose(found: ArrayLike<number>, expected: readonly number[], what: string): void {
  expect(found.length, what).toBe(expected.length);
  for (let row = 0; row < expected.length; row++) {
    const distance = Math.abs(found[row] - expected[row]);
    if (!(distance <= 1e-12 * Math.max(1, Math.abs(expected[row]))))
      expect(found[row], `${what}, row ${row}`).toBe(expected[row]);
  }
}

function expectSameMatrix(frame: ReturnType<typeof modelFrame>, of: LinearCase | SurvivalCase): void {
  const columns = denseColumns(frame);
  expect(columns.map(({ name }) => name)).toEqual(of.columns);
  for (const [index, { name, values }] of columns.entries()) expectClose(values, of.values[index], name);
  expect(Array.from(frame.rowNumbers)).toEqual(of.rows);
  expect(Array.from(frame.coefficientOrder).sort((a, b) => a - b)).toEqual([
    ...termNames(frame.matrix).keys(),
  ]);
}

describe("columns, names, rows and outcome are those of R's model.matrix and model.frame", () => {
  test.each(reference.linear)("$data: $formula", (of) => {
    const frame = modelFrame(of.formula, referenceTable(of.data));
    expectSameMatrix(frame, of);
    expect(frame.terms.map(({ label }) => label)).toEqual(of.terms);
    expect(frame.terms.flatMap(({ coefficients }) => coefficients)).toEqual(
      of.columns.filter((name) => name !== "(Intercept)"),
    );
    if (frame.outcome.kind !== "values") throw new Error("an outcome of values");
    expectClose(frame.outcome.values, of.outcome, "outcome");
    if (of.offset === null) expect(frame.offset).toBeNull();
    else expectClose(frame.offset ?? [], of.offset, "offset");
  });
});

describe("columns, names, strata and times are those of R's coxph", () => {
  test.each(reference.survivalModels)("$data: $formula", (of) => {
    const frame = modelFrame(of.formula, referenceTable(of.data));
    expectSameMatrix(frame, of);
    if (frame.outcome.kind !== "duration") throw new Error("an outcome of durations");
    const { start, stop, event } = frame.outcome;
    if (of.start === null) expect(start).toBeNull();
    else expectClose(start ?? [], of.start, "start");
    expectClose(stop, of.stop, "stop");
    expectClose(event, of.event, "event");
    const { strata } = frame;
    expect(strata && Array.from(strata.codes, (code) => strata.levels[code])).toEqual(of.strata);
  });
});
