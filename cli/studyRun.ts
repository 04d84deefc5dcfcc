import { join } from "node:path";
import { InvalidInput, shocksWithoutEffect } from "../scenarios/index.ts";
import { type ResolvedDesign, resolveDesign } from "../study/cells.ts";
import { parseDesign } from "../study/design.ts";
import type { EstimateRow } from "../study/rows.ts";
import { rowsTable } from "../study/rowsTable.ts";
import { type StudySummary, summarise } from "../study/summary.ts";
import { availableCores } from "../workers/nodeEndpoint.ts";
import { EXIT, Interrupted } from "./failure.ts";
import { interruption } from "./interruption.ts";
import { prepareFolder } from "./outputFolder.ts";
import { memoryLimit, refuseTooLarge } from "./panelMemory.ts";
import { csvFile, jsonFile, parquetFile } from "./plannedFiles.ts";
import { readJson } from "./readJson.ts";
import { runStudy } from "./replications.ts";
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

/** What a study leaves in its folder. */
const FILES = ["design.json", "replications.parquet", "replications.csv", "summary.json"] as const;

/** `bandwagon study run DESIGN`. Returns the exit code. */
export async function studyRun(designPath: string, options: StudyRunOptions): Promise<number> {
  const design = await readDesign(designPath, options);
  for (const warning of designWarnings(design)) process.stderr.write(`${warning}\n`);
  const workers = options.workers ?? availableCores();
  refuseLargeCells(design, workers, designPath);
  const { signal, release } = interruption();
  const folder = options.out === undefined ? null : await prepareFolder(options.out, "--out", FILES);
  try {
    const rows = await runStudy(design, workers, signal);
    const summary = summarise(design, rows);
    const written =
      options.out === undefined ? [] : await attempt(writeStudy(options.out, design, rows, summary, signal));
    if (written instanceof Interrupted) throw written;
    // A full disk must not take the finished study with it.
    print(options.format, design, summary, written instanceof Error ? [] : written);
    if (written instanceof Error) throw written;
    const valid = summary.estimands.some((estimand) => estimand.valid > 0);
    if (!valid) process.stderr.write("error: no replication gave an estimate\n");
    return valid ? EXIT.done : EXIT.workFailed;
  } catch (error) {
    folder?.discard();
    throw error;
  } finally {
    release();
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

/** Writes the files of a study and returns their names. They hold no time and no path, so that they can be compared. */
async function writeStudy(
  folder: string,
  design: ResolvedDesign,
  rows: readonly EstimateRow[],
  summary: StudySummary,
  signal: AbortSignal,
): Promise<string[]> {
  const table = rowsTable(rows);
  const path = (name: (typeof FILES)[number]) => join(folder, name);
  const files = [
    jsonFile(path("design.json"), design.design),
    parquetFile(path("replications.parquet"), table),
    csvFile(path("replications.csv"), table),
    jsonFile(path("summary.json"), summary),
  ];
  await writeFiles(files, signal);
  return files.map(({ path }) => path);
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
