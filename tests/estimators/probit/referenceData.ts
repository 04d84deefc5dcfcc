import { readFileSync } from "node:fs";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";

/** Real data and what R made of them: see tests/reference/probit.R. */
function read(file: string): string {
  return readFileSync(new URL(`../../reference/${file}`, import.meta.url), "utf8");
}

export interface PooledReference {
  readonly terms: string[];
  readonly estimate: number[];
  readonly stdErrorExpected: number[];
  readonly stdErrorObserved: number[];
  readonly logLikelihood: number;
}

export interface RandomEffectsReference {
  readonly terms: string[];
  readonly estimate: number[];
  readonly lnSigma: number;
  /** Of the coefficients, then ln σ. */
  readonly stdError: number[];
  readonly covariance: number[][];
  readonly logLikelihood: number;
  readonly groups: number;
  readonly glmer: { nodes: number; estimate: number[]; sigma: number; logLikelihood: number }[];
}

export const reference: {
  pooled: Record<DataName, PooledReference>;
  randomEffects: Record<"bacteria" | "verbal" | "males", RandomEffectsReference>;
} = JSON.parse(read("probit.json"));

export type DataName = "birthwt" | "pima" | "bacteria" | "verbal" | "males";

const columnsOf: Record<DataName, { outcome: string; numeric: string[]; factors: string[]; group?: string }> =
  {
    birthwt: {
      outcome: "low",
      numeric: ["age", "lwt", "smoke", "ptl", "ht", "ui", "ftv"],
      factors: ["race"],
    },
    pima: { outcome: "diabetes", numeric: ["npreg", "glu", "bp", "skin", "bmi", "ped", "age"], factors: [] },
    bacteria: { outcome: "y", numeric: ["late"], factors: ["trt"], group: "child" },
    verbal: { outcome: "yes", numeric: ["anger", "male", "self"], factors: ["btype"], group: "person" },
    males: {
      outcome: "union",
      numeric: [
        "unionLag",
        "union80",
        "married",
        ...Array.from({ length: 7 }, (_, t) => `married${81 + t}`),
        "school",
        "black",
      ],
      factors: ["year"],
      group: "man",
    },
  };

/** First level of each factor in R: the reference. The others come in the order of R's terms. */
const REFERENCE_LEVEL: Record<string, string> = { race: "1", trt: "placebo", btype: "curse", year: "1981" };

export function loadData(name: DataName): { matrix: ModelMatrix; outcome: Uint8Array; group: Int32Array } {
  const [header, ...lines] = read(`probit-${name}.csv`)
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const cells = (column: string): string[] => lines.map((line) => line[header.indexOf(column)]);
  const { outcome, numeric, factors, group } = columnsOf[name];
  const matrix: ModelMatrix = {
    rows: lines.length,
    intercept: true,
    numeric: numeric.map((column) => ({ name: column, values: Float64Array.from(cells(column), Number) })),
    factors: factors.map((column) => {
      const others = new Set(cells(column));
      others.delete(REFERENCE_LEVEL[column]);
      const levels = [REFERENCE_LEVEL[column], ...[...others].sort()];
      return { name: column, levels, codes: Uint16Array.from(cells(column), (cell) => levels.indexOf(cell)) };
    }),
  };
  return {
    matrix,
    outcome: Uint8Array.from(cells(outcome), Number),
    group: group === undefined ? new Int32Array(lines.length) : Int32Array.from(cells(group), Number),
  };
}
