import type { ResolvedDesign } from "../cells.ts";
import { type FlatRows, flatRows } from "../flatRows.ts";
import { HOLD_AT_MOST } from "../heldRows.ts";
import { cellOf } from "../orderRows.ts";
import type { ReplicationRows, RowSource } from "../rowSource.ts";

/** Rows that can be read on from a replication of a cell. */
export interface RowsAfter {
  /** Those of a cell after replication `after`, in their order. */
  replicationsAfter(cell: number, after: number): Iterable<ReplicationRows>;
}

/**
 * The rows of the looks at a study that stops by a rule: those of earlier looks are held, so that a look reads only what is
 * new. Sums cannot be carried on to the last bit, since they are about a mean that moves; so every look sums anew.
 *
 * @param lastOf the last replication of a cell that this look counts. Up to it all are there.
 * @param atMost bytes to hold; a cell with which they would be exceeded is read anew at each look.
 * @returns what takes the source as it is at a look.
 */
export function rowsOfLooks(
  design: ResolvedDesign,
  lastOf: (cell: number) => number,
  atMost = HOLD_AT_MOST,
): (source: RowsAfter) => RowSource {
  const held = new Map<number, { readonly rows: FlatRows; last: number }>();
  // Cells that grew beyond what can be held.
  const readAnew = new Set<number>();
  let bytes = 0;
  return (source) => ({
    *replicationsOf(cell) {
      const most = lastOf(cell);
      let known = readAnew.has(cell) ? null : (held.get(cell) ?? { rows: flatRows(), last: 0 });
      if (known !== null && !held.has(cell)) {
        held.set(cell, known);
        bytes += known.rows.bytes();
      }
      if (known !== null) yield* known.rows.replications(cellOf(design, cell).world, cell);
      for (const each of source.replicationsAfter(cell, known?.last ?? 0)) {
        if (each.replication > most) break;
        if (known !== null) {
          bytes -= known.rows.bytes();
          known.rows.add(each);
          known.last = each.replication;
          bytes += known.rows.bytes();
          if (bytes > atMost) {
            bytes -= known.rows.bytes();
            held.delete(cell);
            readAnew.add(cell);
            known = null;
          }
        }
        yield each;
      }
    },
  });
}
