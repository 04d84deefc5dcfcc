import type { Cell, ResolvedDesign } from "./cells.ts";
import { cellOf } from "./orderRows.ts";
import type { ReplicationKey } from "./replicationKeys.ts";
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

/** What came of a replication that was run elsewhere. */
export type ReplicationOutcome =
  | { readonly ok: true; readonly value: readonly EstimateRow[] }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** The rows of a replication; where there are none (its worker died), one failure row a method with the cause. */
export function rowsOfOutcome(
  design: ResolvedDesign,
  { cell, replication }: ReplicationKey,
  outcome: ReplicationOutcome,
): readonly EstimateRow[] {
  if (outcome.ok) return outcome.value;
  const { code, message } = outcome.error;
  const of = cellOf(design, cell);
  return of.methods.map((method) => failureRow(of, replication, method.name, code, message));
}
