import type { DesignOfVerdict } from "../design.ts";
import { averagePartialEffectName } from "../estimands.ts";
import type { EstimateRow } from "../rows.ts";
import type { Verdict } from "../verdict/verdict.ts";

/** What the distribution of a cell is of: an average partial effect in thousandths of a probability, a coefficient, or a p-value. */
export type ShownQuantity = "effect" | "coefficient" | "pValue";

/** What one method gave in each history of one cell. */
export interface CellEstimates {
  readonly cell: number;
  readonly method: string;
  readonly quantity: ShownQuantity;
  /** In the unit of the quantity; NaN where it is not known or a p-value has none. */
  readonly truth: number;
  readonly replications: readonly number[];
  /** NaN where the history gave no estimate. */
  readonly values: readonly number[];
}

const THOUSANDTHS = 1000;

/**
 * The estimates behind a label: the average partial effect where the method estimates one, the p-value of a test that estimates nothing, else the
 * coefficient that is tested. In a world without effect the truth of a coefficient is 0 as well, and that of a placebo is 0 everywhere.
 *
 * @param rows of the study, in any order.
 */
export function cellEstimates(
  rows: readonly EstimateRow[],
  { effect, placebos = {}, tests = [] }: DesignOfVerdict,
  { worlds, specifications, tests: tested, placebos: warned }: Verdict,
): readonly CellEstimates[] {
  const partial = averagePartialEffectName(effect);
  const byCell = new Map<string, EstimateRow[]>();
  for (const row of rows) {
    const key = `${row.cell} ${row.method}`;
    const of = byCell.get(key) ?? [];
    of.push(row);
    byCell.set(key, of);
  }
  return [...specifications, ...tested, ...warned].map(({ cell, method }) => {
    const of = byCell.get(`${cell} ${method}`) ?? [];
    const world = worlds.find((each) => each.cell === cell)?.truth ?? Number.NaN;
    const placebo = Object.hasOwn(placebos, method) ? placebos[method] : undefined;
    const isTest = tests.includes(method);
    const hasPartial = placebo === undefined && !isTest && of.some(({ estimand }) => estimand === partial);
    const estimand = hasPartial ? partial : (placebo ?? effect);
    const found = new Map(
      of
        .filter((row) => row.estimand === estimand && row.status === "ok")
        .map((row) => [row.replication, row]),
    );
    const replications = [...new Set(of.map(({ replication }) => replication))].sort((a, b) => a - b);
    const quantity = hasPartial ? "effect" : isTest ? "pValue" : "coefficient";
    const scale = hasPartial ? THOUSANDTHS : 1;
    const noEffect = placebo !== undefined || world === 0;
    return {
      cell,
      method,
      quantity,
      truth: hasPartial ? scale * world : !isTest && noEffect ? 0 : Number.NaN,
      replications,
      values: replications.map((replication) => {
        const row = found.get(replication);
        return row === undefined ? Number.NaN : isTest ? row.pValue : scale * row.estimate;
      }),
    };
  });
}
