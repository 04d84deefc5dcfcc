import { readFileSync } from "node:fs";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import type { FactorTerm, NumericTerm } from "../../../estimators/modelMatrix.ts";

/** What `tests/reference/cox/cox.R` wrote: the rows of a real data set and R's fits of it. */
export interface ReferenceCase {
  readonly name: string;
  readonly call: string;
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly fits: readonly ReferenceFit[];
}

export interface ReferenceFit {
  readonly ties: "efron" | "breslow" | "exact";
  readonly observations: number;
  readonly events: number;
  readonly terms: readonly string[];
  readonly estimate: readonly number[];
  readonly stdError: readonly number[];
  readonly covariance: readonly number[];
  readonly logLikelihoodNull: number;
  readonly logLikelihood: number;
}

export function readReference(name: string): ReferenceCase {
  return JSON.parse(readFileSync(new URL(`../../reference/cox/${name}.json`, import.meta.url), "utf8"));
}

/** The case's columns as our data; `terms` in order, those written `factor(x)` as factors with R's contrasts. */
export function coxDataOf(
  { columns }: ReferenceCase,
  roles: { start?: string; stop: string; terms: readonly string[]; strata?: string },
): CoxData {
  const numeric: NumericTerm[] = [];
  const factors: FactorTerm[] = [];
  for (const name of roles.terms) {
    const inner = /^factor\((.*)\)$/.exec(name)?.[1];
    if (inner === undefined) numeric.push({ name, values: Float64Array.from(columns[name]) });
    else factors.push(factorOf(name, columns[inner]));
  }
  return {
    matrix: { rows: columns[roles.stop].length, intercept: false, numeric, factors },
    stop: Float64Array.from(columns[roles.stop]),
    event: Uint8Array.from(columns.event),
    ...(roles.start ? { start: Float64Array.from(columns[roles.start]) } : {}),
    ...(roles.strata ? { strata: Int32Array.from(columns[roles.strata]) } : {}),
  };
}

function factorOf(name: string, values: readonly number[]): FactorTerm {
  const levels = [...new Set(values)].sort((a, b) => a - b);
  return {
    name,
    codes: Uint16Array.from(values, (value) => levels.indexOf(value)),
    levels: levels.map(String),
  };
}
