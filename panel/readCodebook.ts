import * as z from "zod/mini";
import { phrase, type Said } from "../scenarios/phrase.ts";
import type { CodebookEntry } from "./codebook.ts";
import { InvalidTable } from "./invalidTable.ts";
import { readCsv } from "./readCsv.ts";
import { type CategoryColumn, column, missingCode, numericValues, type Table } from "./table.ts";
import type { TextSource } from "./textPieces.ts";

const entrySchema = z.object({
  name: z.string(),
  kind: z.enum(["number", "integer", "indicator", "category"]),
  levels: z.array(z.string()),
  note: z.nullable(
    z.object({ meaning: z.string(), unit: z.string(), source: z.string(), lag: z.nullable(z.number()) }),
  ),
});

/** A codebook that was written as JSON; an `InvalidTable` ("invalid-codebook") when it is none. */
export function codebookFromJson(json: string): CodebookEntry[] {
  return checked(z.array(entrySchema), parsedJson(json));
}

/** A codebook that was written as CSV from `codebookTable`; an `InvalidTable` when it is none. */
export async function readCodebook(source: TextSource): Promise<CodebookEntry[]> {
  const table = await readCsv(source, {
    delimiter: ",",
    kinds: {
      name: "category",
      kind: "category",
      meaning: "category",
      unit: "category",
      source: "category",
      lag: "number",
      levels: "category",
    },
  });
  const lags = numericValues(column(table, "lag"));
  return Array.from({ length: table.rows }, (_, row) => {
    const [meaning, unit, origin] = ["meaning", "unit", "source"].map((name) => text(table, name, row));
    const lag = Number.isNaN(lags[row]) ? null : lags[row];
    const isNoted = lag !== null || meaning !== "" || unit !== "" || origin !== "";
    const levels = text(table, "levels", row);
    return checked(entrySchema, {
      name: text(table, "name", row),
      kind: text(table, "kind", row),
      levels: levels === "" ? [] : parsedJson(levels),
      note: isNoted ? { meaning, unit, source: origin, lag } : null,
    });
  });
}

function text(table: Table, name: string, row: number): string {
  // `readCsv` was asked for this kind and refuses what does not fit.
  const { codes, levels } = column(table, name) as CategoryColumn;
  return codes[row] === missingCode(codes) ? "" : levels[codes[row]];
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalidCodebook(phrase`text that is not JSON: ${json.slice(0, 60)}`);
  }
}

function checked<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0];
  throw invalidCodebook(path.length === 0 ? message : `${path.join(".")}: ${message}`);
}

function invalidCodebook(found: Said): InvalidTable {
  return new InvalidTable({
    problem: "invalid-codebook",
    found,
    expected: phrase`a codebook with name, kind, levels and note of every column`,
  });
}
