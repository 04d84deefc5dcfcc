import { join } from "node:path";
import { InvalidInput, shocksWithoutEffect } from "../scenarios/index.ts";
import { type ResolvedDesign, resolveDesign } from "../study/cells.ts";
import { parseDesign } from "../study/design.ts";
import type { LogIndex } from "../study/log/logIndex.ts";
import { type ReplicationKey, replicationKeys } from "../study/replicationKeys.ts";
import type { EstimateRow } from "../study/rows.ts";
import { type StudySummary, summarise, summariseSource } from "../study/summary.ts";
import { availableCores } from "../workers/nodeEndpoint.ts";
import { EXIT, Interrupted } from "./failure.ts";
import { interruption } from "./interruption.ts";
import { memoryLimit, refuseTooLarge } from "./panelMemory.ts";
import { jsonFile } from "./plannedFiles.ts";
import { readJson } from "./readJson.ts";
import { runStudy } from "./replications.ts";
import type { StudyLogs } from "./study/readLogs.ts";
import { resultFiles } from "./study/resultFiles.ts";
import { storedRows } from "./study/storedRows.ts";
import { openStudyFolder } from "./study/studyFolder.ts";
import { designPath } from "./study/studyPaths.ts";
import { studyTable } from "./studyTable.ts";
import { wrapText } from "./textTable.ts";
import { visibleText } from "./visibleText.ts";
import { writeFiles } from "./writeFiles.ts";

export interface StudyRunOptions {
  readonly out?: string;
  readonly workers?: number;
  readonly replications?: number;
  readonly seed?: string;
  readonly format: "table" | "json";
}

/** `bandwagon study run DESIGN`. Returns the exit code. */
export async function studyRun(designPath: string, options: StudyRunOptions): Promise<number> {
  const design = await readDesign(designPath, options);
  for (const warning of designWarnings(design)) process.stderr.write(`${warning}\n`);
  const workers = options.workers ?? availableCores();
  refuseLargeCells(design, workers, designPath);
  const { signal, release } = interruption();
  try {
    return options.out === undefined
      ? await runInMemory(design, options.format, workers, signal)
      : await runInFolder(design, options.out, options.format, workers, signal);
  } finally {
    release();
  }
}

async function runInMemory(
  design: ResolvedDesign,
  format: "table" | "json",
  workers: number,
  signal: AbortSignal,
): Promise<number> {
  const rows: EstimateRow[] = [];
  const keep = (_: unknown, found: readonly EstimateRow[]) => {
    for (const row of found) rows.push(row);
  };
  const count = design.cells.length * design.design.replications;
  await runStudy(design, { keys: replicationKeys(design), count, keep, workers, signal });
  const summary = summarise(design, rows);
  print(format, design, summary, []);
  return exitCode(summary);
}

/** What is there already is not run again. */
async function runInFolder(
  design: ResolvedDesign,
  path: string,
  format: "table" | "json",
  workers: number,
  signal: AbortSignal,
): Promise<number> {
  const folder = await openStudyFolder(path, design);
  const total = design.cells.length * design.design.replications;
  try {
    const { index, damaged } = folder.before;
    for (const place of damaged) {
      process.stderr.write(`warning: ${place} is damaged; its replication is run again\n`);
    }
    if (index.found > 0) process.stderr.write(`${index.found} of ${total} replications are there already\n`);
    await runStudy(design, {
      keys: missingKeys(design, index),
      count: total - index.found,
      keep: folder.keep,
      workers,
      signal,
    });
    return await writeResults(design, path, folder.logs(), format, signal);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    const kept = folder.before.index.found + folder.kept();
    if (kept === 0) throw error;
    throw new Interrupted(
      `Interrupted: ${kept} of ${total} replications are kept in ${path}; the same command goes on with the others.`,
    );
  } finally {
    folder.close();
  }
}

function* missingKeys(design: ResolvedDesign, index: LogIndex): Generator<ReplicationKey, void, undefined> {
  for (const key of replicationKeys(design)) if (!index.has(key.cell, key.replication)) yield key;
}

async function writeResults(
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
    print(format, design, summary, written instanceof Error ? [] : files.map(({ path }) => path));
    if (written instanceof Error) throw written;
    return exitCode(summary);
  } finally {
    source.close();
  }
}

function exitCode(summary: StudySummary): number {
  if (summary.estimands.some((estimand) => estimand.valid > 0)) return EXIT.done;
  process.stderr.write("error: no replication gave an estimate\n");
  return EXIT.workFailed;
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

async function readDesign(path: string, { replications, seed }: StudyRunOptions): Promise<ResolvedDesign> {
  const json = await readJson(path);
  try {
    return resolveDesign({
      ...parseDesign(json),
      ...(replications === undefined ? {} : { replications }),
      ...(seed === undefined ? {} : { seed }),
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    throw new InvalidInput({ path: `${path}: ${error.path || "the document"}`, found, expected, suggestion });
  }
}

/** Each thread holds a panel at a time. */
function refuseLargeCells({ cells, design }: ResolvedDesign, workers: number, path: string): void {
  const threads = Math.min(workers, cells.length * design.replications);
  const limit = memoryLimit();
  for (const { world, scenario } of cells) {
    refuseTooLarge(scenario, `${path}: world "${world}"`, threads, limit);
  }
}

/** What should make a reader pause before the work begins; once a world, however many cells it has. */
function designWarnings({ cells }: ResolvedDesign): string[] {
  const sentences = cells.flatMap(({ world, scenario }) =>
    shocksWithoutEffect(scenario).map((sentence) => `warning: world "${world}": ${sentence}`),
  );
  return [...new Set(sentences)].map((sentence) => visibleText(wrapText(sentence, 110, "  ")));
}

function print(
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
