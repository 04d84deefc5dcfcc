import { studentTwoSidedPValue, studentTwoSidedQuantile } from "../../numerics/studentT.ts";
import type { GroupTest, GroupTestWarning } from "./groupTest.ts";

/** What the t test needs of a group: how many values, their mean, and their variance with divisor n − 1 (NaN for n < 2). */
export interface SampleMoments {
  readonly observations: number;
  readonly mean: number;
  readonly variance: number;
}

export interface TwoSampleTTest extends GroupTest {
  /** `student`: one variance for both groups; `welch`: one each. */
  readonly variances: "student" | "welch";
  readonly first: SampleMoments;
  readonly second: SampleMoments;
  /** Mean of the first less mean of the second. */
  readonly estimate: number;
  readonly stdError: number;
  readonly confLow: number;
  readonly confHigh: number;
}

export interface TwoSampleTTestOptions {
  /** Default `welch`, as R's `t.test`; `student` is its `var.equal = TRUE`. */
  readonly variances?: "student" | "welch";
  /** Of the interval of the difference, in (0, 1); default 0.95. */
  readonly level?: number;
}

/**
 * The two-sample t test that two groups have the same mean, two-sided (Student 1908; Welch 1947, Biometrika 34, 28–35, with
 * Satterthwaite's degrees of freedom).
 *
 * @param first,second the values of each group; NaN is a missing value and is left out.
 * @returns with a warning and NaN where a group has no variance ("too-few-observations") or nothing varies
 *   ("constant-outcome").
 * @throws RangeError for a level outside (0, 1).
 */
export function twoSampleTTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: TwoSampleTTestOptions = {},
): TwoSampleTTest {
  return tTestOfMoments(sampleMoments(first), sampleMoments(second), options);
}

/** The same from counts, means and variances, as a table may print them. @throws RangeError as `twoSampleTTest`. */
export function tTestOfMoments(
  first: SampleMoments,
  second: SampleMoments,
  { variances = "welch", level = 0.95 }: TwoSampleTTestOptions = {},
): TwoSampleTTest {
  if (!(level > 0 && level < 1)) throw new RangeError(`level ${level}: expected a number between 0 and 1`);
  const estimate = first.mean - second.mean;
  const { stdError, df } = variances === "student" ? pooledError(first, second) : welchError(first, second);
  const statistic = estimate / stdError;
  const margin = studentTwoSidedQuantile(1 - level, df) * stdError;
  const warnings = warningsOf(first, second, stdError);
  const known = (value: number) => (warnings.length === 0 ? value : Number.NaN);
  return {
    variances,
    first,
    second,
    estimate,
    stdError,
    statistic: known(statistic),
    df,
    pValue: known(studentTwoSidedPValue(statistic, df)),
    confLow: known(estimate - margin),
    confHigh: known(estimate + margin),
    warnings,
  };
}

/** Number, mean and variance of values that are not NaN; in two passes, so that a large mean costs no digits. */
export function sampleMoments(values: ArrayLike<number>): SampleMoments {
  let observations = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at])) continue;
    observations++;
    sum += values[at];
  }
  const mean = sum / observations;
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    if (!Number.isNaN(values[at])) squares += (values[at] - mean) ** 2;
  }
  return { observations, mean, variance: observations < 2 ? Number.NaN : squares / (observations - 1) };
}

/** s² (1/n₁ + 1/n₂), s² the variance within groups. */
function pooledError(first: SampleMoments, second: SampleMoments): { stdError: number; df: number } {
  const df = first.observations + second.observations - 2;
  const within =
    ((first.observations - 1) * first.variance + (second.observations - 1) * second.variance) / df;
  return { stdError: Math.sqrt(within * (1 / first.observations + 1 / second.observations)), df };
}

/** s₁²/n₁ + s₂²/n₂. */
function welchError(first: SampleMoments, second: SampleMoments): { stdError: number; df: number } {
  const one = first.variance / first.observations;
  const two = second.variance / second.observations;
  const sum = one + two;
  const df = sum ** 2 / (one ** 2 / (first.observations - 1) + two ** 2 / (second.observations - 1));
  return { stdError: Math.sqrt(sum), df };
}

function warningsOf(first: SampleMoments, second: SampleMoments, stdError: number): GroupTestWarning[] {
  const few = Math.min(first.observations, second.observations);
  if (few < 2) {
    return [
      {
        code: "too-few-observations",
        message: `a group has ${few} values; a t test needs at least two in each`,
      },
    ];
  }
  if (stdError > 0) return [];
  return [
    {
      code: "constant-outcome",
      message: "the values do not vary within the groups, so their difference has no standard error",
    },
  ];
}
