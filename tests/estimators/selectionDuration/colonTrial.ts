import { readFileSync } from "node:fs";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";

/** What R made of it: see tests/reference/selectionDuration/selectionDuration.R. */
export interface ReferenceFit {
  readonly kind: "fgm" | "gaussian";
  readonly exponential: boolean;
  readonly weighted: boolean;
  readonly selectionTerms: string[];
  readonly durationTerms: string[];
  /** γ, β, ln p unless exponential, atanh of the dependence. */
  readonly estimate: number[];
  readonly stdError: number[];
  readonly logLikelihood: number;
  readonly HC0: number[];
  readonly cluster: number[];
  readonly logLikelihoodIndependent: number;
  /** `estimate` of the two models apart, without the dependence. */
  readonly apart: number[];
}

function read(file: string): string {
  return readFileSync(new URL(`../../reference/selectionDuration/${file}`, import.meta.url), "utf8");
}

export interface Reference {
  readonly rows: number;
  readonly selected: number;
  readonly events: number;
  readonly fits: ReferenceFit[];
}

export function colonReference(): Reference {
  return JSON.parse(read("selectionDuration.json"));
}

/** The models without columns: see tests/reference/selectionDuration/tests.R. */
export interface ReferenceTests {
  readonly kind: "fgm" | "gaussian";
  readonly exponential: boolean;
  readonly weighted: boolean;
  /** γ, β, ln p unless exponential, atanh of the dependence. */
  readonly estimate: number[];
  readonly logLikelihoodNull: number;
  readonly score: number;
  readonly df: number;
}

export function colonTests(): readonly ReferenceTests[] {
  return JSON.parse(read("tests.json")).fits;
}

/** Recurrence and death of the colon cancer trial in R's survival package. */
export interface ColonTrial {
  readonly column: (name: string) => Float64Array;
  readonly selection: ModelMatrix;
  readonly selected: Float64Array;
  readonly duration: ModelMatrix;
  readonly time: Float64Array;
  readonly event: Float64Array;
  readonly weights: Float64Array;
  readonly cluster: Float64Array;
}

export function colonTrial(): ColonTrial {
  const [header, ...lines] = read("colon.csv").trim().split("\n");
  const names = header.split(",");
  const cells = lines.map((line) => line.split(","));
  const column = (name: string): Float64Array =>
    Float64Array.from(cells, (row) => {
      const cell = row[names.indexOf(name)];
      return cell === "NA" ? Number.NaN : Number(cell);
    });
  const numeric = (wanted: string[]) => wanted.map((name) => ({ name, values: column(name) }));
  return {
    column,
    selection: {
      rows: cells.length,
      intercept: true,
      numeric: numeric(["treated", "node4", "surg", "extent", "age"]),
      factors: [],
    },
    selected: column("selected"),
    duration: {
      rows: cells.length,
      intercept: true,
      numeric: numeric(["treated", "node4", "age"]),
      factors: [
        {
          name: "factor(differ)",
          codes: Uint16Array.from(column("differ"), (level) => level - 1),
          levels: ["1", "2", "3"],
        },
      ],
    },
    time: column("time"),
    event: column("event"),
    weights: column("weight"),
    cluster: column("cluster"),
  };
}
