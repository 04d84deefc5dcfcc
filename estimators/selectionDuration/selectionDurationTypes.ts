import type { RobustOptions } from "../covariance/robustOptions.ts";
import type { Fit, FitTest } from "../fit.ts";
import {
  checkBoolean,
  checkConfidenceLevel,
  checkFiniteColumn,
  checkPositive,
  checkWholeNumber,
  oneOf,
} from "../options.ts";
import type { DependenceName } from "./dependenceModel.ts";

/** How a model of selection and duration is fitted. */
export interface SelectionDurationOptions extends RobustOptions {
  /**
   * How selection and duration hang together. "fgm" (default): Boehmke, Morey & Shannon (2006), with Pr(selected) =
   * exp(−exp(−w'γ)); correlations up to ±0.25 only. "gaussian": probit selection and a Gaussian copula, any correlation.
   */
  readonly dependence?: DependenceName;
  /** Durations given the covariates; "exponential" is the Weibull with shape 1. Default "weibull". */
  readonly distribution?: "weibull" | "exponential";
  /** One positive number a row, by which its log-likelihood counts. Default 1. */
  readonly weights?: ArrayLike<number>;
  /**
   * Where the search starts: coefficients in the order of `terms`, then ln p (not with "exponential"), then atanh of the
   * dependence. Default: the two models apart, with no dependence and with a correlation of ±0.5 of its bound.
   */
  readonly start?: ArrayLike<number>;
  /**
   * Fit the model without columns too, for `tests` and the log-likelihood they compare with. Default true; false saves the time
   * where fits are many.
   */
  readonly tests?: boolean;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton steps of one search. Default 100. */
  readonly maxIterations?: number;
  /** Converged when g'(−H)⁻¹g, the squared distance to the maximum in standard errors, falls below it. Default 1e-12. */
  readonly tolerance?: number;
}

/** Throws an InvalidInput for an option that is none of those described. */
export function checkSelectionDurationOptions(options: SelectionDurationOptions): void {
  oneOf("dependence", options.dependence, ["fgm", "gaussian"]);
  oneOf("distribution", options.distribution, ["weibull", "exponential"]);
  oneOf("robust", options.robust, ["HC0", "HC1"]);
  checkBoolean("clusterAdjustment", options.clusterAdjustment);
  checkBoolean("tests", options.tests);
  checkFiniteColumn("start", options.start);
  checkConfidenceLevel(options.confidenceLevel);
  checkWholeNumber("maxIterations", options.maxIterations, 0);
  checkPositive("tolerance", options.tolerance);
}

/** A parameter that is not a coefficient, with limits that respect its range. */
export interface BoundedEstimate {
  readonly estimate: number;
  /** Delta method; from the robust covariance when there is one. */
  readonly stdError: number;
  readonly confLow: number;
  readonly confHigh: number;
}

/** How selection and duration hang together, by the parameter of the model and as a correlation. */
export interface SelectionDurationDependence extends BoundedEstimate {
  readonly kind: DependenceName;
  /** What `estimate` is: α of the Farlie–Gumbel–Morgenstern density, or ρ of the Gaussian copula. */
  readonly parameter: "alpha" | "rho";
  /** atanh of the estimate, the parameter of the search; ±Infinity at the bound. */
  readonly atanh: number;
  readonly atanhStdError: number;
  /**
   * Correlation of the selection's error with the duration: with "fgm" α/4, of the unit exponential Y₁ and the integrated
   * hazard; with "gaussian" ρ, of the normal error and the normal score of the duration. Positive: those who are
   * selected for reasons not among the covariates last longer.
   */
  readonly correlation: number;
  readonly correlationStdError: number;
  /** The largest absolute correlation that the model can express: 0.25 with "fgm", 1 with "gaussian". */
  readonly bound: number;
}

/** Tests that every coefficient of both equations but the intercepts is zero; null when not asked for or not to be had. */
export interface SelectionDurationTests {
  readonly likelihoodRatio: FitTest | null;
  /** Of the coefficients with a finite estimate; with the robust covariance when the fit has one. */
  readonly wald: FitTest | null;
  /**
   * At the estimates of the model with the intercepts alone, the sum of outer products of the rows' scores as information; null
   * when its dependence is at the bound.
   */
  readonly score: FitTest | null;
}

/** A model of selection and duration. */
export interface SelectionDurationFit extends Fit {
  /**
   * `covariance` is in the order of `terms`, then ln p (not with "exponential"), then atanh of the dependence.
   */
  readonly model: "selectionDuration";
  readonly distribution: "weibull" | "exponential";
  readonly selectedObservations: number;
  /** Selected rows of which the duration ended. */
  readonly events: number;
  /** Selected rows of which it did not. */
  readonly censored: number;
  /** p of the Weibull; null with "exponential", where it is 1. Above 1 the hazard rises with time. */
  readonly shape: BoundedEstimate | null;
  readonly dependence: SelectionDurationDependence;
  /** Of the two models apart: selection on all rows, duration on the selected ones. */
  readonly logLikelihoodIndependent: number;
  /**
   * Of the model with the intercepts alone, shape and dependence of its own; null when tests were not asked for, or it has no
   * maximum.
   */
  readonly logLikelihoodNull: number | null;
  readonly tests: SelectionDurationTests;
  /** −2ℓ + 2k, k the number of parameters estimated. */
  readonly aic: number;
  /** −2ℓ + k log n, n the number of rows. */
  readonly bic: number;
  /**
   * That selection and duration are independent given the covariates. The likelihood ratio takes the rows as independent;
   * Wald's is (atanh/its standard error)², robust when asked for, and NaN at the bound.
   */
  readonly independenceTest: { readonly likelihoodRatio: FitTest; readonly wald: FitTest };
}
