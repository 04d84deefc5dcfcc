import { closeSync, openSync, readSync } from "node:fs";
import type { ResolvedDesign } from "../../study/cells.ts";
import type { LogPlace } from "../../study/log/logIndex.ts";
import { readLogLine } from "../../study/log/logLine.ts";
import { cellOf, orderRows } from "../../study/orderRows.ts";
import type { ReplicationRows, RowSource } from "../../study/rowSource.ts";
import type { EstimateRow } from "../../study/rows.ts";
import type { RowsAfter } from "../../study/until/rowsOfLooks.ts";
import { WorkFailed } from "../failure.ts";
import { nodeDigest } from "./nodeDigest.ts";
import type { StudyLogs } from "./readLogs.ts";

/** The rows of a study in its logs, read a replication at a time. `close` it when done. */
export interface StoredRows extends RowSource, RowsAfter {
  /** Of one replication; null where it is not there. */
  rowsOf(cell: number, replication: number): readonly EstimateRow[] | null;
  close(): void;
}

const openAtMost = 64;

export function storedRows(design: ResolvedDesign, { index, files }: StudyLogs): StoredRows {
  // The files in use, the longest untouched first.
  const open = new Map<string, number>();
  const descriptor = (path: string): number => {
    const found = open.get(path) ?? openSync(path, "r");
    open.delete(path);
    open.set(path, found);
    for (const [oldest, file] of open) {
      if (open.size <= openAtMost) break;
      closeSync(file);
      open.delete(oldest);
    }
    return found;
  };
  const rowsAt = (cell: number, { file, offset, length }: LogPlace): EstimateRow[] => {
    const path = files[file] ?? "";
    const bytes = Buffer.alloc(length);
    const read = readSync(descriptor(path), bytes, 0, length, offset);
    const found = read === length ? readLogLine(bytes.toString("utf8"), nodeDigest) : null;
    if (found === null) throw new WorkFailed(`${path}: changed while it was read`);
    const { world } = cellOf(design, cell);
    const { replication } = found;
    return orderRows(
      design,
      found.rows.map((row) => ({ world, cell, replication, ...row })),
    );
  };
  const rowsOf = (cell: number, replication: number) => {
    const place = index.locate(cell, replication);
    return place === null ? null : rowsAt(cell, place);
  };
  function* replicationsAfter(cell: number, after: number): Generator<ReplicationRows, void, undefined> {
    for (let replication = after + 1; replication <= index.replications; replication++) {
      const rows = rowsOf(cell, replication);
      if (rows !== null) yield { replication, rows };
    }
  }
  return {
    rowsOf,
    replicationsAfter,
    replicationsOf: (cell) => replicationsAfter(cell, 0),
    close() {
      for (const file of open.values()) closeSync(file);
      open.clear();
    },
  };
}
