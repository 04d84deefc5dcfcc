import type { EstimateRow } from "../rows.ts";
import type { ComparedMethods } from "./comparedMethods.ts";

/** An estimate beside those of the methods it is compared with in the same replication. */
export interface RowOnSameData {
  readonly row: EstimateRow;
  /** Null where the reference is not valid. */
  readonly reference: EstimateRow | null;
  /** Whether every compared method is valid. */
  readonly complete: boolean;
}

/** The valid rows of a replication whose methods are compared with others. */
export function* rowsOnSameData(
  rows: readonly EstimateRow[],
  comparedOf: (row: EstimateRow) => ComparedMethods | null,
): Generator<RowOnSameData, void, undefined> {
  const valid = new Map<ComparedMethods, EstimateRow[]>();
  for (const row of rows) {
    const compared = row.status === "ok" ? comparedOf(row) : null;
    if (compared === null || compared.methods.length < 2) continue;
    const others = valid.get(compared) ?? [];
    others.push(row);
    valid.set(compared, others);
  }
  for (const [{ methods }, found] of valid) {
    const reference = found.find(({ method }) => method === methods[0]) ?? null;
    for (const row of found) yield { row, reference, complete: found.length === methods.length };
  }
}
