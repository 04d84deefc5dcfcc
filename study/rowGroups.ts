import type { Table } from "../panel/table.ts";
import type { ResolvedDesign } from "./cells.ts";
import type { RowSource } from "./rowSource.ts";
import type { EstimateRow } from "./rows.ts";
import { rowsTable } from "./rowsTable.ts";

const rowsPerGroup = 32_768;

/**
 * All rows of a study in their order as tables of at most 32,768 rows (more only where one replication has more), which
 * follow from the rows alone.
 */
export function* rowGroups(design: ResolvedDesign, source: RowSource): Generator<Table, void, undefined> {
  let group: EstimateRow[] = [];
  for (const { index } of design.cells) {
    for (const { rows } of source.replicationsOf(index)) {
      if (group.length > 0 && group.length + rows.length > rowsPerGroup) {
        yield rowsTable(group);
        group = [];
      }
      for (const row of rows) group.push(row);
    }
  }
  if (group.length > 0) yield rowsTable(group);
}
