import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import type { GroupTest, GroupTestWarning } from "./groupTest.ts";

export interface IndependenceTest extends GroupTest {
  /** Whether the statistic was corrected for continuity. */
  readonly yates: boolean;
  /** Row by row, of the rows and columns that have any observation. */
  readonly expected: readonly (readonly number[])[];
}

export interface IndependenceTestOptions {
  /** Yates's correction, of tables of two by two only; default false. R's `chisq.test` has it by default, SPSS and Stata have not. */
  readonly yates?: boolean;
}

/**
 * Pearson's χ² test that the rows and the columns of a table of counts are independent (Pearson 1900), with Yates's (1934)
 * correction for continuity if asked for: every |observed − expected| is reduced by ½, but not below 0. Rows and columns
 * without observations are left out.
 *
 * @param counts row by row, all rows of one length.
 * @returns with NaN and "empty-category" where fewer than two rows or columns have observations; with
 *   "small-expected-count" where fewer than five are expected in a cell.
 * @throws RangeError for rows of different lengths and counts that are negative or not finite.
 */
export function independenceTest(
  counts: readonly (readonly number[])[],
  { yates = false }: IndependenceTestOptions = {},
): IndependenceTest {
  const table = withoutEmpty(counts);
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const rowSums = table.map((row) => sumOf(row));
  const columnSums = Array.from({ length: columns }, (_, j) => sumOf(table.map((row) => row[j])));
  const total = sumOf(rowSums);
  const expected = rowSums.map((row) => columnSums.map((column) => (row * column) / total));
  const corrected = yates && rows === 2 && columns === 2;
  const correction = corrected ? Math.min(0.5, Math.abs(table[0][0] - expected[0][0])) : 0;
  let statistic = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      statistic += (Math.abs(count - expected[i][j]) - correction) ** 2 / expected[i][j];
    });
  });
  const df = rows < 2 || columns < 2 ? 0 : (rows - 1) * (columns - 1);
  const possible = df > 0;
  return {
    yates: corrected,
    expected,
    statistic: possible ? statistic : Number.NaN,
    df,
    pValue: possible ? chiSquaredUpperTail(statistic, df) : Number.NaN,
    warnings: warningsOf(possible, expected),
  };
}

function withoutEmpty(counts: readonly (readonly number[])[]): number[][] {
  const width = counts[0]?.length ?? 0;
  for (const [at, row] of counts.entries()) {
    if (row.length !== width) {
      throw new RangeError(`row ${at} has ${row.length} counts: expected ${width}, as in the first`);
    }
    const wrong = row.find((count) => !(count >= 0 && count < Infinity));
    if (wrong !== undefined) throw new RangeError(`a count of ${wrong} in row ${at}: expected 0 or more`);
  }
  const rows = counts.filter((row) => sumOf(row) > 0);
  return rows.map((row) => row.filter((_, j) => rows.some((other) => other[j] > 0)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function warningsOf(possible: boolean, expected: readonly (readonly number[])[]): GroupTestWarning[] {
  if (!possible) {
    return [
      {
        code: "empty-category",
        message:
          "fewer than two rows or two columns of the table have observations: there is nothing to test",
      },
    ];
  }
  const smallest = Math.min(...expected.flat());
  if (smallest >= 5) return [];
  return [
    {
      code: "small-expected-count",
      message: `a cell is expected to hold ${Number(smallest.toPrecision(3))} observations, fewer than 5: the p-value is rough`,
    },
  ];
}
