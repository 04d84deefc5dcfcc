import type { ResolvedDesign } from "../cells.ts";
import { isOfInterest } from "../estimands.ts";
import { scaleOf } from "../measures/comparedMethods.ts";
import type { EstimandSummary, StudySummary } from "../summary.ts";

/** Methods whose estimates of one name are of one thing, and so stand on one axis. */
export interface ReportScale {
  /** e.g. `pair probit`. */
  readonly scale: string;
  /** In the order of the design. */
  readonly methods: readonly string[];
  readonly estimands: readonly ReportEstimand[];
}

export interface ReportEstimand {
  readonly estimand: string;
  /** With a valid replication at least, by cell, then method. */
  readonly groups: readonly EstimandSummary[];
}

/** What a report shows: the estimands that the design names, or all but the levels of factors. */
export function shownEstimands({ cells }: ResolvedDesign, { estimands }: StudySummary): EstimandSummary[] {
  return estimands.filter(({ cell, method, estimand }) => {
    const found = cells[cell];
    return found !== undefined && isOfInterest(found, method, estimand);
  });
}

/** The shown estimands with an estimate, by scale and name; everything in the order in which it first stands in the summary. */
export function reportScales(design: ResolvedDesign, summary: StudySummary): ReportScale[] {
  const scales = new Map<string, { methods: Set<string>; estimands: Map<string, EstimandSummary[]> }>();
  for (const each of shownEstimands(design, summary)) {
    const specification = design.cells[each.cell]?.methods.find(({ name }) => name === each.method);
    if (each.valid === 0 || specification === undefined) continue;
    const scale = scaleOf(specification);
    const found = scales.get(scale) ?? { methods: new Set<string>(), estimands: new Map() };
    scales.set(scale, found);
    found.methods.add(each.method);
    const groups = found.estimands.get(each.estimand) ?? [];
    found.estimands.set(each.estimand, groups);
    groups.push(each);
  }
  return [...scales].map(([scale, { methods, estimands }]) => ({
    scale,
    methods: [...methods],
    estimands: [...estimands].map(([estimand, groups]) => ({ estimand, groups })),
  }));
}
