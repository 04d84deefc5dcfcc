/** Places in the result of `BinaryLink.row`. */
export const LOG_LIKELIHOOD = 0;
export const SCORE = 1;
export const CURVATURE = 2;

/** The name of a link, as R's `binomial(link = …)` has it. */
export type LinkName = "probit" | "logit" | "cloglog";

/** How a linear predictor η becomes Pr(y = 1), with what a likelihood and a partial effect need of it. */
export interface BinaryLink {
  readonly name: LinkName;
  /**
   * Writes the log-likelihood ℓ of one outcome, its derivative by η and minus its second derivative (the observed
   * information of η) into the first three places of `result`. All three are finite wherever ℓ is.
   */
  readonly row: (outcome: number, index: number, result: Float64Array) => void;
  /** E(−ℓ″) = p′²/(p(1 − p)): the expected information of η. */
  readonly expectedCurvature: (index: number) => number;
  /** p = Pr(y = 1). */
  readonly probability: (index: number) => number;
  /** p′ = dp/dη. */
  readonly density: (index: number) => number;
  /** p″/p′. */
  readonly relativeSlope: (index: number) => number;
  /** η with the given probability. */
  readonly quantile: (probability: number) => number;
}
