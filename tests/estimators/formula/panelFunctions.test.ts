import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelFrame } from "../../../estimators/formula/modelFrame.ts";
import { InvalidInput } from "../../../scenarios/invalidInput.ts";
import { denseColumns } from "./denseColumns.ts";
import { tableOf } from "./referenceTables.ts";

const panel = { id: "unit", time: "year" };

// Unit b has a gap at 2002, and its rows do not stand in order.
const table = tableOf({
  unit: ["a", "b", "a", "a", "b", "b"],
  year: [2000, 2003, 2001, 2002, 2000, 2001],
  y: [1, 2, 3, 4, 5, 6],
  x: [10, 20, null, 40, 50, 60],
});

/** Row numbers and the only column of `term`. */
function column(
  term: string,
  options: { subset?: string } = {},
  formula = `y ~ 0 + ${term}`,
): [number, number][] {
  const frame = modelFrame(formula, table, { panel, ...options });
  const found = denseColumns(frame).find(({ name }) => name === term);
  return Array.from(frame.rowNumbers, (row, index) => [row, found?.values[index] ?? Number.NaN]);
}

describe("lag", () => {
  test("is the value of the same unit one period before, and missing where that row is absent", () => {
    expect(column("lag(y)")).toEqual([
      [2, 1],
      [3, 3],
      [5, 5],
    ]);
  });

  test("is missing where the value before is", () => {
    expect(column("lag(x)")).toEqual([
      [2, 10],
      [5, 50],
    ]);
  });

  test("reaches back as many periods as asked, and over gaps", () => {
    expect(column("lag(y, 2)")).toEqual([
      [1, 6],
      [3, 1],
    ]);
  });

  test("finds rows outside the subset", () => {
    expect(column("lag(y)", { subset: "year == 2001" })).toEqual([
      [2, 1],
      [5, 5],
    ]);
  });

  test("of labels is a factor, and in an expression a number like others", () => {
    const names = (formula: string) =>
      denseColumns(modelFrame(formula, table, { panel })).map(({ name }) => name);
    expect(names("y ~ lag(unit)")).toEqual(["(Intercept)", "lag(unit)b"]);
    expect(names("y ~ I(y - lag(y)) - 1")).toEqual(["I(y - lag(y))"]);
  });
});

test("initial is the value at the unit's earliest time", () => {
  expect(column("initial(y)")).toEqual([
    [0, 1],
    [1, 5],
    [2, 1],
    [3, 1],
    [4, 5],
    [5, 5],
  ]);
});

describe("mean", () => {
  test("is over all rows of the sample where the formula has no initial period", () => {
    expect(column("mean(y)")).toEqual([
      [0, 8 / 3],
      [1, 13 / 3],
      [2, 8 / 3],
      [3, 8 / 3],
      [4, 13 / 3],
      [5, 13 / 3],
    ]);
  });

  test("leaves out rows that another missing cell drops", () => {
    expect(column("mean(y)", {}, "y ~ 0 + mean(y) + x")).toEqual([
      [0, 5 / 2],
      [1, 13 / 3],
      [3, 5 / 2],
      [4, 13 / 3],
      [5, 13 / 3],
    ]);
  });

  test("runs over t = 1..T in a dynamic formula, also where only initial() says that it is one", () => {
    expect(column("mean(y)", {}, "y ~ 0 + mean(y) + lag(y)")).toEqual([
      [2, 7 / 2],
      [3, 7 / 2],
      [5, 6],
    ]);
    expect(column("mean(y)", {}, "y ~ 0 + mean(y) + initial(y)").map(([, mean]) => mean)).toEqual([
      3.5, 4, 3.5, 3.5, 4, 4,
    ]);
  });

  test("drops a unit that has nothing but its initial period", () => {
    const frame = modelFrame("y ~ mean(x) + initial(x)", table, {
      panel,
      subset: "unit == 'b' | year == 2000",
    });
    expect(Array.from(frame.rowNumbers)).toEqual([1, 4, 5]);
    expect(frame.dropped.missingByExpression).toEqual([{ expression: "mean(x)", rows: 1 }]);
  });

  test("inside an expression is taken over the same rows", () => {
    expect(column("I(y - mean(y))", {}, "y ~ 0 + I(y - mean(y)) + x").map(([, value]) => value)).toEqual([
      1 - 5 / 2,
      2 - 13 / 3,
      4 - 5 / 2,
      5 - 13 / 3,
      6 - 13 / 3,
    ]);
  });
});

test("lag, initial and mean equal their definitions on any panel", () => {
  const row = fc.record({
    unit: fc.integer({ min: 0, max: 3 }),
    year: fc.integer({ min: -3, max: 4 }),
    x: fc.integer({ min: -9, max: 9 }),
  });
  const rows = fc.uniqueArray(row, {
    selector: ({ unit, year }) => `${unit} ${year}`,
    minLength: 1,
    maxLength: 25,
  });
  fc.assert(
    fc.property(rows, (cells) => {
      fc.pre(
        cells.some(({ unit, year }) => cells.some((other) => other.unit === unit && other.year === year - 1)),
      );
      const first = (unit: number) =>
        cells.filter((cell) => cell.unit === unit).sort((a, b) => a.year - b.year)[0];
      const before = ({ unit, year }: (typeof cells)[0]) =>
        cells.find((each) => each.unit === unit && each.year === year - 1);
      const kept = cells.filter((cell) => before(cell) !== undefined);
      const expected = kept.map((cell) => {
        const ofUnit = kept.filter(({ unit }) => unit === cell.unit).map(({ x }) => x);
        return [before(cell)?.x, first(cell.unit).x, ofUnit.reduce((a, b) => a + b, 0) / ofUnit.length];
      });
      const drawn = tableOf({
        unit: cells.map(({ unit }) => unit),
        year: cells.map(({ year }) => year),
        x: cells.map(({ x }) => x),
      });
      const frame = modelFrame("x ~ 0 + lag(x) + initial(x) + mean(x)", drawn, { panel });
      const columns = denseColumns(frame);
      expect(kept.map((_, index) => columns.map(({ values }) => values[index]))).toEqual(expected);
    }),
  );
});

describe("a panel is refused with row and column", () => {
  const refusal = (columns: Parameters<typeof tableOf>[0]) => {
    try {
      modelFrame("y ~ lag(y)", tableOf(columns), { panel });
    } catch (error) {
      if (error instanceof InvalidInput) return error;
    }
    throw new Error("accepted");
  };

  test("where a unit has two rows at one time", () => {
    const error = refusal({ unit: [1, 2, 1], year: [5, 5, 5], y: [1, 2, 3] });
    expect(error.path).toBe('row 4, column "year"');
    expect(error.found).toBe("time 5 of a unit of unit that has it already in row 2");
  });

  test("where a time is not whole", () => {
    expect(refusal({ unit: [1, 1], year: [5, 5.5], y: [1, 2] }).path).toBe('row 3, column "year"');
  });
});
