import { join } from "node:path";
import type { ResolvedDesign } from "../../study/cells.ts";
import { type StudySummary, summariseSource } from "../../study/summary.ts";
import { EXIT, Interrupted } from "../failure.ts";
import { jsonFile } from "../plannedFiles.ts";
import { studyTable } from "../studyTable.ts";
import { writeFiles } from "../writeFiles.ts";
import type { StudyLogs } from "./readLogs.ts";
import { resultFiles } from "./resultFiles.ts";
import { storedRows } from "./storedRows.ts";
import { designPath } from "./studyPaths.ts";

/** Writes the results of a study into its folder and prints its table. Returns the exit code. */
export async function finishStudy(
  design: ResolvedDesign,
  folder: string,
  logs: StudyLogs,
  format: "table" | "json",
  signal: AbortSignal,
): Promise<number> {
  const source = storedRows(design, logs);
  try {
    const summary = summariseSource(design, source);
    const results = resultFiles(design, source, summary, (name) => join(folder, name));
    const files = [jsonFile(designPath(folder), design.design), ...results];
    const written = await attempt(writeFiles(files, signal));
    if (written instanceof Interrupted) throw written;
    // A full disk must not take the finished study with it.
    printStudy(format, design, summary, written instanceof Error ? [] : files.map(({ path }) => path));
    if (written instanceof Error) throw written;
    return exitCode(summary);
  } finally {
    source.close();
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
