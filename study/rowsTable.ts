import { encodeLabels } from "../panel/encodeLabels.ts";
import type { Table } from "../panel/table.ts";
import { tableFromColumns } from "../panel/tableFromColumns.ts";
import type { EstimateRow } from "./rows.ts";

/** Rows of a study as a table, one row a replication × estimand. An empty text and an undefined number are missing cells. */
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
    labels("message", (row) => row.message),
  ]);
}
