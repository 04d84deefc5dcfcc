/** One estimate of one method in one replication: the unit a study stores, merges and summarises. */
export interface EstimateRow {
  /** The world's name within the design. */
  readonly world: string;
  /** Index of the cell (combination of varied values) within the design, from 0. */
  readonly cell: number;
  /** From 1. */
  readonly replication: number;
  /** Name of the model specification. */
  readonly method: string;
  /** Term name, "sigma", or `averagePartialEffect(term)`; "" on a row that reports a failure. */
  readonly estimand: string;
  /** True value in this replication; NaN where no truth is defined. */
  readonly truth: number;
  readonly estimate: number;
  readonly stdError: number;
  readonly confLow: number;
  readonly confHigh: number;
  readonly pValue: number;
  /** "ok", or the named cause of a failure; never redrawn. */
  readonly status: string;
  /** Sentence for a failure or a warning worth keeping; "" otherwise. */
  readonly message: string;
}
