import type { Cell } from "./cells.ts";
import type { EstimateRow } from "./rows.ts";

/** The row of a method that gave no estimate: named cause, message, and no number. It is never drawn again. */
export function failureRow(
  cell: Cell,
  replication: number,
  method: string,
  status: string,
  message: string,
): EstimateRow {
  return {
    world: cell.world,
    cell: cell.index,
    replication,
    method,
    estimand: "",
    truth: Number.NaN,
    estimate: Number.NaN,
    stdError: Number.NaN,
    confLow: Number.NaN,
    confHigh: Number.NaN,
    pValue: Number.NaN,
    status,
    message,
  };
}

/** One failure row a method: the whole replication came to nothing. */
export function failureRows(cell: Cell, replication: number, status: string, message: string): EstimateRow[] {
  return cell.methods.map((method) => failureRow(cell, replication, method.name, status, message));
}
