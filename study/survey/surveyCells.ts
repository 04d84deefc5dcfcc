import type { SampleMoments } from "../../estimators/index.ts";
import { exactBinomialInterval } from "../../numerics/binomialInterval.ts";
import { studentTwoSidedQuantile } from "../../numerics/studentT.ts";
import { isOutside, type Spread, spreadOf } from "../replicate/spread.ts";
import type { PrintedCell } from "./printedCells.ts";

/** What a survey of a simulated world has where the paper prints a number. */
export interface SurveyCell {
  readonly published: PrintedCell | null;
  /** Percentage or mean over surveys; `histories` are the surveys that have one. */
  readonly ours: Spread;
  /** Firms that answered, on average over surveys. */
  readonly observations: number;
  /** Between which true values the printed number can be a draw, at 95 %; null where it cannot be told. */
  readonly interval: Range | null;
  /** Whether ours is beyond that interval by more than two standard errors of its own; null where it cannot be told. */
  readonly differs: boolean | null;
  /** Whether the printed number can hardly be one more survey of this world; null where it cannot be told. */
  readonly outside: boolean | null;
}

/**
 * One cell over surveys.
 *
 * The printed number has a sampling error: of a share the exact limits of its count (Clopper & Pearson 1934), of a mean
 * ± t₀.₉₇₅(n − 1) s / √n with n and s those of our surveys, as the paper prints neither. Ours differs where mean ± 2 errors lies
 * outside; the error is sd / √surveys, of one survey the sampling error of its answers; where nobody or everybody
 * answers so, the exact limits of the answers of all surveys stand for mean ± 2 errors.
 *
 * @param moments of the group's answers, a survey each.
 * @param comparable false where the printed number is in doubt.
 */
export function surveyCell(
  published: PrintedCell | null,
  moments: readonly SampleMoments[],
  isShare: boolean,
  comparable: boolean,
): SurveyCell {
  const scale = isShare ? 100 : 1;
  const answered = moments.filter(({ observations }) => observations > 0);
  const ours = spreadOf(answered.map(({ mean }) => scale * mean));
  const observations = meanOf(moments.map((each) => each.observations));
  const within = scale * scale * meanOf(answered.map(withinVariance(isShare)));
  const interval = published === null ? null : sampling(published, within, observations, isShare);
  const known = comparable && published !== null && ours.histories > 0;
  const range = isShare ? shareRange(answered, ours) : meanRange(ours, within, observations);
  return {
    published,
    ours,
    observations,
    interval,
    differs: known && interval !== null ? range.high < interval.low || range.low > interval.high : null,
    outside: known ? isOutside({ estimate: published.value, stdError: Number.NaN }, ours) : null,
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function shareRange(answered: readonly SampleMoments[], ours: Spread): Range {
  const total = answered.reduce((sum, { observations }) => sum + observations, 0);
  const count = Math.round(answered.reduce((sum, { observations, mean }) => sum + observations * mean, 0));
  if (total > 0 && (count === 0 || count === total)) {
    const { low, high } = exactBinomialInterval(count, total);
    return { low: 100 * low, high: 100 * high };
  }
  const share = count / total;
  return meanRange(ours, 10_000 * share * (1 - share), total);
}

function meanRange({ mean, sd, histories }: Spread, within: number, observations: number): Range {
  const error = histories > 1 ? sd / Math.sqrt(histories) : Math.sqrt(within / observations);
  return { low: mean - 2 * error, high: mean + 2 * error };
}

/** A share's is p (1 − p): one of a single answer has it, too. */
const withinVariance =
  (isShare: boolean) =>
  ({ mean, variance }: SampleMoments) =>
    isShare ? mean * (1 - mean) : variance;

function sampling(
  { value, count, base }: PrintedCell,
  within: number,
  observations: number,
  isShare: boolean,
): SurveyCell["interval"] {
  if (isShare) {
    if (count === null || base === null || count > base) return null;
    const { low, high } = exactBinomialInterval(count, base);
    return { low: 100 * low, high: 100 * high };
  }
  const margin = studentTwoSidedQuantile(0.05, observations - 1) * Math.sqrt(within / observations);
  return Number.isFinite(margin) ? { low: value - margin, high: value + margin } : null;
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
