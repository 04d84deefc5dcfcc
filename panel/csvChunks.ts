import { type Column, missingCode, type Table } from "./table.ts";

/**
 * The table as CSV, a piece of text at a time: a header, then `rowsPerChunk` (default 4,096) rows a piece, so that
 * writing needs no more memory than one piece. The same table gives the same bytes.
 *
 * The format is RFC 4180 with `\n` line ends. Numbers are the shortest text that reads back as the same double, with
 * a decimal point, `-0` for negative zero and `Inf`, `-Inf` for infinities (R and pandas read these; Stata has none).
 * A missing cell is empty. A label is quoted only where a reader needs it: when it holds a comma, a quote or a line
 * end, or a character that readers take for a delimiter when they guess (`;`, `|`, tab).
 *
 * Napoli's province code is `NA` and is written as it is. Readers that take it for a missing value must be told:
 * R `read.csv(file, na.strings = "")`, pandas `read_csv(file, keep_default_na=False, na_values=[""])`, Stata
 * `import delimited file` (no option needed). An empty label and a missing label are both an empty cell; Parquet
 * tells them apart.
 */
export function* csvChunks(
  table: Table,
  { rowsPerChunk = 4096 }: { readonly rowsPerChunk?: number } = {},
): Generator<string, void, undefined> {
  if (!(Number.isInteger(rowsPerChunk) && rowsPerChunk > 0))
    throw new RangeError("rowsPerChunk must be 1 or more");
  yield `${[...table.columns.keys()].map(quoteIfNeeded).join(",")}\n`;
  const cellTexts = [...table.columns.values()].map(cellText);
  // A line without a character would be skipped as blank by R and pandas, and a row would be lost.
  const emptyLine = cellTexts.length === 1 ? '""' : "";
  const cells = new Array<string>(cellTexts.length);
  for (let start = 0; start < table.rows; start += rowsPerChunk) {
    const end = Math.min(start + rowsPerChunk, table.rows);
    const lines = new Array<string>(end - start);
    for (let row = start; row < end; row++) {
      for (let index = 0; index < cells.length; index++) cells[index] = cellTexts[index](row);
      lines[row - start] = cells.join(",") || emptyLine;
    }
    yield `${lines.join("\n")}\n`;
  }
}

function cellText(column: Column): (row: number) => string {
  if (column.kind === "category") {
    const { codes } = column;
    const texts = column.levels.map(quoteIfNeeded);
    const missing = missingCode(codes);
    return (row) => (codes[row] === missing ? "" : texts[codes[row]]);
  }
  const { values } = column;
  if (column.kind === "number") return (row) => numberText(values[row]);
  return (row) => String(values[row]);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return "";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  if (value === Number.POSITIVE_INFINITY) return "Inf";
  if (value === Number.NEGATIVE_INFINITY) return "-Inf";
  return String(value);
}

const NEEDS_QUOTES = /[",\r\n;|\t]/;

function quoteIfNeeded(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
