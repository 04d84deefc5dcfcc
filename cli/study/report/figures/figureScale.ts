import type { KeptEstimates } from "../../../../study/report/keptEstimates.ts";
import type { EstimandSummary } from "../../../../study/summary.ts";

/** What the figures of one scale are drawn from: methods whose estimates stand on common axes. */
export interface FigureScale {
  /** In words, e.g. `probit of pairs`. */
  readonly name: string;
  /** For names of files. */
  readonly id: string;
  readonly methods: readonly string[];
  readonly estimands: readonly FigureEstimand[];
  /** Groups of the scale, drawn or not. */
  readonly groups: number;
}

export interface FigureEstimand {
  readonly estimand: string;
  /** Every group of the estimand. */
  readonly groups: readonly EstimandSummary[];
  /** The groups that are drawn estimate by estimate. */
  readonly kept: readonly KeptEstimates[];
}

/** The first of each estimand, about `most` in all, and two of each at least. */
export function shareOut<Plot extends { readonly group: EstimandSummary }>(
  plots: readonly Plot[],
  most: number,
): Plot[] {
  const estimands = new Set(plots.map(({ group }) => group.estimand)).size;
  const each = Math.max(2, Math.floor(most / estimands));
  const taken = new Map<string, number>();
  return plots.filter(({ group: { estimand } }) => {
    const count = (taken.get(estimand) ?? 0) + 1;
    taken.set(estimand, count);
    return count <= each;
  });
}
