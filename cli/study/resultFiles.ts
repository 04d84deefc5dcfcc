import type { ResolvedDesign } from "../../study/cells.ts";
import {
  replicationsCsv,
  summaryJson,
  writeReplicationsParquet,
} from "../../study/results/resultContents.ts";
import type { RowSource } from "../../study/rowSource.ts";
import type { StudySummary } from "../../study/summary.ts";
import { verdictMarkdown } from "../../study/verdict/verdictMarkdown.ts";
import { textFile } from "../plannedFiles.ts";
import type { PlannedFile } from "../writeFiles.ts";

/** The results of a study, written in the memory of one group of rows. They hold no time and no path, so that they can be compared. */
export function resultFiles(
  design: ResolvedDesign,
  source: RowSource,
  summary: StudySummary,
  path: (name: "replications.parquet" | "replications.csv" | "summary.json" | "verdict.md") => string,
): PlannedFile[] {
  return [
    { path: path("replications.parquet"), write: (to) => writeReplicationsParquet(design, source, to) },
    {
      path: path("replications.csv"),
      async write(to) {
        for (const piece of replicationsCsv(design, source)) await to(piece);
      },
    },
    textFile(path("summary.json"), summaryJson(summary)),
    ...(summary.verdict === undefined
      ? []
      : [textFile(path("verdict.md"), verdictMarkdown(summary.verdict))]),
  ];
}
