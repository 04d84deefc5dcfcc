import type { PanelColumn } from "../../sim/recording/column.ts";
import { panelColumns } from "../../sim/recording/panelColumns.ts";
import { markdownTable } from "./markdownTable.ts";

/** Every column of the recorded panel, in the order it is written. */
export function columnTable(): string {
  return markdownTable(
    ["column", "kind", "one value a", "unit", "lag", "meaning", "source"],
    panelColumns.map((column) => [
      `\`${column.name}\``,
      column.type,
      column.level,
      column.note.unit,
      lag(column),
      column.note.meaning,
      column.note.source,
    ]),
  );
}

function lag({ note }: PanelColumn): string {
  return note.lag === null ? "" : String(note.lag);
}
