import { ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { type ByteSink, groupData, SinkWriter } from "./parquetGroup.ts";
import type { Table } from "./table.ts";

/**
 * Writes tables of the same columns below one another as one Parquet file, a row group each, so that writing needs
 * memory for one of them only. The columns are those of the first table: categories become STRING, numbers DOUBLE, both
 * with missing cells as null; integers and indicators INT32. There is no codebook, since labels to come are unknown.
 * The same tables give the same bytes. Tables without rows are left out.
 *
 * @param columns a table with the columns of all, which may have no rows.
 */
export async function writeParquetGroups(
  columns: Table,
  groups: Iterable<Table>,
  sink: ByteSink,
): Promise<void> {
  const names = [...columns.columns.keys()];
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: [
      { name: "table", num_children: names.length },
      ...[...columns.columns].map(([name, { kind }]) => schemaElement(name, kind)),
    ],
    createdBy: "bandwagon",
  });
  for (const { rows, columns } of groups) {
    if (rows === 0) continue;
    const columnData = [...columns].map(([name, column]) => groupData(name, column, 0, rows));
    await writer.write({ columnData, rowGroupSize: rows });
  }
  await writer.finish();
}

function schemaElement(name: string, kind: "number" | "integer" | "indicator" | "category"): SchemaElement {
  if (kind === "category") {
    return {
      name,
      type: "BYTE_ARRAY",
      converted_type: "UTF8",
      logical_type: { type: "STRING" },
      repetition_type: "OPTIONAL",
    };
  }
  return kind === "number"
    ? { name, type: "DOUBLE", repetition_type: "OPTIONAL" }
    : { name, type: "INT32", repetition_type: "REQUIRED" };
}
