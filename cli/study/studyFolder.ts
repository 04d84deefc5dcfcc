import { mkdirSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../package.json";
import { InvalidInput } from "../../scenarios/index.ts";
import { type ResolvedDesign, resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { type DesignChange, designChanges } from "../../study/log/designChange.ts";
import { dataDigest } from "../../study/log/digest.ts";
import { logHeaderLine } from "../../study/log/logHeader.ts";
import { logLine } from "../../study/log/logLine.ts";
import { cellOf } from "../../study/orderRows.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { explainSystemError, isSystemError, WorkFailed } from "../failure.ts";
import { prepareFolder } from "../outputFolder.ts";
import { jsonFile } from "../plannedFiles.ts";
import { readJson } from "../readJson.ts";
import { writeFiles } from "../writeFiles.ts";
import { lockFolder } from "./folderLock.ts";
import { type LogWriter, openLog } from "./logWriter.ts";
import { readLogs, type StudyLogs } from "./readLogs.ts";
import { DESIGN_FILE, designPath, logFolder, RESULT_FILES } from "./studyPaths.ts";

/** The folder of a study, held by this process alone. */
export interface StudyFolder {
  /** What was there when it was opened. */
  readonly before: StudyLogs;
  /** Adds a replication to this process's log, which is begun with the first. */
  keep(key: ReplicationKey, rows: readonly EstimateRow[]): Promise<void>;
  /** Replications kept since it was opened. */
  kept(): number;
  /** All that is there now. */
  logs(): StudyLogs;
  /** Gives the folder free. One in which nothing was ever kept is taken away again. */
  close(): void;
}

/**
 * @throws InvalidInput for a folder that cannot be written to, holds another study, or is at work already.
 */
export async function openStudyFolder(folder: string, design: ResolvedDesign): Promise<StudyFolder> {
  const prepared = await prepareFolder(folder, "--out", [...RESULT_FILES, DESIGN_FILE]);
  try {
    const unlock = lockFolder(folder);
    try {
      await refuseOtherDesign(folder, design);
      return holding(folder, design, readLogs(folder, design, version), () => {
        unlock();
        prepared.discard();
      });
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    prepared.discard();
    throw error;
  }
}

function holding(
  folder: string,
  design: ResolvedDesign,
  before: StudyLogs,
  release: () => void,
): StudyFolder {
  let log: LogWriter | null = null;
  // Several threads may finish their first replication at once.
  let beginning: Promise<LogWriter> | null = null;
  let path = "";
  let kept = 0;
  const begin = async () => {
    await writeFiles([jsonFile(designPath(folder), design.design)]);
    mkdirSync(logFolder(folder), { recursive: true });
    path = join(logFolder(folder), nextLogName(folder));
    log = openLog(path, logHeaderLine({ log: 1, bandwagon: version, design: dataDigest(design.design) }));
    return log;
  };
  return {
    before,
    async keep({ cell, replication }, rows) {
      try {
        beginning ??= begin();
        const to = await beginning;
        to.append(logLine({ cell: cellOf(design, cell).key, replication, rows: rows.map(withoutPlace) }));
        kept++;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        const [cause] = explainSystemError(error).split(";");
        throw new WorkFailed(
          `${path || designPath(folder)}: ${cause}; ${before.index.found + kept} replications are kept, and the same command goes on once this is mended`,
        );
      }
    },
    kept: () => kept,
    logs: () => readLogs(folder, design, version),
    close() {
      try {
        log?.close();
      } finally {
        if (kept === 0 && before.files.length === 0) removeBeginnings(folder, path);
        release();
      }
    },
  };
}

function withoutPlace({ world, cell, replication, ...row }: EstimateRow) {
  return row;
}

/** `run-0001.jsonl`, one more with every run. */
function nextLogName(folder: string): string {
  const numbers = readdirSync(logFolder(folder)).map((name) =>
    Number(/^run-(\d+)\.jsonl$/.exec(name)?.[1] ?? 0),
  );
  return `run-${String(Math.max(0, ...numbers) + 1).padStart(4, "0")}.jsonl`;
}

function removeBeginnings(folder: string, log: string): void {
  try {
    if (log === "") return;
    rmSync(log, { force: true });
    rmSync(designPath(folder), { force: true });
    rmdirSync(logFolder(folder));
  } catch (error) {
    // What cannot be removed does no harm: a log without replications is empty.
    if (!isSystemError(error)) throw error;
  }
}

async function refuseOtherDesign(folder: string, design: ResolvedDesign): Promise<void> {
  const path = designPath(folder);
  if (!(await exists(path))) {
    if (!(await exists(logFolder(folder)))) return;
    throw new InvalidInput({
      path: `--out ${folder}`,
      found: `replications without the design they belong to (${DESIGN_FILE})`,
      expected: "a folder that is new, or that this study was begun in",
    });
  }
  const changes = designChanges(await begunDesign(path), design);
  if (changes.length === 0) return;
  throw new InvalidInput({
    path: `--out ${folder}`,
    found: `the folder of a study with another design:${changes.slice(0, 10).map(changeLine).join("")}${changes.length > 10 ? `\n            and ${changes.length - 10} more` : ""}`,
    expected: "the same design, with more replications or more cells if you like; or a new folder",
  });
}

function changeLine({ path, begun, now }: DesignChange): string {
  return `\n            ${path}: ${shortened(begun)} there, ${shortened(now)} now`;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

async function begunDesign(path: string): Promise<ResolvedDesign> {
  try {
    return resolveDesign(parseDesign(await readJson(path)));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput({
      path,
      found: `a design that this version cannot read (${error.path === "" ? "" : `${error.path}: `}${error.found})`,
      expected: "a folder that is new, or that this study was begun in",
    });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return false;
    throw error;
  }
}
