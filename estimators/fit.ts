import type { Phrase } from "../scenarios/phrase.ts";
import type { LinkName } from "./binary/links/link.ts";

/** One term of a fit, or one effect, in broom's words. NaN in all numbers of a term that was left out. */
export interface TermEstimate {
  readonly term: string;
  readonly estimate: number;
  readonly stdError: number;
  /**
   * From the robust covariance, when one was asked for; statistic, p-value and limits are then made with it, and
   * `stdError` is still the model's own.
   */
  readonly robustStdError?: number;
  /** estimate / its standard error. */
  readonly statistic: number;
  /** Two-sided, standard normal. */
  readonly pValue: number;
  readonly confLow: number;
  readonly confHigh: number;
}

/**
 * Why a fit cannot be taken at its word, or what is to be known about it. Each is a result with a name, never an exception
 * lost. Which of them rule out a finite maximum is said at `Fit.converged`.
 */
export type WarningCode =
  | "not-converged"
  | "separation"
  | "quasi-separation"
  | "monotone-likelihood"
  | "collinear"
  | "empty-category"
  | "constant-outcome"
  | "no-events"
  | "singular-hessian"
  | "sigma-at-boundary"
  | "dependence-at-boundary"
  | "no-exclusion-restriction"
  | "quadrature-too-coarse"
  | "heavy-ties"
  | "exact-too-costly"
  | "one-cluster"
  | "saturated";

/**
 * What a fit has to say about itself. "collinear" and "empty-category" are notes: terms were left out (estimate and standard
 * error NaN, R's NA), and the fit is that of the model without them. Whether a fit can be used is what `Fit.converged` says.
 */
export interface FitWarning {
  readonly code: WarningCode;
  /**
   * The terms it touches, and only those: with "collinear" and "empty-category" the terms that were left out (the message
   * says what they are a combination of), with separation and a monotone likelihood those that decide outcomes. Empty when
   * it touches the whole fit.
   */
  readonly terms: readonly string[];
  /** One sentence for the user: what was found and what to do. */
  readonly message: string;
  /** The same in parts, for whom words it in another language; absent where it is said in English only. */
  readonly said?: Phrase;
}

/** A test of a hypothesis about several parameters, by its χ² statistic. */
export interface FitTest {
  readonly statistic: number;
  /** Degrees of freedom. */
  readonly df: number;
  readonly pValue: number;
}

/** How a robust covariance was made. */
export interface RobustCovarianceType {
  readonly type: "HC0" | "HC1";
  /** Clusters within which rows may depend on each other; null when every row is on its own. */
  readonly clusters: number | null;
}

/** What the fits of all models have. Results are data: nothing in them is a function, and all of it can be cloned. */
export interface Fit {
  readonly model: LinkName | RandomEffectsModel | "gammaFrailty" | "cox" | "linear" | "selectionDuration";
  readonly observations: number;
  readonly terms: readonly TermEstimate[];
  /** Row-major k × k covariance of the parameters in the order of `terms` (random-effects models append ln σ last). */
  readonly covariance: Float64Array;
  /** Sandwich covariance in the order of `covariance`; only when it was asked for. */
  readonly robustCovariance?: Float64Array;
  readonly robust?: RobustCovarianceType;
  readonly logLikelihood: number;
  /**
   * True only when the estimates are a finite, verified maximum: of the model asked for or, with "collinear" or
   * "empty-category" among the warnings, of the model without the terms left out, whose estimates are NaN (as R and Stata
   * converge). False with separation, a monotone likelihood, an outcome without variation, no events, a search that ended
   * early.
   */
  readonly converged: boolean;
  readonly iterations: number;
  readonly warnings: readonly FitWarning[];
}

export interface RandomEffect {
  readonly groups: number;
  readonly sigma: number;
  /** Delta method from the standard error of ln σ. */
  readonly sigmaStdError: number;
  /** Limits of ln σ, exponentiated. */
  readonly sigmaConfLow: number;
  readonly sigmaConfHigh: number;
  /** σ² / (σ² + v): the share of the latent variance that is between groups; v = 1, π²/3, π²/6 for probit, logit, cloglog. */
  readonly rho: number;
  readonly quadratureNodes: number;
  /** Log-likelihood at the estimates with twice the nodes minus the one reported; null when not checked. */
  readonly quadratureError: number | null;
}

export type RandomEffectsModel = "randomEffectsProbit" | "randomEffectsLogit" | "randomEffectsCloglog";

/** `covariance` has ln σ as its last row and column, after the terms. */
export interface RandomEffectsFit extends Fit {
  readonly model: RandomEffectsModel;
  readonly link: LinkName;
  readonly randomEffect: RandomEffect;
  /** −2ℓ + 2k, k the number of parameters estimated, ln σ among them. */
  readonly aic: number;
  /** −2ℓ + k log n, n the number of rows. */
  readonly bic: number;
  /** Of the model with intercept and random effect alone; null when tests were not asked for or it has no maximum. */
  readonly logLikelihoodNull: number | null;
  /** Of the model without the random effect, σ = 0; null as above. */
  readonly logLikelihoodPooled: number | null;
  readonly tests: RandomEffectsTests;
  /**
   * The likelihood-ratio test of σ = 0, which lies on the boundary: the p-value is that of ½χ²₀ + ½χ²₁ (Self & Liang 1987,
   * Journal of the American Statistical Association 82, 605–610, case 5). Null as `logLikelihoodPooled`.
   */
  readonly sigmaTest: FitTest | null;
}

/** Tests that every coefficient but the intercept is zero, σ free; null when not asked for or not to be had. */
export interface RandomEffectsTests {
  readonly likelihoodRatio: FitTest | null;
  /** With the robust covariance when the fit has one. */
  readonly wald: FitTest | null;
  /**
   * At the estimates of the model with intercept and random effect alone, the sum of outer products of the groups' scores as
   * information; null when σ = 0 is the maximum there, or with fewer groups than parameters.
   */
  readonly score: FitTest | null;
}

/** `RandomEffectsFit` with the link probit. */
export interface RandomEffectsProbitFit extends RandomEffectsFit {
  readonly model: "randomEffectsProbit";
  readonly link: "probit";
}

/**
 * A fit of `fitCox`: coefficients are log hazard ratios (`hazardRatio` exponentiates them), with exact ties log odds ratios.
 * The log-likelihood is the partial one.
 */
export interface CoxFit extends Fit {
  readonly model: "cox";
  /** How events at one time were handled. */
  readonly ties: "efron" | "breslow" | "exact";
  /** Rows with the event. */
  readonly events: number;
  /** −2ℓ + 2k, k the number of terms not left out; NaN when nothing was fitted. */
  readonly aic: number;
  /** −2ℓ + k log(events), as R's `BIC`; NaN when nothing was fitted. */
  readonly bic: number;
  /** Only with a penalty: `logLikelihood` and `logLikelihoodNull` then include it. */
  readonly penalty?: "firth";
  /** Log-likelihood with every coefficient zero. */
  readonly logLikelihoodNull: number;
  /** Share of the events that share their time with another event in the same stratum, 0 to 1. */
  readonly tiedShare: number;
  readonly tests: CoxTests;
}

/** Tests that all coefficients are zero; null where there is none to be tested, and when nothing was fitted. */
export interface CoxTests {
  /** Twice the gain in log-likelihood; supposes independent rows. Infinite estimates count. */
  readonly likelihoodRatio: FitTest | null;
  /** Of the finite estimates, with the robust covariance when the fit has one. */
  readonly wald: FitTest | null;
  /** Supposes independent rows; with untied event times and one group variable it is the log-rank test. */
  readonly score: FitTest | null;
  /**
   * The score test with the empirical variance of the clusters' scores; null too without a robust covariance and with a single
   * cluster.
   */
  readonly robustScore: FitTest | null;
}

/** A population-averaged effect on Pr(y = 1), with its delta-method standard error. */
export interface AveragePartialEffect extends TermEstimate {
  /** A finite difference ("one more peer") or a derivative. */
  readonly kind: "difference" | "derivative";
  /**
   * Only where the numbers are NaN, why: the term was left out of the model; a coefficient is infinite or has no limit
   * (separation), or the fit has no maximum; no row is selected.
   */
  readonly reason?: "left-out" | "no-finite-estimate" | "no-rows";
}
