import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { averagePartialEffect } from "../../../estimators/averagePartialEffect.ts";
import { type BinaryOptions, fitBinary } from "../../../estimators/binary/fitBinary.ts";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import { predictBinary } from "../../../estimators/binary/predictBinary.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { loadData } from "../probit/referenceData.ts";

/** What R made of it: see tests/reference/binary/binary.R. */
interface Reference {
  readonly link: LinkName;
  readonly terms: string[];
  readonly estimate: number[];
  readonly logLikelihood: number;
  readonly logLikelihoodNull: number;
  readonly stdErrorExpected: number[];
  readonly stdErrorObserved: number[];
  readonly HC0: number[];
  readonly HC1: number[];
  readonly HC0Observed: number[];
  readonly likelihoodRatio: number;
  readonly likelihoodRatioP: number;
  readonly wald: number;
  readonly waldHC0: number;
  readonly aic: number;
  readonly bic: number;
  readonly clusters: number;
  readonly clusterHC0: number[];
  readonly clusterHC1: number[];
  readonly clusterHC0Plain: number[];
  readonly clusterHC0Observed: number[];
  readonly prediction: Record<"index" | "indexStdError" | "probability" | "probabilityStdError", number[]>;
  readonly effects: {
    term: string;
    difference: number;
    derivative: number;
    differenceStdError: number;
    derivativeStdError: number;
  }[];
}

type CaseName = "birthwt" | "pima" | "bacteria" | "males" | "ucb";

function read(file: string): string {
  return readFileSync(new URL(`../../reference/binary/${file}`, import.meta.url), "utf8");
}

const reference: Record<CaseName, Reference[]> = JSON.parse(read("binary.json"));

interface Case {
  readonly matrix: ModelMatrix;
  readonly outcome: Uint8Array;
  readonly options: BinaryOptions;
  readonly cluster: ArrayLike<number>;
}

function admissions(): Case {
  const rows = read("ucb.csv")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const levels = ["A", "B", "C", "D", "E", "F"];
  const department = Uint16Array.from(rows, ([, , letter]) => levels.indexOf(letter));
  return {
    matrix: {
      rows: rows.length,
      intercept: true,
      numeric: [{ name: "female", values: Float64Array.from(rows, ([, female]) => Number(female)) }],
      factors: [{ name: "department", codes: department, levels }],
    },
    outcome: Uint8Array.from(rows, ([admitted]) => Number(admitted)),
    options: { weights: rows.map(([, , , count]) => Number(count)) },
    cluster: department,
  };
}

const cases: Record<CaseName, Case> = {
  birthwt: { ...loadData("birthwt"), options: {}, cluster: loadData("birthwt").matrix.numeric[0].values },
  pima: { ...loadData("pima"), options: {}, cluster: loadData("pima").matrix.numeric[0].values },
  bacteria: {
    ...loadData("bacteria"),
    options: {
      offset: Float64Array.from(loadData("bacteria").matrix.numeric[0].values, (late) => Math.log(1 + late)),
    },
    cluster: loadData("bacteria").group,
  },
  // Told of the men, the fit works with its columns in another way.
  males: {
    ...loadData("males"),
    options: { group: loadData("males").group },
    cluster: loadData("males").group,
  },
  ucb: admissions(),
};

const everyFit = Object.entries(reference)
  .filter((entry): entry is [CaseName, Reference[]] => entry[0] in cases)
  .flatMap(([name, fits]) => fits.map((truth) => [name, truth.link, truth] as const));

function expectNear(found: ArrayLike<number>, truth: ArrayLike<number>, tolerance: number): void {
  expect(found.length).toBe(truth.length);
  for (let i = 0; i < truth.length; i++) {
    expect(Math.abs(found[i] / truth[i] - 1)).toBeLessThan(tolerance);
  }
}

describe.each(everyFit)("%s, %s: equals R", (name, link, truth) => {
  const { matrix, outcome, options, cluster } = cases[name];
  const fitWith = (more: BinaryOptions = {}) => fitBinary(matrix, outcome, { link, ...options, ...more });
  const usual = fitWith();
  const order = usual.terms.map(({ term }) => truth.terms.indexOf(term));
  const inOrder = (values: number[]): number[] => order.map((at) => values[at]);
  const stdErrors = (more: BinaryOptions): number[] => fitWith(more).terms.map(({ stdError }) => stdError);
  const robustErrors = (more: BinaryOptions): number[] =>
    fitWith(more).terms.map(({ robustStdError }) => robustStdError ?? Number.NaN);

  it("in its estimates to 1e-7 and its log-likelihoods to 1e-9", () => {
    expect(usual).toMatchObject({ model: link, converged: true, warnings: [], observations: matrix.rows });
    const estimates = usual.terms.map(({ estimate }) => estimate);
    expectNear(estimates, inOrder(truth.estimate), 1e-7);
    expectNear([usual.logLikelihood], [truth.logLikelihood], 1e-9);
    expectNear([usual.logLikelihoodNull], [truth.logLikelihoodNull], 1e-9);
    expectNear([usual.aic, usual.bic], [truth.aic, truth.bic], 1e-9);
  });

  it("in standard errors from the observed and from the expected information", () => {
    expectNear(stdErrors({}), inOrder(truth.stdErrorObserved), 1e-6);
    expectNear(stdErrors({ information: "expected" }), inOrder(truth.stdErrorExpected), 1e-6);
  });

  it("in robust standard errors", () => {
    const information = "expected";
    expectNear(robustErrors({ information, robust: "HC0" }), inOrder(truth.HC0), 1e-6);
    expectNear(robustErrors({ information, robust: "HC1" }), inOrder(truth.HC1), 1e-6);
    expectNear(robustErrors({ robust: "HC0" }), inOrder(truth.HC0Observed), 1e-6);
  });

  it("in cluster-robust standard errors", () => {
    const information = "expected";
    expectNear(robustErrors({ information, cluster }), inOrder(truth.clusterHC0), 1e-6);
    expectNear(robustErrors({ information, cluster, robust: "HC1" }), inOrder(truth.clusterHC1), 1e-6);
    const plain = robustErrors({ information, cluster, clusterAdjustment: false });
    expectNear(plain, inOrder(truth.clusterHC0Plain), 1e-6);
    expectNear(robustErrors({ cluster }), inOrder(truth.clusterHC0Observed), 1e-6);
    expect(fitWith({ cluster }).robust).toEqual({ type: "HC0", clusters: truth.clusters });
  });

  it("in likelihood-ratio and Wald tests", () => {
    const { likelihoodRatio } = usual.tests;
    expectNear([likelihoodRatio?.statistic ?? 0], [truth.likelihoodRatio], 1e-7);
    expectNear([likelihoodRatio?.pValue ?? 0], [truth.likelihoodRatioP], 1e-5);
    expect(likelihoodRatio?.df).toBe(usual.terms.length - 1);
    const expected = fitWith({ information: "expected" }).tests.wald;
    expectNear([expected?.statistic ?? 0], [truth.wald], 1e-5);
    const robust = fitWith({ information: "expected", robust: "HC0" }).tests.wald;
    expectNear([robust?.statistic ?? 0], [truth.waldHC0], 1e-5);
  });

  it("in predictions", () => {
    const found = predictBinary(fitWith({ information: "expected" }), matrix, options);
    const first = truth.prediction.index.length;
    for (const what of ["index", "indexStdError", "probability", "probabilityStdError"] as const) {
      expectNear(found[what].slice(0, first), truth.prediction[what], 1e-6);
    }
  });

  it("in average partial effects", () => {
    const expected = fitWith({ information: "expected" });
    for (const effect of truth.effects) {
      for (const kind of ["difference", "derivative"] as const) {
        const given = options.offset === undefined ? {} : { offset: options.offset };
        const found = averagePartialEffect(expected, matrix, effect.term, { kind, ...given });
        expectNear([found.estimate], [effect[kind]], 1e-7);
        expectNear([found.stdError], [effect[`${kind}StdError`]], 1e-5);
      }
    }
  });
});
