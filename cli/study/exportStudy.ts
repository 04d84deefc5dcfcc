import { basename, dirname, join } from "node:path";
import { version } from "../../package.json";
import { csvChunks } from "../../panel/csvChunks.ts";
import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import { heldRows } from "../../study/heldRows.ts";
import { countOfRanges, missingRanges } from "../../study/shards/shardPlan.ts";
import { firstReplications } from "../../study/until/lookAtCell.ts";
import type { CellLook } from "../../study/until/untilRounds.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFiles } from "../outputFolder.ts";
import { textFile } from "../plannedFiles.ts";
import { readJson } from "../readJson.ts";
import { type PlannedFile, writeFiles } from "../writeFiles.ts";
import { longGroups, storedGroups } from "./exportRows.ts";
import { summaryScript } from "./exportSummaryScript.ts";
import { sayDamage } from "./mergeStudy.ts";
import { readLogs } from "./readLogs.ts";
import { storedDesign } from "./storedDesign.ts";
import { storedRows } from "./storedRows.ts";
import { looksPath } from "./studyPaths.ts";

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
    if (logs.index.found === 0) throw new WorkFailed(`${folder}: no replication is there yet`);
    const lastOf = await lastReplications(folder, design);
    const missing = lastOf === null ? countOfRanges(missingRanges(design, logs.index)) : 0;
    const stored = storedRows(design, logs);
    const held = heldRows(design, stored);
    const source = lastOf === null ? held : firstReplications(held, lastOf);
    try {
      const groups = () => (format === "csv" ? storedGroups : longGroups)(design, source);
      const script = textFile(join(dirname(path), SCRIPT), summaryScript(design, basename(path)));
      await writeFiles([csvOfGroups(path, groups), ...(format === "csv" ? [] : [script])], signal);
    } finally {
      stored.close();
    }
    const total = design.cells.length * design.design.replications;
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

/**
 * How many replications the results of a study that stops by a rule have in each cell; null where their number is fixed.
 *
 * @throws WorkFailed where the study has not come to its end.
 */
async function lastReplications(
  folder: string,
  { design, cells }: ResolvedDesign,
): Promise<((cell: number) => number) | null> {
  if (design.until === undefined) return null;
  try {
    // Written by finishStudy.
    const looks = (await readJson(looksPath(folder))) as readonly CellLook[];
    const last = new Map(looks.map(({ cell, replications }) => [cell, replications]));
    return (cell) => last.get(cells[cell]?.key ?? "") ?? 0;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new WorkFailed(
      `${folder}: the study stops by a rule and has not come to its end; study run goes on`,
    );
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
