import { basename, dirname, join } from "node:path";
import { version } from "../../package.json";
import { csvChunks } from "../../panel/csvChunks.ts";
import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { countOfRanges, missingRanges } from "../../study/shards/shardPlan.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFiles } from "../outputFolder.ts";
import { textFile } from "../plannedFiles.ts";
import { type PlannedFile, writeFiles } from "../writeFiles.ts";
import { longGroups, storedGroups } from "./exportRows.ts";
import { summaryScript } from "./exportSummaryScript.ts";
import { sayDamage } from "./mergeStudy.ts";
import { readLogs } from "./readLogs.ts";
import { storedDesign } from "./storedDesign.ts";
import { storedRows } from "./storedRows.ts";

export const EXPORT_FORMATS = ["rsimsum", "csv"] as const;

export interface ExportOptions {
  readonly format: (typeof EXPORT_FORMATS)[number];
  /** In the folder of the study when left out. */
  readonly out?: string;
}

/** What stands beside the long format. */
const SCRIPT = "summary.R";

/**
 * `bandwagon study export DIR`: the rows of a study for other software. Returns the exit code.
 *
 * @throws WorkFailed where the folder holds no replication yet.
 */
export async function exportStudy(folder: string, { format, out }: ExportOptions): Promise<number> {
  const design = await storedDesign(folder);
  const path = out ?? join(folder, format === "csv" ? "rows.csv" : "rsimsum.csv");
  refuseOtherEndings(path);
  const paths: [string, ...string[]] = format === "csv" ? [path] : [path, join(dirname(path), SCRIPT)];
  const prepared = await prepareFiles(paths, "--out");
  const { signal, release } = interruption();
  try {
    const logs = readLogs(folder, design, version);
    sayDamage(logs);
    const missing = countOfRanges(missingRanges(design, logs.index));
    const total = design.cells.length * design.design.replications;
    if (missing === total) throw new WorkFailed(`${folder}: no replication is there yet`);
    const source = storedRows(design, logs);
    try {
      const groups = () => (format === "csv" ? storedGroups : longGroups)(design, source);
      const script = textFile(join(dirname(path), SCRIPT), summaryScript(design, basename(path)));
      await writeFiles([csvOfGroups(path, groups), ...(format === "csv" ? [] : [script])], signal);
    } finally {
      source.close();
    }
    if (missing > 0) {
      process.stderr.write(
        `warning: ${missing} of ${total} replications are missing; the file has the others\n`,
      );
    }
    for (const each of paths) process.stderr.write(`file: ${each}\n`);
    return EXIT.done;
  } catch (error) {
    prepared.discard();
    throw error;
  } finally {
    release();
  }
}

function refuseOtherEndings(path: string): void {
  if (/\.csv$/i.test(path)) return;
  throw new InvalidInput({
    path: `--out ${path}`,
    found: "a name that does not end in .csv",
    expected: "a file name that ends in .csv",
  });
}

/** @param groups tables of the same columns, of which the first is empty. */
function csvOfGroups(path: string, groups: () => Iterable<Table>): PlannedFile {
  return {
    path,
    async write(to) {
      let first = true;
      for (const group of groups()) {
        const [header, ...rows] = csvChunks(group);
        if (first) await to(header ?? "");
        for (const chunk of rows) await to(chunk);
        first = false;
      }
    },
  };
}
