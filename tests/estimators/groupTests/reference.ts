import { readFileSync } from "node:fs";

interface TTest {
  readonly column: "age" | "lwt" | "low";
  readonly by: "low" | "ht" | "smoke";
  readonly variances: "student" | "welch";
  readonly level: number;
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  readonly confLow: number;
  readonly confHigh: number;
  readonly stdError: number;
  readonly first: number;
  readonly second: number;
}

interface ChiSquared {
  readonly counts: number[][];
  readonly yates: boolean;
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  readonly expected: number[][];
}

interface Reference {
  readonly tTests: readonly TTest[];
  readonly chiSquared: readonly ChiSquared[];
  readonly beta: readonly { a: number; b: number; x: number; lower: number }[];
  readonly student: readonly { t: number; df: number; p: number }[];
  readonly quantile: readonly { p: number; df: number; t: number }[];
  readonly binomial: readonly { count: number; total: number; level: number; low: number; high: number }[];
}

/** What R made of it: see tests/reference/groupTests/groupTests.R. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL("../../reference/groupTests/groupTests.json", import.meta.url), "utf8"),
);
