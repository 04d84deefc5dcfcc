import { canonicalJson } from "../log/canonicalJson.ts";
import { textDigest } from "../log/digest.ts";
import type { Measures } from "../targets/measures.ts";

/** What a calibration was asked for, as data that JSON can hold; what differs in it makes another calibration. */
export type JournalRequest = Readonly<Record<string, unknown>>;

/** A point that was simulated: the values of the parameters, and the measures of its histories. */
export interface JournalEntry {
  readonly values: readonly number[];
  readonly histories: readonly Measures[];
}

export interface Journal {
  readonly request: JournalRequest;
  readonly entries: readonly JournalEntry[];
  /** Length of what is sound, in UTF-16 units; what stands behind it is torn. */
  readonly soundLength: number;
}

/** What differs between two requests. */
export interface RequestChange {
  readonly path: string;
  /** JSON text. */
  readonly begun: string;
  readonly now: string;
}

const TAB = "\t";
const DIGITS = 16;

/** A line, its line feed included: a JSON document, a tab, and the first 16 digits of the document's SHA-256. */
export function requestLine(request: JournalRequest): string {
  return line({ calibration: 1, request });
}

/** Numbers keep every bit; NaN, which JSON has not, is null. */
export function entryLine({ values, histories }: JournalEntry): string {
  return line({ values, histories });
}

function line(document: unknown): string {
  const text = JSON.stringify(document);
  return `${text}${TAB}${textDigest(text).slice(0, DIGITS)}\n`;
}

/**
 * Reads a journal up to its first line that is torn or damaged: later lines may rest on that one.
 *
 * @returns null where not even the first line is sound.
 */
export function readJournal(text: string): Journal | null {
  let request: JournalRequest | null = null;
  const entries: JournalEntry[] = [];
  let at = 0;
  for (let end = text.indexOf("\n", at); end >= 0; end = text.indexOf("\n", at)) {
    const document = soundDocument(text.slice(at, end));
    if (document === null) break;
    if (request === null) {
      if (document.calibration !== 1) return null;
      request = document.request as JournalRequest;
    } else {
      const { values, histories } = document as {
        values: number[];
        histories: Record<string, number | null>[];
      };
      entries.push({ values, histories: histories.map(withNaN) });
    }
    at = end + 1;
  }
  return request === null ? null : { request, entries, soundLength: at };
}

function soundDocument(text: string): Record<string, unknown> | null {
  const tab = text.lastIndexOf(TAB);
  if (tab < 0 || textDigest(text.slice(0, tab)).slice(0, DIGITS) !== text.slice(tab + 1)) return null;
  // The checksum says that this module wrote it.
  return JSON.parse(text.slice(0, tab)) as Record<string, unknown>;
}

function withNaN(measures: Readonly<Record<string, number | null>>): Measures {
  return Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, value ?? Number.NaN]));
}

/** All that differs, down to single values, in the order of the names. */
export function requestChanges(begun: unknown, now: unknown, path = ""): RequestChange[] {
  if (isRecord(begun) && isRecord(now)) {
    const names = [...new Set([...Object.keys(begun), ...Object.keys(now)])].sort();
    return names.flatMap((name) =>
      requestChanges(begun[name], now[name], path === "" ? name : `${path}.${name}`),
    );
  }
  const [before, after] = [textOf(begun), textOf(now)];
  return before === after ? [] : [{ path, begun: before, now: after }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return value === undefined ? "nothing" : canonicalJson(value);
}
