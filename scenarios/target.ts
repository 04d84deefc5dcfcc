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
