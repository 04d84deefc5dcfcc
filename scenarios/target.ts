/** A published figure, and how near a simulated one must come. */
export interface Target {
  /** Name of the measure. */
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  /** As printed, or as it follows from what is printed. */
  readonly published: string;
  /** Accepted, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly source: string;
}

/**
 * Figures of a paper that are read together, and how near a calibrated world must come to each of them. A target is met where
 * all its parts are.
 */
export interface CalibrationTarget {
  /** T1, T2, …. */
  readonly name: string;
  readonly meaning: string;
  /** As printed, or as it follows from what is printed. */
  readonly published: string;
  /** In words; the numbers are in the parts. */
  readonly tolerance: string;
  readonly source: string;
  /** Whether a world that misses it misses the paper, however many others it meets. */
  readonly required: boolean;
  /** What it takes to measure it: a recorded panel alone, or regressions fitted to one. */
  readonly needs: "panel" | "fits";
  readonly parts: readonly [TargetPart, ...TargetPart[]];
}

/** One number of a history, and where it must lie. */
export interface TargetPart {
  /** Name of the measure (`study/targets/`). */
  readonly measure: string;
  readonly unit: string;
  /** In the unit of the measure; null where the paper prints nothing that it can be told from. */
  readonly published: number | null;
  /** Accepted, both ends included; −∞ or ∞ where there is no limit. */
  readonly from: number;
  readonly to: number;
  /**
   * Of many histories, the share in which the measure must lie between the two. Without it their mean must. Either way it must
   * in the one history that is judged alone.
   */
  readonly shareOfHistories?: number;
}

/** A claim in words, and what of it can be seen in simulated worlds. */
export interface Proposition {
  readonly name: string;
  readonly claim: string;
  readonly source: string;
  /** Several where one does not cover the claim; none where nothing of it is simulated. */
  readonly checks: readonly PropositionCheck[];
  /** What of the claim is not simulated; empty where all of it is. */
  readonly notSimulated: string;
}

/** A measure of one world is above or below a number, or the same measure of a second world with the same draws. */
export interface PropositionCheck {
  readonly measure: string;
  readonly world: string;
  readonly is: "above" | "below";
  readonly than: number | { readonly world: string };
}
