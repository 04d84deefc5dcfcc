import type { ReplicationRows } from "../rowSource.ts";
import type { PowerPoint } from "./powerCounts.ts";

/**
 * The replications of one cell as a point of a power curve.
 *
 * @param rows of the cell, by number of the replication.
 */
export function pointOfRows(
  rows: Iterable<ReplicationRows>,
  { value, estimand, alpha }: { readonly value: number; readonly estimand: string; readonly alpha: number },
): PowerPoint {
  const found: number[] = [];
  const sums = { estimate: 0, stdError: 0, truth: 0 };
  let failed = 0;
  let positive = 0;
  let rejected = 0;
  for (const replication of rows) {
    const row = replication.rows.find((each) => each.estimand === estimand && each.status === "ok");
    const rejects = row !== undefined && row.pValue <= alpha;
    found.push(rejects ? 1 : 0);
    if (row === undefined) {
      failed++;
      continue;
    }
    if (rejects) rejected++;
    if (rejects && row.estimate > 0) positive++;
    sums.estimate += row.estimate;
    sums.stdError += row.stdError;
    sums.truth += row.truth;
  }
  const valid = found.length - failed;
  return {
    value,
    found: Uint8Array.from(found),
    failed,
    positive: positive / rejected,
    estimate: sums.estimate / valid,
    stdError: sums.stdError / valid,
    truth: sums.truth / valid,
  };
}
