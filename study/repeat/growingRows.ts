import type { ResolvedDesign } from "../cells.ts";
import { orderRows } from "../orderRows.ts";
import type { ReplicationKey } from "../replicationKeys.ts";
import type { ReplicationRows, RowSource } from "../rowSource.ts";
import type { EstimateRow } from "../rows.ts";

/** The rows of a study that is being run, in memory: replications come in any order and are read in theirs. */
export interface GrowingRows {
  /** A replication that is there already is left as it is: its rows depend on its key alone. */
  add(key: ReplicationKey, rows: readonly EstimateRow[]): void;
  /** In their order; null where the replication is not there. */
  rowsOf(key: ReplicationKey): readonly EstimateRow[] | null;
  /** Replications of a cell that are there, among the first `most`. */
  count(cell: number, most?: number): number;
  /** The largest n for which every cell has its replications 1 to n. */
  complete(): number;
  /** The first `most` replications of each cell, as far as they are there. */
  upTo(most: number): RowSource;
}

export function growingRows(design: ResolvedDesign): GrowingRows {
  const cells = design.cells.map((): (ReplicationRows | undefined)[] => []);
  const ofCell = (cell: number) => {
    const found = cells[cell];
    if (found === undefined) throw new RangeError(`The study has ${cells.length} cells and no cell ${cell}.`);
    return found;
  };
  return {
    add({ cell, replication }, rows) {
      if (!Number.isInteger(replication) || replication < 1)
        throw new RangeError(`Replications are numbered 1, 2, 3 …; found ${replication}.`);
      const found = ofCell(cell);
      found[replication - 1] ??= { replication, rows: orderRows(design, rows) };
    },
    rowsOf: ({ cell, replication }) => ofCell(cell)[replication - 1]?.rows ?? null,
    count: (cell, most = Number.POSITIVE_INFINITY) =>
      ofCell(cell).reduce((sum, each, at) => (each === undefined || at >= most ? sum : sum + 1), 0),
    complete: () => Math.min(...cells.map(completeOf)),
    upTo: (most) => ({
      *replicationsOf(cell) {
        for (const each of ofCell(cell).slice(0, most)) if (each !== undefined) yield each;
      },
    }),
  };
}

function completeOf(replications: readonly (ReplicationRows | undefined)[]): number {
  let complete = 0;
  while (replications[complete] !== undefined) complete++;
  return complete;
}
