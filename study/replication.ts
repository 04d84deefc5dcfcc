import { simulate } from "../sim/index.ts";
import type { ResolvedDesign } from "./cells.ts";
import { estimateHistory } from "./estimateHistory.ts";
import { failureRow } from "./failureRows.ts";
import { neededColumns } from "./neededColumns.ts";
import { cellOf } from "./orderRows.ts";
import type { EstimateRow } from "./rows.ts";

/**
 * One replication of one cell: a simulated history, each method fitted to it, one row an estimand. The rows depend on
 * the design's seed, the cell and the replication's number (from 1) alone.
 *
 * A method that fails gives one row with the cause as its status; a simulation that fails gives one such row a method.
 *
 * @throws RangeError when the design has no such cell.
 */
export function runReplication(design: ResolvedDesign, cell: number, replication: number): EstimateRow[] {
  const of = cellOf(design, cell);
  const { seed, alpha, failure } = design.design;
  try {
    const key = { seed, condition: of.condition, replication };
    const history = simulate(of.scenario, key, { columns: neededColumns(of.methods) });
    return estimateHistory(history, of, replication, 1 - alpha, failure, key);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return of.methods.map((method) => failureRow(of, replication, method.name, "error", message));
  }
}
