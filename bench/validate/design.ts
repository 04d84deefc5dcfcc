import type { Draws } from "./draws.ts";

/** A parameter's estimate beside its truth. */
export interface EstimateWithTruth {
  readonly term: string;
  readonly truth: number;
  readonly estimate: number;
  readonly stdError: number;
  readonly confLow: number;
  readonly confHigh: number;
}

/** One way of fitting the data of a replication. Fits that did not converge are counted, and left out of all measures. */
export interface FitOutcome {
  readonly fit: string;
  readonly converged: boolean;
  readonly estimates: readonly EstimateWithTruth[];
}

/** Why limits of 95 % are not expected to cover in 95 %. */
export interface KnownException {
  readonly fit: string;
  /** Those concerned; absent: all. */
  readonly terms?: readonly string[];
  readonly because: string;
}

/** A data-generating process whose parameters are known, and the fits that should recover them. */
export interface ValidationDesign {
  /** As on the command line. */
  readonly name: string;
  readonly title: string;
  /** What is drawn and what is fitted, in Markdown. */
  readonly text: string;
  readonly replications: number;
  readonly exceptions: readonly KnownException[];
  /** Draws a data set and fits it. */
  readonly replicate: (draws: Draws) => readonly FitOutcome[];
}
