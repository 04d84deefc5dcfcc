import { derivedEstimand } from "../derivedEstimands.ts";
import type { EstimateRow } from "../rows.ts";

/** What a researcher with one panel and one estimate would have concluded, and whether that is so. */
export interface Conclusion {
  /** Whether the test rejects, p ≤ alpha. */
  readonly significant: boolean;
  /** Side of the estimate on which "no effect" does not lie: 1 above, −1 below, 0 at it. */
  readonly direction: -1 | 0 | 1;
  /** Whether the interval holds the truth of this history; null where no truth is defined. */
  readonly covers: boolean | null;
  /** null where no truth is defined. */
  readonly judged: Judgement | null;
}

/**
 * - `found`: significant, with the sign of a true effect;
 * - `wrongSign`: significant, with the sign opposite to it (type S error);
 * - `falseAlarm`: significant where there is no effect (type I error);
 * - `missed`: not significant although there is an effect (type II error);
 * - `rightlyNothing`: not significant where there is none.
 */
export type Judgement = "found" | "wrongSign" | "falseAlarm" | "missed" | "rightlyNothing";

/** The value of an estimand that means "no effect": 1 of a hazard ratio, else 0. */
export function nullValue(estimand: string): number {
  return derivedEstimand(estimand)?.kind === "hazardRatio" ? 1 : 0;
}

/**
 * @param row with an estimate.
 * @param alpha level of the test.
 */
export function conclusionOf(row: EstimateRow, alpha: number): Conclusion {
  const { estimand, estimate, truth, pValue, confLow, confHigh } = row;
  const none = nullValue(estimand);
  const significant = pValue <= alpha;
  const direction = side(estimate - none);
  if (Number.isNaN(truth)) return { significant, direction, covers: null, judged: null };
  const covers = confLow <= truth && truth <= confHigh;
  const effect = side(truth - none);
  return { significant, direction, covers, judged: judgement(significant, direction, effect) };
}

function judgement(significant: boolean, direction: number, effect: number): Judgement {
  if (!significant) return effect === 0 ? "rightlyNothing" : "missed";
  if (effect === 0) return "falseAlarm";
  return direction === effect ? "found" : "wrongSign";
}

function side(difference: number): -1 | 0 | 1 {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}
