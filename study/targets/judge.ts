import type { CalibrationTarget, TargetPart } from "../../scenarios/index.ts";
import type { Measures } from "./measures.ts";

/** Of the 24 targets, how many a world on target meets. */
export const TARGETS_TO_MEET = 19;

/** `notMeasured` where a part was not measured: it counts as not met. */
export type Verdict = "met" | "missed" | "notMeasured";

interface JudgedTargets<Judged extends { readonly target: CalibrationTarget; readonly verdict: Verdict }> {
  readonly targets: readonly Judged[];
  readonly met: number;
  readonly measured: number;
  /** Names of required targets that are not met. */
  readonly requiredMissed: readonly string[];
  /** At least `TARGETS_TO_MEET` are met, all required ones among them. */
  readonly onTarget: boolean;
}

export interface JudgedPart {
  readonly part: TargetPart;
  /** Null where it was not measured; NaN where this history has no value. */
  readonly value: number | null;
  readonly met: boolean;
}

/** One history beside the targets. */
export type JudgedHistory = JudgedTargets<{
  readonly target: CalibrationTarget;
  readonly verdict: Verdict;
  readonly parts: readonly JudgedPart[];
}>;

/** A measure over histories; NaN where none, or too few, have a value. */
export interface PartOverHistories {
  readonly part: TargetPart;
  /** Histories in which it has a value; 0 where it was not measured. */
  readonly histories: number;
  readonly mean: number;
  /** Standard deviation between histories, and that over the root of their number. */
  readonly standardDeviation: number;
  readonly monteCarloError: number;
  /** Of all histories, those in which it lies between the limits. */
  readonly shareInside: number;
  /** Whether the mean lies there; where the part asks for a share of histories, whether it is reached. */
  readonly met: boolean;
}

/** Several histories of one world beside the targets: each part by its mean, or by the share it asks for. */
export interface JudgedWorld
  extends JudgedTargets<{
    readonly target: CalibrationTarget;
    readonly verdict: Verdict;
    readonly parts: readonly PartOverHistories[];
    /** Share of histories that meet the target, each judged alone. */
    readonly shareMet: number;
  }> {
  readonly histories: number;
  /** Share of histories that are on target, each judged alone. */
  readonly shareOnTarget: number;
}

export function judgeHistory(targets: readonly CalibrationTarget[], measures: Measures): JudgedHistory {
  return summed(
    targets.map((target) => {
      const parts = target.parts.map((part) => {
        const value = measures[part.measure] ?? null;
        return { part, value, met: value !== null && isInside(part, value) };
      });
      const measured = parts.every(({ value }) => value !== null);
      return { target, parts, verdict: verdictOf(measured, parts) };
    }),
  );
}

/** @param histories what each was measured to be. */
export function judgeHistories(
  targets: readonly CalibrationTarget[],
  histories: readonly Measures[],
): JudgedWorld {
  const alone = histories.map((measures) => judgeHistory(targets, measures));
  const shareOf = (is: (history: JudgedHistory) => boolean | undefined) =>
    alone.filter((history) => is(history) === true).length / alone.length;
  const judged = targets.map((target, at) => {
    const parts = target.parts.map((part) => partOverHistories(part, histories));
    const measured = parts.every(({ part }) => histories.some((measures) => part.measure in measures));
    const shareMet = shareOf((history) => history.targets[at]?.verdict === "met");
    return { target, parts, verdict: verdictOf(measured, parts), shareMet };
  });
  return {
    ...summed(judged),
    histories: histories.length,
    shareOnTarget: shareOf(({ onTarget }) => onTarget),
  };
}

export function isInside({ from, to }: TargetPart, value: number): boolean {
  return value >= from && value <= to;
}

function partOverHistories(part: TargetPart, histories: readonly Measures[]): PartOverHistories {
  const values = histories
    .map((measures) => measures[part.measure] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value));
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardDeviation = count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1));
  const shareInside = values.filter((value) => isInside(part, value)).length / histories.length;
  const { shareOfHistories } = part;
  return {
    part,
    histories: count,
    mean,
    standardDeviation,
    monteCarloError: standardDeviation / Math.sqrt(count),
    shareInside,
    met: shareOfHistories === undefined ? isInside(part, mean) : shareInside >= shareOfHistories,
  };
}

function verdictOf(measured: boolean, parts: readonly { readonly met: boolean }[]): Verdict {
  if (!measured) return "notMeasured";
  return parts.every(({ met }) => met) ? "met" : "missed";
}

function summed<Judged extends { readonly target: CalibrationTarget; readonly verdict: Verdict }>(
  targets: readonly Judged[],
): JudgedTargets<Judged> {
  const met = targets.filter(({ verdict }) => verdict === "met").length;
  const requiredMissed = targets
    .filter(({ target, verdict }) => target.required && verdict !== "met")
    .map(({ target }) => target.name);
  return {
    targets,
    met,
    measured: targets.filter(({ verdict }) => verdict !== "notMeasured").length,
    requiredMissed,
    onTarget: met >= TARGETS_TO_MEET && requiredMissed.length === 0,
  };
}
