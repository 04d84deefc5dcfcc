import type { EstimateRow } from "../rows.ts";
import { checkedLine, checkedText } from "./checkedLine.ts";
import type { TextDigest } from "./digest.ts";

/** A replication as the log of a study keeps it. */
export interface LoggedReplication {
  /** Key of the cell, the same whatever its position in the design. */
  readonly cell: string;
  /** From 1. */
  readonly replication: number;
  readonly rows: readonly LoggedRow[];
}

/** A row without what the line says for all of them. */
export type LoggedRow = Omit<EstimateRow, "world" | "cell" | "replication">;

/**
 * One line a replication, its line feed included: a JSON document, a tab, and the first 16 digits of the document's
 * SHA-256. Numbers keep every bit: what JSON cannot hold is text ("NaN", "Infinity", "-Infinity", "-0").
 *
 *     {"cell":"wide {firms=4000}","replication":17,"rows":[["A","size",0.1,0.12,…,"ok",""],…]}⇥0f1e2d3c4b5a6978
 */
export function logLine({ cell, replication, rows }: LoggedReplication, digest?: TextDigest): string {
  const document = JSON.stringify({
    cell,
    replication,
    rows: rows.map((row) => [
      row.method,
      row.estimand,
      encodeNumber(row.truth),
      encodeNumber(row.estimate),
      encodeNumber(row.stdError),
      encodeNumber(row.confLow),
      encodeNumber(row.confHigh),
      encodeNumber(row.pValue),
      row.status,
      row.message,
    ]),
  });
  return checkedLine(document, digest);
}

/**
 * The replication of a line, or null where the line is torn or damaged.
 *
 * @param line without its line feed.
 */
export function readLogLine(line: string, digest?: TextDigest): LoggedReplication | null {
  const document = checkedText(line, digest);
  if (document === null) return null;
  // The checksum says that this module wrote it.
  const { cell, replication, rows } = JSON.parse(document) as {
    readonly cell: string;
    readonly replication: number;
    readonly rows: readonly [string, string, Coded, Coded, Coded, Coded, Coded, Coded, string, string][];
  };
  return {
    cell,
    replication,
    rows: rows.map(
      ([method, estimand, truth, estimate, stdError, confLow, confHigh, pValue, status, message]) => ({
        method,
        estimand,
        truth: Number(truth),
        estimate: Number(estimate),
        stdError: Number(stdError),
        confLow: Number(confLow),
        confHigh: Number(confHigh),
        pValue: Number(pValue),
        status,
        message,
      }),
    ),
  };
}

type Coded = number | string;

function encodeNumber(value: number): Coded {
  if (!Number.isFinite(value)) return String(value);
  return Object.is(value, -0) ? "-0" : value;
}
