import { csvChunks } from "../../panel/csvChunks.ts";
import { writeParquetGroups } from "../../panel/writeParquetGroups.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import { rowGroups } from "../../study/rowGroups.ts";
import type { RowSource } from "../../study/rowSource.ts";
import { rowsTable } from "../../study/rowsTable.ts";
import type { StudySummary } from "../../study/summary.ts";
import { jsonFile, textFile } from "../plannedFiles.ts";
import type { PlannedFile } from "../writeFiles.ts";
import { verdictMarkdown } from "./verdictMarkdown.ts";

/** The results of a study, written in the memory of one group of rows. They hold no time and no path, so that they can be compared. */
export function resultFiles(
  design: ResolvedDesign,
  source: RowSource,
  summary: StudySummary,
  path: (name: "replications.parquet" | "replications.csv" | "summary.json" | "verdict.md") => string,
): PlannedFile[] {
  const header = rowsTable([]);
  return [
    {
      path: path("replications.parquet"),
      write: (to) => writeParquetGroups(header, rowGroups(design, source), to),
    },
    {
      path: path("replications.csv"),
      async write(to) {
        for (const chunk of csvChunks(header)) await to(chunk);
        for (const group of rowGroups(design, source)) {
          const [, ...rows] = csvChunks(group);
          for (const chunk of rows) await to(chunk);
        }
      },
    },
    jsonFile(path("summary.json"), summary),
    ...(summary.verdict === undefined
      ? []
      : [textFile(path("verdict.md"), `${verdictMarkdown(summary.verdict)}\n`)]),
  ];
}
