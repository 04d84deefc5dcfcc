import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
import { checkConfidenceLevel, checkPositive, checkWholeNumber, oneOf } from "../options.ts";
import type { CoxData, TieMethod } from "./coxData.ts";

/** How a Cox model is fitted. */
export interface CoxOptions {
  /** Default "efron". "exact" is for discrete time and few events at one time; its coefficients are log odds ratios. */
  readonly ties?: TieMethod;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton iterations at most. Default 50. */
  readonly maxIterations?: number;
  /** Squared distance to the maximum, in standard errors, at which the last step is taken. Default 1e-18. */
  readonly tolerance?: number;
  /** Starting values of the coefficients, in the order of the terms. Default zeros. */
  readonly start?: Float64Array;
  /**
   * Whether to give a sandwich covariance beside the model's own (Lin and Wei 1989); "HC0" is what it is elsewhere called,
   * and says true. Default: when the data name clusters.
   */
  readonly robust?: boolean | "HC0";
  /**
   * "firth": maximise the likelihood with Firth's penalty instead, for a monotone likelihood or few events
   * (`firthLikelihood`). Log-likelihoods, and the likelihood-ratio test, are then the penalised ones. Default: none.
   */
  readonly penalty?: "firth";
}

/** Options with their defaults, for `terms` coefficients. */
export interface CoxSettings {
  readonly ties: TieMethod;
  readonly start: Float64Array;
  readonly robust: boolean;
  readonly firth: boolean;
  readonly confidenceLevel: number;
  readonly search: { readonly maxIterations: number; readonly tolerance: number };
}

/**
 * @throws InvalidInput for values that an option does not have, for starting values of the wrong length, for case weights, a robust covariance or a penalty with
 *   exact ties, and for a robust covariance of penalised estimates.
 */
export function coxSettings(data: CoxData, options: CoxOptions, terms: number): CoxSettings {
  oneOf("ties", options.ties, ["efron", "breslow", "exact"]);
  oneOf("penalty", options.penalty, ["firth"]);
  if (typeof options.robust !== "boolean") oneOf("robust", options.robust, ["HC0"]);
  checkConfidenceLevel(options.confidenceLevel);
  checkWholeNumber("maxIterations", options.maxIterations, 0);
  checkPositive("tolerance", options.tolerance);
  const ties = options.ties ?? "efron";
  const firth = options.penalty === "firth";
  const robust =
    options.robust === undefined ? data.cluster !== undefined && !firth : options.robust !== false;
  const refuse = (path: string, found: Said, expected: Said): never => {
    throw new InvalidInput({ path, found, expected });
  };
  if (ties === "exact") {
    // The exact method knows no part of the likelihood that is a row's own.
    const expected = phrase`none with exact ties; use ties "efron"`;
    if (data.weights) refuse("weights", phrase`case weights`, expected);
    if (robust) refuse("robust", phrase`a robust covariance`, expected);
    if (firth) refuse("penalty", "firth", expected);
  }
  if (robust && firth) refuse("robust", phrase`a robust covariance`, phrase`none with a penalty`);
  const start = options.start ?? new Float64Array(terms);
  if (start.length !== terms || !start.every(Number.isFinite)) {
    refuse("start", phrase`${start.length} values`, phrase`${terms} finite numbers`);
  }
  return {
    ties,
    start,
    robust,
    firth,
    confidenceLevel: options.confidenceLevel ?? 0.95,
    // With the penalty the steps are not quite Newton's, and more of them are needed.
    search: {
      maxIterations: options.maxIterations ?? (firth ? 500 : 50),
      tolerance: options.tolerance ?? 1e-18,
    },
  };
}
