/**
 * Why a test of groups cannot be had, or is not to be trusted: "constant-outcome", no variation in the values;
 * "too-few-observations", a group without a variance; "empty-category", one category only on one side of a table;
 * "small-expected-count", a cell in which fewer than five are expected, so that χ² is a rough approximation (the test is
 * still given).
 */
export type GroupTestWarningCode =
  | "constant-outcome"
  | "too-few-observations"
  | "empty-category"
  | "small-expected-count";

export interface GroupTestWarning {
  readonly code: GroupTestWarningCode;
  /** One sentence for the user: what was found and what to do. */
  readonly message: string;
}

/** A test that groups are alike. `statistic` and `pValue` are NaN where the warnings say why there is none. */
export interface GroupTest {
  readonly statistic: number;
  /** Degrees of freedom; not whole in Welch's test. */
  readonly df: number;
  readonly pValue: number;
  readonly warnings: readonly GroupTestWarning[];
}
