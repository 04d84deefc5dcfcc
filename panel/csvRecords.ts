import Papa from "papaparse";
import { phrase } from "../scenarios/phrase.ts";
import { InvalidTable } from "./invalidTable.ts";
import { type TextSource, textPieces } from "./textPieces.ts";

/** Records of a CSV file and the row of the file (from 1, blank lines counted) that the first of them stands in. */
export interface RecordBatch {
  readonly firstRow: number;
  readonly delimiter: string;
  readonly records: readonly (readonly string[])[];
}

/** Characters parsed at a time: more pays nothing, and every cell of a batch is a string of its own. */
const PIECE = 1 << 18;
/** A record longer than this is none: a quote was never closed, or the file has no lines. */
const LONGEST_RECORD = 16_000_000;
const DELIMITERS = [",", ";", "\t", "|"];
/** What Excel reads and takes away: a first line that names the delimiter. */
const DELIMITER_LINE = /^(?:sep=([,;\t|])|"sep=([,;\t|])")(?:\r\n|\n|\r)/i;

/**
 * The records of a CSV file (RFC 4180; line ends `\n`, `\r\n` or `\r`; a byte order mark is dropped), in batches, so
 * that a file of any length passes through in bounded memory. The delimiter is guessed from the first ten records
 * among comma, semicolon, tab and bar unless given or named by a first line `sep=;`, which is skipped. A quote that is opened and not closed, or closed inside a
 * cell, is an `InvalidTable` ("malformed-quotes").
 */
export async function* csvRecords(source: TextSource, delimiter?: string): AsyncGenerator<RecordBatch> {
  let found: { parser: Papa.Parser; delimiter: string } | null = null;
  let rest = "";
  let nextRow = 1;
  let atStart = true;

  function parse(isLast: boolean): RecordBatch {
    if (found === null) {
      const line = DELIMITER_LINE.exec(rest);
      if (line !== null) {
        rest = rest.slice(line[0].length);
        nextRow++;
      }
      found = parserFor(rest, delimiter ?? line?.[1] ?? line?.[2]);
    }
    const parsed: Papa.ParseResult<string[]> = found.parser.parse(rest, 0, !isLast);
    const records = parsed.data;
    // The parser takes the nothing behind the last line end for one more record.
    if (isLast && /[\r\n]$/.test(rest) && records.at(-1)?.join() === "") records.pop();
    // In a text cut anywhere, errors of the unfinished record at its end are an artefact of the cut.
    const error = parsed.errors.find(({ row }) => row === undefined || row < records.length);
    if (error !== undefined) throw malformedQuotes(nextRow + (error.row ?? 0), error.message);
    rest = rest.slice(parsed.meta.cursor);
    if (rest.length > LONGEST_RECORD) {
      const row = nextRow + records.length;
      throw hasOpenQuote(rest) ? malformedQuotes(row, "Quoted field unterminated") : longLine(row);
    }
    const batch = { firstRow: nextRow, delimiter: found.delimiter, records };
    nextRow += records.length;
    return batch;
  }

  for await (const text of textPieces(source)) {
    for (let start = 0; start < text.length; start += PIECE) {
      const piece = text.slice(start, start + PIECE);
      rest += atStart && piece.startsWith("\uFEFF") ? piece.slice(1) : piece;
      atStart = false;
      if (rest.length >= PIECE) yield parse(false);
    }
  }
  if (rest !== "") yield parse(true);
}

function parserFor(beginning: string, delimiter: string | undefined) {
  // What stands between quotes is no delimiter and no line end, and half of a cut `\r\n` is no `\r`, but they would
  // be counted as such.
  const unquoted = beginning.replaceAll(/"[^"]*"/g, '""').replace(/\r$/, "");
  const { meta } = Papa.parse<string[]>(unquoted, {
    preview: 10,
    // Otherwise a blank last line counts as a record of one cell and a short file of two columns looks like one.
    skipEmptyLines: true,
    delimitersToGuess: DELIMITERS,
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  const newline = meta.linebreak === "\r" || meta.linebreak === "\r\n" ? meta.linebreak : "\n";
  return { parser: new Papa.Parser({ delimiter: meta.delimiter, newline }), delimiter: meta.delimiter };
}

/** Whether a quote that opens a cell is open at the end of a text. */
function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

function longLine(row: number): InvalidTable {
  return new InvalidTable({
    problem: "too-long-record",
    row,
    found: phrase`a line of more than ${LONGEST_RECORD / 1e6} million characters`,
    expected: phrase`rows on lines of their own, ended by a line feed`,
  });
}

function malformedQuotes(row: number, message: string): InvalidTable {
  return new InvalidTable({
    problem: "malformed-quotes",
    row,
    found:
      message === "Quoted field unterminated"
        ? phrase`quoted field unterminated`
        : phrase`trailing quote on quoted field is malformed`,
    expected: phrase`cells quoted as "a, b", with a quote inside written twice`,
  });
}
