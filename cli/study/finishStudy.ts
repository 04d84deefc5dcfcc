import { join } from "node:path";
import type { ResolvedDesign } from "../../study/cells.ts";
import { heldRows } from "../../study/heldRows.ts";
import { type StudySummary, summariseSource } from "../../study/summary.ts";
import { lastLooks } from "../../study/until/lastLooks.ts";
import { firstReplications } from "../../study/until/lookAtCell.ts";
import type { UntilRounds } from "../../study/until/untilRounds.ts";
import { EXIT, explainSystemError, Interrupted, isSystemError, WorkFailed } from "../failure.ts";
import { jsonFile } from "../plannedFiles.ts";
import { studyTable } from "../studyTable.ts";
import { type PlannedFile, writeFiles } from "../writeFiles.ts";
import { removeLeftovers } from "./leftovers.ts";
import type { StudyLogs } from "./readLogs.ts";
import { resultFiles } from "./resultFiles.ts";
import { storedRows } from "./storedRows.ts";
import { designPath, looksPath } from "./studyPaths.ts";
import { writeDesign } from "./writeDesign.ts";

/**
 * Writes the results of a study into its folder and prints its table. Returns the exit code.
 *
 * @param rounds of a study that stops by a rule, all done.
 */
export async function finishStudy(
  design: ResolvedDesign,
  folder: string,
  logs: StudyLogs,
  format: "table" | "json",
  signal: AbortSignal,
  rounds?: UntilRounds,
): Promise<number> {
  const stored = storedRows(design, logs);
  const held = heldRows(design, stored);
  const source = rounds === undefined ? held : firstReplications(held, rounds.lastOf);
  try {
    const summary = summariseSource(design, source, rounds && lastLooks(rounds));
    const results = resultFiles(design, source, summary, (name) => join(folder, name));
    const files = [...results];
    if (rounds !== undefined) files.push(jsonFile(looksPath(folder), rounds.looks()));
    const written = await attempt(writeInto(folder, design, files, signal));
    if (written instanceof Interrupted) throw written;
    const names = [designPath(folder), ...files.map(({ path }) => path)];
    // A full disk must not take the finished study with it.
    printStudy(format, design, summary, written instanceof Error ? [] : names);
    if (written instanceof Error) throw written;
    return exitCode(summary);
  } finally {
    stored.close();
  }
}

async function writeInto(
  folder: string,
  design: ResolvedDesign,
  files: readonly PlannedFile[],
  signal: AbortSignal,
): Promise<void> {
  try {
    writeDesign(folder, design);
    await writeFiles(files, signal);
    removeLeftovers(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const [cause] = explainSystemError(error).split(";");
    throw new WorkFailed(
      `${folder}: the results could not be written: ${cause}; every replication is kept, and the same command writes them once this is mended`,
    );
  }
}

/** The error a piece of work ended with, as a value. */
async function attempt<Result>(work: Promise<Result>): Promise<Result | Error> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

export function exitCode(summary: StudySummary): number {
  if (summary.estimands.some((estimand) => estimand.valid > 0)) return EXIT.done;
  process.stderr.write("error: no replication gave an estimate\n");
  return EXIT.workFailed;
}

/** @param written files, to be named. */
export function printStudy(
  format: "table" | "json",
  design: ResolvedDesign,
  summary: StudySummary,
  written: readonly string[],
): void {
  const places = written.length === 0 ? "" : `files: ${written.join("\n       ")}\n`;
  if (format === "json") {
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    process.stderr.write(places);
  } else {
    process.stdout.write(`\n${studyTable(design, summary)}\n${places === "" ? "" : `\n${places}`}`);
  }
}
