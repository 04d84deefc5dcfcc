import type { Hypothesis } from "../../scenarios/lab/hypotheses.ts";
import type { LabFit } from "./labFit.ts";

/** What a paper says of a claim: its sign and significant at 5 %; the other sign and significant; or not significant. */
export type Finding = "supported" | "opposite" | "notSupported";

/** What one specification says of a claim. */
export interface FindingOfFit {
  readonly specification: string;
  readonly finding: Finding;
  readonly estimate: number;
  readonly pValue: number;
}

/** What is true of a claim in this world; null where the world does not say. */
export interface TrueAnswer {
  readonly holds: boolean | null;
  /** The effect of one more peer on the probability to start, where that is what the claim is about. */
  readonly effect: number | null;
  /** Parameters of the world that make it true; empty where it is not. */
  readonly causes: readonly string[];
}

export interface Conclusion {
  readonly hypothesis: string;
  readonly source: string;
  /** What every fitted specification with the coefficient says. */
  readonly findings: readonly FindingOfFit[];
  /** The one the paper would rest the claim on. */
  readonly decisive: FindingOfFit;
  readonly truth: TrueAnswer;
  /**
   * `right`: reported and true, or not reported and not true. `false-alarm`: reported, not true. `missed`: true, not reported.
   * `reversed`: significant with the wrong sign. `unknown`: the world does not say what is true.
   */
  readonly verdict: "right" | "false-alarm" | "missed" | "reversed" | "unknown";
}

/** The level at which a paper calls a coefficient significant. */
export const SIGNIFICANCE = 0.05;

/** Sign and two-sided significance at 5 %, as the papers read their tables. */
export function findingOf(
  { estimate, pValue }: { readonly estimate: number; readonly pValue: number },
  sign: 1 | -1,
): Finding {
  if (!(pValue <= SIGNIFICANCE)) return "notSupported";
  return estimate * sign > 0 ? "supported" : "opposite";
}

/**
 * What the paper would have concluded from these fits, claim by claim, beside what is true. A claim that no usable fit has a coefficient
 * for is left out.
 */
export function conclusions(
  fits: readonly LabFit[],
  claims: readonly Hypothesis[],
  truths: ReadonlyMap<string, TrueAnswer>,
): readonly Conclusion[] {
  return claims.flatMap((claim): Conclusion[] => {
    const findings = fits.flatMap((fit): FindingOfFit[] => {
      const ours = fit.specification.startsWith(`${claim.family}/`) && fit.model === claim.model;
      if (!ours || !fit.converged) return [];
      const found = fit.terms.find(({ term }) => claim.terms.includes(term));
      if (found === undefined || Number.isNaN(found.pValue)) return [];
      const { estimate, pValue } = found;
      return [{ specification: fit.specification, finding: findingOf(found, claim.sign), estimate, pValue }];
    });
    const decisive =
      findings.find(({ specification }) => specification === claim.decidedBy) ?? findings.at(-1);
    if (decisive === undefined) return [];
    const truth = truths.get(claim.id) ?? { holds: null, effect: null, causes: [] };
    const { id, source } = claim;
    return [
      {
        hypothesis: id,
        source,
        findings,
        decisive,
        truth,
        verdict: verdictOf(decisive.finding, truth.holds),
      },
    ];
  });
}

function verdictOf(finding: Finding, holds: boolean | null): Conclusion["verdict"] {
  if (holds === null) return "unknown";
  if (finding === "opposite") return "reversed";
  if (finding === "supported") return holds ? "right" : "false-alarm";
  return holds ? "missed" : "right";
}
