import type { EstimateResult, ResultTerm } from "../../../study/estimate/estimateResult.ts";

/** A term whose two-sided p-value is that of its estimate over its standard error, by hand. */
export function term(name: string, estimate: number, stdError: number, pValue: number): ResultTerm {
  const statistic = estimate / stdError;
  const infinite = Number.isFinite(estimate) || Number.isNaN(estimate) ? null : estimate > 0 ? "+" : "-";
  const limits = { confLow: estimate - 2 * stdError, confHigh: estimate + 2 * stdError };
  const ratios = { hazardRatio: null, hazardRatioConfLow: null, hazardRatioConfHigh: null };
  return {
    term: name,
    estimate,
    stdError,
    robustStdError: null,
    statistic,
    pValue,
    ...limits,
    infinite,
    ...ratios,
  };
}

/** A probit with nothing special, but for what is given. */
export function someFit(given: Partial<EstimateResult>): EstimateResult {
  const plain: Partial<EstimateResult> = {
    model: "probit",
    formula: "y ~ x",
    ties: null,
    information: "observed",
    penalty: null,
    observations: 1200,
    events: 300,
    groups: null,
    robust: null,
    clusters: null,
    dropped: 0,
    missing: [],
    outsideWhere: 0,
    outsideSubset: 0,
    converged: true,
    iterations: 4,
    logLikelihood: -512.3456,
    logLikelihoodNull: -600,
    aic: 1030.691,
    bic: 1045.2,
    confidenceLevel: 0.95,
    terms: [],
    covariance: [],
    robustCovariance: null,
    randomEffect: null,
    linear: null,
    tests: { likelihoodRatio: null, wald: null, score: null, robustScore: null },
    averagePartialEffects: null,
    concordance: null,
    proportionalHazards: null,
    warnings: [],
  };
  // Fields that other models add are absent, as in a result of an earlier version.
  return { ...plain, ...given } as EstimateResult;
}

export const threeFits: readonly EstimateResult[] = [
  someFit({
    terms: [
      term("(Intercept)", -1.2344, 0.1, 1e-20),
      term("size_100%", 0.0301, 0.0151, 0.046),
      term("factor(year)2008", 0.2, 0.11, 0.07),
    ],
    tests: {
      likelihoodRatio: { statistic: 175.3, df: 2, pValue: 1e-30 },
      wald: { statistic: 3.1, df: 2, pValue: 0.21 },
      score: null,
      robustScore: null,
    },
  }),
  someFit({
    model: "randomEffectsProbit",
    formula: "y ~ lag(y) + (1 | firm)",
    terms: [
      { ...term("(Intercept)", -0.4, 0.2, 0.6), robustStdError: 0.9 },
      { ...term("lag(y)", 1.5, 0.2, 1e-10), robustStdError: 0.3 },
    ],
    robust: "HC0",
    robustCovariance: [[0.81]],
    clusters: 50,
    groups: 400,
    dropped: 1200,
    randomEffect: {
      group: "firm",
      sigma: 0.6948,
      sigmaStdError: 0.1812,
      sigmaConfLow: 0.41,
      sigmaConfHigh: 1.16,
      rho: 0.3256,
      quadrature: 12,
      quadratureError: 1e-6,
      logLikelihoodPooled: -520,
      test: { statistic: 15.31, df: 1, pValue: 4.6e-5 },
    },
  }),
  someFit({
    model: "cox",
    ties: "efron",
    formula: "Surv(time, event) ~ good + twice",
    terms: [
      term("good", Number.NEGATIVE_INFINITY, Number.NaN, Number.NaN),
      term("twice", Number.NaN, Number.NaN, Number.NaN),
      term("size_100%", -0.00012, 0.0000456, 0.009),
    ],
    converged: false,
    warnings: [
      { code: "monotone-likelihood", terms: ["good"], message: "good: no event at <1>; its σ & more" },
    ],
  }),
];
