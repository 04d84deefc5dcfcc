import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InvalidInput } from "../../scenarios/index.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import { lineChecksum } from "../../study/log/checkedLine.ts";
import { readLogHeader } from "../../study/log/logHeader.ts";
import { emptyLogIndex, type LogIndex } from "../../study/log/logIndex.ts";
import { readLogLine } from "../../study/log/logLine.ts";
import { isSystemError, WorkFailed } from "../failure.ts";
import { countFailures, type FailureCounts, noFailures } from "./failureCounts.ts";
import { type FileLine, fileLines } from "./fileLines.ts";
import { nodeDigest } from "./nodeDigest.ts";
import { logFolder } from "./studyPaths.ts";

/** What the logs of a study hold. */
export interface StudyLogs {
  readonly index: LogIndex;
  /** By their number in the index. */
  readonly files: readonly string[];
  /** Lines that are not what was written, e.g. `rows/run-0001.jsonl, line 7`: their replications are run again. */
  readonly damaged: readonly string[];
  /** Of the replications in the index. */
  readonly failures: Readonly<FailureCounts>;
}

/**
 * Reads every log in the folder of a study. The last line of a log may be torn: its writer was killed.
 *
 * @param version of this program; the logs of another are not mixed with its own.
 * @throws InvalidInput for a file that is no log or one of another version; WorkFailed where two copies of a replication differ.
 */
export function readLogs(folder: string, design: ResolvedDesign, version: string): StudyLogs {
  return logReader(folder, design, version)();
}

/**
 * The same for a folder whose logs grow: each call reads what was added since the last, and gives the same object, which
 * has it too.
 */
export function logReader(folder: string, design: ResolvedDesign, version: string): () => StudyLogs {
  const index = emptyLogIndex(
    design.cells.map(({ key }) => key),
    design.design.replications,
  );
  const files: string[] = [];
  const damaged: string[] = [];
  const failures = noFailures();
  const read = new Map<string, ReadSoFar>();
  const take = (line: FileLine, path: string, file: number) => {
    if (line.number === 1) {
      if (line.ended) checkHeader(line.text, path, version);
      return;
    }
    const found = readLogLine(line.text, nodeDigest);
    if (found === null) {
      if (line.ended) damaged.push(`${path}, line ${line.number}`);
      return;
    }
    const { cell, replication, rows } = found;
    const { offset, length } = line;
    const added = index.add({ cell, replication, file, offset, length, checksum: lineChecksum(line.text) });
    if (added === "added") countFailures(failures, rows);
    if (added !== "conflict") return;
    throw new WorkFailed(
      `${path}, line ${line.number}: replication ${replication} of cell ${cell} is there a second time with other numbers; a study's numbers depend on its design alone, so one of the two files does not belong here`,
    );
  };
  return () => {
    for (const path of logFiles(folder)) {
      const before = read.get(path) ?? { file: files.push(path) - 1, bytes: 0, lines: 0 };
      let { bytes, lines } = before;
      for (const line of fileLines(path, before)) {
        take(line, path, before.file);
        if (!line.ended) continue;
        bytes += line.length + 1;
        lines++;
      }
      read.set(path, { file: before.file, bytes, lines });
    }
    return { index, files, damaged, failures };
  };
}

/** Of a log: its number, and its whole lines that were read. */
interface ReadSoFar {
  readonly file: number;
  readonly bytes: number;
  readonly lines: number;
}

/** By name, so that everybody numbers them alike. */
function logFiles(folder: string): string[] {
  const path = logFolder(folder);
  try {
    const names = readdirSync(path).filter((name) => name.endsWith(".jsonl"));
    const files = names.sort().map((name) => join(path, name));
    for (const file of files) {
      // A pipe would be waited for without end.
      if (statSync(file).isFile()) continue;
      throw new InvalidInput({
        path: file,
        found: "something that is no file",
        expected: "nothing but logs of this study beside it; move it away, or choose another folder",
      });
    }
    return files;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return [];
    throw error;
  }
}

function checkHeader(line: string, path: string, version: string): void {
  const header = readLogHeader(line);
  if (header === null && readLogHeader(line.replace(/^\uFEFF/, "").replace(/\r$/, "")) !== null) {
    throw new InvalidInput({
      path,
      found:
        "a log of a study whose line ends or first bytes were changed, as some programs do in copying text",
      expected: "its bytes as they were written: copy it anew in binary mode; its replications are not lost",
    });
  }
  if (header === null) {
    throw new InvalidInput({
      path,
      found: "a file that does not begin as the log of a study",
      expected: "nothing but logs of this study beside it; move it away, or choose another folder",
    });
  }
  if (header.bandwagon === version) return;
  throw new InvalidInput({
    path,
    found: `replications by bandwagon ${header.bandwagon}`,
    expected: `bandwagon ${version}, since versions may differ in their numbers; choose another folder, or run ${header.bandwagon}`,
  });
}
