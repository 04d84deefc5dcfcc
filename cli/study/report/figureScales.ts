import type { ResolvedDesign } from "../../../study/cells.ts";
import { keepEstimates } from "../../../study/report/keptEstimates.ts";
import { reportScales } from "../../../study/report/shownEstimands.ts";
import type { RowSource } from "../../../study/rowSource.ts";
import type { StudySummary } from "../../../study/summary.ts";
import type { FigureScale } from "./figures/figureScale.ts";

/** Rows of estimates that the figures of a scale share out among its estimands. */
const MOST_ROWS = 160;
const LEAST_ROWS = 4;

const MODELS: Readonly<Record<string, string>> = {
  probit: "probit",
  cox: "Cox",
  conditionalLogit: "conditional logit",
};

/** What the figures are drawn from. The estimates are read from the rows in one round, a bounded number of them. */
export function figureScales(
  design: ResolvedDesign,
  source: RowSource,
  summary: StudySummary,
): FigureScale[] {
  const scales = reportScales(design, summary).map((scale) => {
    const each = Math.max(LEAST_ROWS, Math.floor(MOST_ROWS / scale.estimands.length));
    const estimands = scale.estimands.map(({ estimand, groups }) => ({
      estimand,
      groups,
      drawn: groups.slice(0, each),
    }));
    return { ...scale, estimands };
  });
  const kept = new Map(
    keepEstimates(
      source,
      scales.flatMap(({ estimands }) => estimands.flatMap(({ drawn }) => drawn)),
    ).map((each) => [each.group, each]),
  );
  return scales.map(({ scale, methods, estimands }) => {
    const [unit = "", model = ""] = scale.split(" ");
    return {
      name: `${MODELS[model] ?? model} of ${unit}s`,
      id: `${unit}-${model}`,
      methods,
      estimands: estimands.map(({ estimand, groups, drawn }) => ({
        estimand,
        groups,
        kept: drawn.flatMap((group) => kept.get(group) ?? []),
      })),
      groups: estimands.reduce((sum, { groups }) => sum + groups.length, 0),
    };
  });
}
