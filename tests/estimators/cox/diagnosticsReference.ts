import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import { coxDataOf } from "./referenceFits.ts";

/** What `tests/reference/cox/coxDiagnostics.R` wrote. Matrices are row by row. */
export interface DiagnosticsCase {
  readonly name: string;
  readonly call: string;
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly fits: readonly DiagnosticsFit[];
}

interface Test {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
}

interface Limits {
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

export interface ReferenceCurve {
  readonly row: number;
  readonly covariates: readonly number[];
  readonly time: readonly number[];
  readonly survival: readonly number[];
  readonly cumulativeHazard: readonly number[];
  readonly stdError: readonly number[];
  readonly log: Limits;
  readonly loglog: Limits;
  readonly plain: Limits;
}

export interface DiagnosticsFit {
  readonly ties: "efron" | "breslow";
  readonly terms: readonly string[];
  readonly estimate: readonly number[];
  readonly stdError: readonly number[];
  readonly robustStdError: readonly number[];
  readonly covariance: readonly number[];
  readonly robustCovariance: readonly number[];
  readonly logLikelihoodNull: number;
  readonly logLikelihood: number;
  readonly likelihoodRatio: Test;
  readonly wald: Test;
  readonly score: Test;
  readonly robustScore: Test;
  readonly concordance: {
    readonly estimate: number;
    readonly stdError: number;
    readonly concordant: number;
    readonly discordant: number;
    readonly tied: number;
  };
  readonly martingale: readonly number[];
  readonly deviance: readonly number[];
  readonly scoreResiduals: readonly number[];
  readonly dfbeta: readonly number[];
  readonly dfbetas: readonly number[];
  readonly schoenfeldTimes: readonly number[];
  readonly schoenfeld: readonly number[];
  readonly scaledSchoenfeld: readonly number[];
  readonly proportionalHazards: Readonly<
    Record<
      "km" | "rank" | "identity" | "log",
      {
        readonly terms: string[];
        readonly statistic: number[];
        readonly df: number[];
        readonly pValue: number[];
      }
    >
  >;
  readonly curves: readonly ReferenceCurve[];
}

const roles: Readonly<Record<string, { start?: string; stop: string; terms: string[]; strata?: string }>> = {
  weighted: { stop: "time", terms: ["sex", "ecog", "karno"] },
  quarters: { stop: "time", terms: ["age", "sex", "ecog"] },
  heart: { start: "start", stop: "stop", terms: ["age", "surgery", "transplant"] },
  bladder: { start: "start", stop: "stop", terms: ["rx", "size", "number"], strata: "stratum" },
  veteran: { stop: "time", terms: ["karno", "factor(trt)", "factor(celltype)"] },
};

/** Every data set with every way of handling ties, and the name of the pair. */
export const diagnosticsCases = Object.entries(roles).flatMap(([name, columnsOf]) => {
  const url = new URL(`../../reference/cox/diagnostics-${name}.json`, import.meta.url);
  const reference: DiagnosticsCase = JSON.parse(readFileSync(url, "utf8"));
  const { columns } = reference;
  const data: CoxData = {
    ...coxDataOf({ ...reference, fits: [] }, columnsOf),
    ...(columns.weight ? { weights: Float64Array.from(columns.weight) } : {}),
    ...(columns.offset ? { offset: Float64Array.from(columns.offset) } : {}),
    ...(columns.cluster ? { cluster: Int32Array.from(columns.cluster) } : {}),
  };
  return reference.fits.map((expected) => ({
    title: `${name} with ${expected.ties} ties: ${reference.call}`,
    data,
    expected,
  }));
});

/** The largest difference between two columns of numbers, relative to the largest number of the second. */
export function expectClose(
  found: ArrayLike<number>,
  expected: readonly (number | null)[],
  relative: number,
): void {
  expect(found.length).toBe(expected.length);
  const size = expected.reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 1e-300);
  expected.forEach((value, index) => {
    if (value !== null) expect(Math.abs(found[index] - value) / size).toBeLessThan(relative);
  });
}
