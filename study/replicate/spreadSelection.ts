import { exp } from "../../numerics/elementary.ts";
import type { RepeatedSelection, StartingTerm } from "./repeatedSelection.ts";
import type { ReplicatedEstimate } from "./replicatedModel.ts";
import { type Spread, spreadOf } from "./spread.ts";

export interface SpreadSelectionTerm extends Spread {
  readonly variable: string;
  readonly label: string;
  /** Of the model without selection; null where the paper prints none. */
  readonly published: ReplicatedEstimate | null;
  /** exp(mean) of staying; null of starting. */
  readonly hazardRatio: number | null;
  readonly meanStdError: number;
  readonly estimates: readonly number[];
  readonly stdErrors: readonly number[];
}

/** The two-stage check over histories; terms of staying are log hazard ratios. */
export interface SpreadSelection {
  readonly specification: string;
  readonly of: RepeatedSelection["of"];
  readonly said: string;
  readonly converged: number;
  readonly pairs: Spread;
  readonly started: Spread;
  readonly cameBack: Spread;
  readonly starting: readonly SpreadSelectionTerm[];
  readonly staying: readonly SpreadSelectionTerm[];
  readonly shape: Spread;
  readonly correlation: Spread & {
    readonly bound: number;
    /** Histories in which the likelihood is highest at the bound. */
    readonly atBound: number;
    readonly estimates: readonly number[];
  };
  /** Histories in which independence is rejected at 5 %. */
  readonly dependent: number;
}

/** Null without a history. */
export function spreadSelection(all: readonly RepeatedSelection[]): SpreadSelection | null {
  const [first] = all;
  if (first === undefined) return null;
  const over = (value: (each: RepeatedSelection) => number) => spreadOf(all.map(value));
  type Term = StartingTerm & { readonly published?: ReplicatedEstimate | null };
  const terms = (of: (each: RepeatedSelection) => readonly Term[]) =>
    of(first).map(({ variable, label, ours, published = null }, at) => {
      const estimates = all.map((each) => of(each)[at]?.ours.estimate ?? Number.NaN);
      const stdErrors = all.map((each) => of(each)[at]?.ours.stdError ?? Number.NaN);
      const meanStdError = spreadOf(stdErrors).mean;
      const spread = spreadOf(estimates);
      const hazardRatio = ours.hazardRatio === null ? null : exp(spread.mean);
      return { variable, label, published, ...spread, hazardRatio, meanStdError, estimates, stdErrors };
    });
  return {
    specification: first.specification,
    of: first.of,
    said: first.said,
    converged: all.filter(({ converged }) => converged).length,
    pairs: over(({ pairs }) => pairs),
    started: over(({ started }) => started),
    cameBack: over(({ cameBack }) => cameBack),
    starting: terms(({ starting }) => starting),
    staying: terms(({ staying }) => staying),
    shape: over(({ shape }) => shape.estimate),
    correlation: {
      ...over(({ correlation }) => correlation.estimate),
      bound: first.correlation.bound,
      atBound: all.filter(({ correlation }) => correlation.atBound).length,
      estimates: all.map(({ correlation }) => correlation.estimate),
    },
    dependent: all.filter(({ independence }) => independence !== null && independence.pValue < 0.05).length,
  };
}
