import { ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { codebookOf } from "./codebook.ts";
import { type ByteSink, groupData, SinkWriter } from "./parquetGroup.ts";
import { type Column, missingCode, type Table } from "./table.ts";

/** Key of the Parquet metadata under which the codebook stands as JSON (`codebookOf`). */
export const CODEBOOK_KEY = "bandwagon.codebook";

/**
 * Writes the table as Parquet, a row group at a time (`rowsPerGroup`, default 65,536), so that writing needs memory for
 * one group only. The same table gives the same bytes.
 *
 * | kind | Parquet | because |
 * | --- | --- | --- |
 * | number | DOUBLE, missing cells as null | null is missing to everybody, NaN only to some |
 * | integer | INT32 | |
 * | indicator | INT32 | R and patsy would rename a BOOLEAN regressor `x` to `xTRUE`, `x[T.True]` |
 * | category | STRING by dictionary, missing cells as null | tells an empty label from a missing one |
 *
 * Columns are compressed by Snappy. Kinds, labels in order and notes stand in the metadata (`CODEBOOK_KEY`), so that
 * `readParquet` gives back the same table.
 *
 * @throws RangeError for a `rowsPerGroup` that is not a whole number of 1 or more.
 */
export async function writeParquet(
  table: Table,
  sink: ByteSink,
  { rowsPerGroup = 65_536 }: { readonly rowsPerGroup?: number } = {},
): Promise<void> {
  if (!(Number.isInteger(rowsPerGroup) && rowsPerGroup > 0)) {
    throw new RangeError("rowsPerGroup must be 1 or more");
  }
  const columns = [...table.columns];
  const writer = new ParquetWriter({
    writer: new SinkWriter(sink),
    schema: [
      { name: "table", num_children: columns.length },
      ...columns.map(([name, column]) => schemaElement(name, column)),
    ],
    kvMetadata: [{ key: CODEBOOK_KEY, value: JSON.stringify(codebookOf(table)) }],
    createdBy: "bandwagon",
  });
  for (let start = 0; start < table.rows; start += rowsPerGroup) {
    const end = Math.min(start + rowsPerGroup, table.rows);
    const columnData = columns.map(([name, column]) => groupData(name, column, start, end));
    await writer.write({ columnData, rowGroupSize: end - start });
  }
  await writer.finish();
}

function schemaElement(name: string, column: Column): SchemaElement {
  switch (column.kind) {
    case "number":
      return {
        name,
        type: "DOUBLE",
        repetition_type: column.values.some(Number.isNaN) ? "OPTIONAL" : "REQUIRED",
      };
    case "integer":
    case "indicator":
      return { name, type: "INT32", repetition_type: "REQUIRED" };
    case "category":
      return {
        name,
        type: "BYTE_ARRAY",
        converted_type: "UTF8",
        logical_type: { type: "STRING" },
        repetition_type: column.codes.includes(missingCode(column.codes)) ? "OPTIONAL" : "REQUIRED",
      };
  }
}
