import { csvChunks } from "../../panel/csvChunks.ts";
import type { ByteSink } from "../../panel/parquetGroup.ts";
import { writeParquetGroups } from "../../panel/writeParquetGroups.ts";
import type { ResolvedDesign } from "../cells.ts";
import { rowGroups } from "../rowGroups.ts";
import type { RowSource } from "../rowSource.ts";
import { rowsTable } from "../rowsTable.ts";
import type { StudySummary } from "../summary.ts";

/**
 * What the result files of a study hold. They hold no time and no path, so that the same study gives the same bytes
 * wherever it ran: on the command line, in a program or in a browser.
 */

/** `replications.csv`, a piece at a time, each of at most 4,096 rows: the rows in their order below one header. */
export function* replicationsCsv(
  design: ResolvedDesign,
  source: RowSource,
): Generator<string, void, undefined> {
  yield* csvChunks(rowsTable([]));
  for (const group of rowGroups(design, source)) {
    const [, ...rows] = csvChunks(group);
    yield* rows;
  }
}

/** `replications.parquet`, with one group of rows at a time in memory. */
export function writeReplicationsParquet(
  design: ResolvedDesign,
  source: RowSource,
  sink: ByteSink,
): Promise<void> {
  return writeParquetGroups(rowsTable([]), rowGroups(design, source), sink);
}

/** `summary.json`. JSON has no NaN: a number that is undefined is null. */
export function summaryJson(summary: StudySummary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
