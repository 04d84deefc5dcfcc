import type { Cell, FigureTable } from "./figure.ts";

/**
 * The numbers of a figure as RFC 4180 has it: a header of the columns' keys, CRLF after every record, a field quoted where it
 * holds a comma, a quote or a line end. Numbers have a decimal point in every language and all their digits; a number that is
 * not finite, like a missing one, is empty.
 */
export function figureCsv({ columns, rows }: FigureTable): string {
  const records = [columns.map(({ key }) => key), ...rows];
  return records.map((record) => `${record.map(field).join(",")}\r\n`).join("");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
