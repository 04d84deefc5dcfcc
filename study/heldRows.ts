import type { ResolvedDesign } from "./cells.ts";
import { type FlatRows, flatRows } from "./flatRows.ts";
import { cellOf } from "./orderRows.ts";
import type { ReplicationRows, RowSource } from "./rowSource.ts";

/** 128 MB: about two million rows. */
export const HOLD_AT_MOST = 1 << 27;

/**
 * The same rows, of which a cell that was read to its end is held in flat columns, about 64 bytes a row, so that its next
 * reader reads no file. Memory stays bounded whatever the number of replications: where the next cell does not fit, the
 * earlier ones make place, and a cell that does not fit alone is read anew each time.
 *
 * @param atMost bytes to hold.
 */
export function heldRows(design: ResolvedDesign, source: RowSource, atMost = HOLD_AT_MOST): RowSource {
  const held = new Map<number, FlatRows>();
  let bytes = 0;
  function* reading(cell: number): Generator<ReplicationRows, void, undefined> {
    let flat: FlatRows | null = flatRows();
    for (const each of source.replicationsOf(cell)) {
      flat?.add(each);
      if (flat !== null && bytes + flat.bytes() > atMost) {
        held.clear();
        bytes = 0;
        if (flat.bytes() > atMost) flat = null;
      }
      yield each;
    }
    // Not reached where the reader stopped on the way.
    if (flat === null || held.has(cell)) return;
    held.set(cell, flat);
    bytes += flat.bytes();
  }
  return {
    replicationsOf: (cell) => held.get(cell)?.replications(cellOf(design, cell).world, cell) ?? reading(cell),
  };
}
