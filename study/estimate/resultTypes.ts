import type {
  AveragePartialEffect,
  FitTest,
  Frailty,
  SelectionDurationFit,
  TermEstimate,
} from "../../estimators/index.ts";

/** Parts of what `--format json` prints; the whole is `EstimateResult`. */

export type ResultTerm = Omit<TermEstimate, "robustStdError"> & {
  readonly robustStdError: number | null;
  /** The sign of an estimate that is infinite, else null. */
  readonly infinite: "+" | "-" | null;
  /** Of a Cox model and a hazard with gamma frailty: exp(estimate), and of its limits; null of other models. */
  readonly hazardRatio: number | null;
  readonly hazardRatioConfLow: number | null;
  readonly hazardRatioConfHigh: number | null;
};

export type ResultEffect = Omit<AveragePartialEffect, "robustStdError">;

export interface ResultRandomEffect {
  readonly group: string;
  readonly sigma: number;
  readonly sigmaStdError: number;
  readonly sigmaConfLow: number;
  readonly sigmaConfHigh: number;
  readonly rho: number;
  readonly quadrature: number;
  /** Change of the log-likelihood with twice the nodes. */
  readonly quadratureError: number | null;
  /** Of the model with σ = 0, and the likelihood-ratio test against it (a mixture: σ = 0 is a boundary). */
  readonly logLikelihoodPooled: number | null;
  readonly test: FitTest | null;
}

export interface ResultFrailty extends Omit<Frailty, "groups"> {
  readonly group: string;
  /** Null where there is no fit to compare with it. */
  readonly logLikelihoodPooled: number | null;
  /** Of no variance, a boundary. */
  readonly test: FitTest | null;
}

export interface ResultSelection
  extends Pick<
    SelectionDurationFit,
    | "distribution"
    | "selectedObservations"
    | "censored"
    | "shape"
    | "dependence"
    | "logLikelihoodIndependent"
    | "independenceTest"
  > {
  readonly formula: string;
}

export interface ResultLinear {
  /** The effects behind the bar of the formula, and how many levels occur. */
  readonly absorbed: readonly { readonly effects: string; readonly levels: number }[];
  readonly residualStdError: number;
  readonly residualDegreesOfFreedom: number;
  readonly rSquared: number;
  /** Share of the variation within the absorbed effects. */
  readonly withinRSquared: number;
}
