import { encodeLabels } from "../panel/encodeLabels.ts";
import type { Table } from "../panel/table.ts";
import { tableFromColumns } from "../panel/tableFromColumns.ts";
import type { EstimateRow } from "./rows.ts";

/** More different messages than this are not kept: a column of labels holds 65,535 of them. */
const MESSAGES_AT_MOST = 60_000;
/** Stands for every further message. */
export const MESSAGE_LEFT_OUT = `left out: the study has more than ${MESSAGES_AT_MOST} different messages`;

/**
 * Rows of a study as a table, one row a replication × estimand. An empty text and an undefined number are missing
 * cells. The first 60,000 different messages are kept; a fixed sentence stands for the others.
 */
export function rowsTable(rows: readonly EstimateRow[]): Table {
  const labels = (name: string, text: (row: EstimateRow) => string) =>
    encodeLabels(
      name,
      rows.map((row) => text(row) || null),
    );
  const numbers = (name: string, number: (row: EstimateRow) => number) => ({
    name,
    values: Float64Array.from(rows, number),
  });
  // The empty text needs no label.
  const kept = new Set([""]);
  const message = ({ message }: EstimateRow) => {
    if (kept.size <= MESSAGES_AT_MOST) kept.add(message);
    return kept.has(message) ? message : MESSAGE_LEFT_OUT;
  };
  return tableFromColumns([
    labels("world", (row) => row.world),
    { name: "cell", values: Int32Array.from(rows, (row) => row.cell) },
    { name: "replication", values: Int32Array.from(rows, (row) => row.replication) },
    labels("method", (row) => row.method),
    labels("estimand", (row) => row.estimand),
    numbers("truth", (row) => row.truth),
    numbers("estimate", (row) => row.estimate),
    numbers("stdError", (row) => row.stdError),
    numbers("confLow", (row) => row.confLow),
    numbers("confHigh", (row) => row.confHigh),
    numbers("pValue", (row) => row.pValue),
    labels("status", (row) => row.status),
    labels("message", message),
  ]);
}
