import type { ResolvedDesign } from "../cells.ts";
import { flatRows } from "../flatRows.ts";
import { orderRows } from "../orderRows.ts";
import type { ReplicationKey } from "../replicationKeys.ts";
import type { ReplicationRows, RowSource } from "../rowSource.ts";
import type { EstimateRow } from "../rows.ts";

/** The rows of a study that is being run, in memory: replications come in any order and are read in theirs. */
export interface GrowingRows {
  /** A replication that is there already is left as it is: its rows depend on its key alone. */
  add(key: ReplicationKey, rows: readonly EstimateRow[]): void;
  has(key: ReplicationKey): boolean;
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
  const cells = design.cells.map(({ world, index }) => growingCell(world, index));
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
      if (!found.has(replication)) found.add({ replication, rows: orderRows(design, rows) });
    },
    has: ({ cell, replication }) => ofCell(cell).has(replication),
    rowsOf: ({ cell, replication }) => ofCell(cell).rowsOf(replication),
    count: (cell, most = Number.POSITIVE_INFINITY) => ofCell(cell).count(most),
    complete: () => Math.min(...cells.map((cell) => cell.complete())),
    upTo: (most) => ({ replicationsOf: (cell) => ofCell(cell).upTo(most) }),
  };
}

/**
 * One cell: its replications 1 to n without a gap in flat columns, some 64 bytes a row, and those that came before their turn, which are few,
 * as they are.
 */
function growingCell(world: string, cell: number) {
  const flat = flatRows();
  const early = new Map<number, ReplicationRows>();
  let complete = 0;
  const has = (replication: number) => replication <= complete || early.has(replication);
  return {
    has,
    add(one: ReplicationRows): void {
      early.set(one.replication, one);
      for (let next = early.get(complete + 1); next !== undefined; next = early.get(complete + 1)) {
        flat.add(next);
        complete++;
        early.delete(complete);
      }
    },
    rowsOf(replication: number): readonly EstimateRow[] | null {
      if (replication <= complete) return flat.at(replication - 1, world, cell).rows;
      return early.get(replication)?.rows ?? null;
    },
    count: (most: number) =>
      Math.min(complete, most) + [...early.keys()].filter((replication) => replication <= most).length,
    complete: () => complete,
    *upTo(most: number): Generator<ReplicationRows, void, undefined> {
      for (let at = 0; at < Math.min(complete, most); at++) yield flat.at(at, world, cell);
      const rest = [...early.keys()].filter((replication) => replication <= most);
      for (const replication of rest.sort((a, b) => a - b)) {
        const found = early.get(replication);
        if (found !== undefined) yield found;
      }
    },
  };
}
