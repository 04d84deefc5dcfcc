import { linkSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { version } from "../../package.json";
import type { ResolvedDesign } from "../../study/cells.ts";
import { dataDigest } from "../../study/log/digest.ts";
import { logHeaderLine } from "../../study/log/logHeader.ts";
import { logLine } from "../../study/log/logLine.ts";
import { cellOf } from "../../study/orderRows.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { explainSystemError, isSystemError, WorkFailed } from "../failure.ts";
import { prepareFolder } from "../outputFolder.ts";
import { lockFolder } from "./folderLock.ts";
import { type LogWriter, openLog } from "./logWriter.ts";
import { nodeDigest } from "./nodeDigest.ts";
import { logReader, type StudyLogs } from "./readLogs.ts";
import { refuseOtherDesign } from "./storedDesign.ts";
import { DESIGN_FILE, designPath, logFolder, RESULT_FILES } from "./studyPaths.ts";
import { writeDesign } from "./writeDesign.ts";

/** The folder of a study, held by this process alone. */
export interface StudyFolder {
  /** What was there when it was opened; after `logs` it is all that is there, too. */
  readonly before: StudyLogs;
  /** Replications that were there when it was opened. */
  readonly found: number;
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
      const logs = logReader(folder, design, version);
      const fresh = logs().files.length === 0;
      const begin = async () => {
        writeDesign(folder, design);
        return beginLog(folder, design, (number) => `run-${String(number).padStart(4, "0")}`);
      };
      return holding(folder, design, logs, begin, (log) => {
        if (log !== "" && fresh) removeBeginnings(folder, log);
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

/**
 * The same for one task of many that work in a folder at once: it is not locked, and every task has a log of its own.
 *
 * @param name of the task; a number is added to it where a log has that name.
 * @throws InvalidInput for a folder that cannot be written to or holds another study.
 */
export async function joinStudyFolder(
  folder: string,
  design: ResolvedDesign,
  name: string,
): Promise<StudyFolder> {
  const prepared = await prepareFolder(folder, "--out");
  try {
    await refuseOtherDesign(folder, design);
    const begin = async () => {
      writeDesignOnce(folder, design);
      return beginLog(folder, design, (number) => (number === 1 ? name : `${name}.${number}`));
    };
    return holding(folder, design, logReader(folder, design, version), begin, (log) => {
      if (log !== "") rmSync(log, { force: true });
      prepared.discard();
    });
  } catch (error) {
    prepared.discard();
    throw error;
  }
}

interface BegunLog {
  readonly path: string;
  readonly writer: LogWriter;
}

/** @param release takes the log that was begun without a replication, "" where there is none. */
function holding(
  folder: string,
  design: ResolvedDesign,
  logs: () => StudyLogs,
  begin: () => Promise<BegunLog>,
  release: (emptyLog: string) => void,
): StudyFolder {
  const before = logs();
  const { found } = before.index;
  let log: BegunLog | null = null;
  // Several threads may finish their first replication at once.
  let beginning: Promise<BegunLog> | null = null;
  let kept = 0;
  return {
    before,
    found,
    async keep({ cell, replication }, rows) {
      try {
        beginning ??= begin();
        log = await beginning;
        const { key } = cellOf(design, cell);
        const line = logLine({ cell: key, replication, rows: rows.map(withoutPlace) }, nodeDigest);
        log.writer.append(line);
        kept++;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        const [cause] = explainSystemError(error).split(";");
        throw new WorkFailed(
          `${log?.path ?? designPath(folder)}: ${cause}; ${found + kept} replications are kept, and the same command goes on once this is mended`,
        );
      }
    },
    kept: () => kept,
    logs,
    close() {
      try {
        log?.writer.close();
      } finally {
        release(kept === 0 ? (log?.path ?? "") : "");
      }
    },
  };
}

/** @param name of the log by its number, from 1; the first that is free is taken. */
function beginLog(folder: string, design: ResolvedDesign, name: (number: number) => string): BegunLog {
  mkdirSync(logFolder(folder), { recursive: true });
  const header = logHeaderLine({ log: 1, bandwagon: version, design: dataDigest(design.design) });
  for (let number = 1; ; number++) {
    const path = join(logFolder(folder), `${name(number)}.jsonl`);
    try {
      return { path, writer: openLog(path, header) };
    } catch (error) {
      if (!isSystemError(error) || error.code !== "EEXIST") throw error;
    }
  }
}

/** Whoever is first writes it; tasks that come together write the same. */
function writeDesignOnce(folder: string, design: ResolvedDesign): void {
  const path = designPath(folder);
  const own = `${path}.${hostname()}-${process.pid}`;
  try {
    writeFileSync(own, `${JSON.stringify(design.design, null, 2)}\n`);
    linkSync(own, path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "EEXIST") throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function withoutPlace({ world, cell, replication, ...row }: EstimateRow) {
  return row;
}

function removeBeginnings(folder: string, log: string): void {
  try {
    rmSync(log, { force: true });
    rmSync(designPath(folder), { force: true });
    rmdirSync(logFolder(folder));
  } catch (error) {
    // What cannot be removed does no harm: a log without replications is empty.
    if (!isSystemError(error)) throw error;
  }
}
