import type { ResolvedDesign } from "./cells.ts";
import { orderRows } from "./orderRows.ts";
import type { EstimateRow } from "./rows.ts";

/** The rows of one replication, in their order. */
export interface ReplicationRows {
  readonly replication: number;
  readonly rows: readonly EstimateRow[];
}

/** The rows of a study wherever they are kept, replication by replication, so that nobody needs all of them at once. */
export interface RowSource {
  /** Of a cell, by number of the replication; may be asked for more than once, and gives the same. */
  replicationsOf(cell: number): Iterable<ReplicationRows>;
}

/** Rows in memory, given in any order. */
export function rowsInMemory(design: ResolvedDesign, rows: Iterable<EstimateRow>): RowSource {
  const byCell = new Map<number, { replication: number; rows: EstimateRow[] }[]>();
  for (const row of orderRows(design, rows)) {
    const ofCell = byCell.get(row.cell) ?? [];
    byCell.set(row.cell, ofCell);
    const last = ofCell.at(-1);
    if (last?.replication === row.replication) last.rows.push(row);
    else ofCell.push({ replication: row.replication, rows: [row] });
  }
  return { replicationsOf: (cell) => byCell.get(cell) ?? [] };
}
