import { parseFormula, printFormula } from "../../estimators/index.ts";
import { columnsOfSeveralTerms } from "../../study/estimate/averageEffects.ts";
import { columnsOfRequest, estimateFormula } from "../../study/estimate/estimateFormula.ts";
import type { EstimateOptions } from "../../study/estimate/estimateOptions.ts";
import type { EstimateResult } from "../../study/estimate/estimateResult.ts";
import { notesOnMarks, withFlag } from "../../study/estimate/missingMarks.ts";
import {
  refuseLonelyOptions,
  refuseOfSeveral,
  refuseTwoClusters,
  refuseUnprinted,
} from "../../study/estimate/modelRefusals.ts";
import { resultJson } from "../../study/estimate/resultJson.ts";
import { rowsWhere } from "../../study/estimate/rowsOfFile.ts";
import { failuresOf } from "../../study/estimate/warningsOfFit.ts";
import { htmlTable } from "../../study/journal/htmlTable.ts";
import { latexTable } from "../../study/journal/latexTable.ts";
import { fitThreads } from "../../workers/fitThreads.ts";
import { EXIT } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { prepareFiles } from "../outputFolder.ts";
import { isParquetFile, readTable } from "../readTable.ts";
import { visibleText } from "../visibleText.ts";
import { type PlannedFile, writeFiles } from "../writeFiles.ts";
import { estimateTable } from "./estimateTable.ts";
import { askedFiles, documentFile, tablesOfFit } from "./filesOfFit.ts";
import { scriptsOfFit } from "./scriptsOfFit.ts";
import { type FitOfFrame, type NestedTest, nestedTests, notesOnRows, sideBySide } from "./severalFits.ts";

/** Rows from which on a person at a terminal is told that a fit has begun. */
const LARGE = 50_000;

/** `bandwagon estimate FILE FORMULA…`. Returns the exit code: 1 when there is no finite, verified maximum. */
export async function estimate(
  path: string,
  formulaTexts: readonly string[],
  options: EstimateOptions,
): Promise<number> {
  refuseLonelyOptions(options);
  refuseOfSeveral(formulaTexts.length, options);
  refuseUnprinted(formulaTexts.length, options);
  const asked = askedFiles(path, options);
  const formulas = formulaTexts.map(parseFormula);
  for (const formula of formulas) refuseTwoClusters(formula, options);
  const columns = columnsOfRequest(formulas, options);
  const missing = options.na === undefined ? [] : options.na.split(",");
  const folders = [];
  try {
    for (const { option, path } of asked) folders.push(await prepareFiles([path], option));
    const whole = await readTable(path, {
      missing,
      ...(options.decimal && { decimal: options.decimal }),
      columns,
    });
    if (!(await isParquetFile(path))) for (const note of notesOnMarks(whole, missing)) say(note);
    const rows = rowsWhere(whole, options.where);
    const fits: FitOfFrame[] = [];
    const results: EstimateResult[] = [];
    for (const formula of formulas) {
      if (process.stderr.isTTY && rows.table.rows >= LARGE) say(`fitting ${printFormula(formula)} …`);
      const { frame, fitted, result } = estimateFormula(formula, { whole, rows }, options, fitThreads);
      if (result.averagePartialEffects !== null) sayWhatMovesAlone(columnsOfSeveralTerms(frame));
      fits.push({ frame, result: fitted });
      results.push(result);
    }
    const tests = nestedTests(fits);
    for (const note of notesOnRows(fits)) say(note);
    const [only] = results;
    const document = results.length === 1 ? only : { fits: results, nestedTests: tests };
    const tables = fits.flatMap(({ frame, result }) => tablesOfFit(frame, result, whole, options, say));
    const [first] = fits;
    const scripts =
      only === undefined || first === undefined
        ? []
        : await scriptsOfFit(path, whole, { frame: first.frame, result: only }, options, missing);
    const files = [...documentFile(options, document), ...tables, ...scripts];
    if (files.length > 0) await writeInterruptibly(files);
    const report = reportOf(results, tests, document, options.format);
    process.stdout.write(`${report}\n`);
    return exitCode(results);
  } catch (error) {
    for (const folder of folders) folder.discard();
    throw withFlag(error, missing);
  }
}

/** A first Ctrl-C leaves no file half-written; while a model is fitted it ends the process at once. */
async function writeInterruptibly(files: readonly PlannedFile[]): Promise<void> {
  const { signal, release } = interruption();
  try {
    await writeFiles(files, signal);
  } finally {
    release();
  }
}

function reportOf(
  results: readonly EstimateResult[],
  tests: readonly NestedTest[],
  document: unknown,
  format: EstimateOptions["format"],
): string {
  switch (format) {
    case "json":
      return resultJson(document);
    case "latex":
      return visibleText(latexTable(results).trimEnd());
    case "html":
      return visibleText(htmlTable(results).trimEnd());
    case "table": {
      const [only] = results;
      return results.length === 1 && only !== undefined ? estimateTable(only) : sideBySide(results, tests);
    }
  }
}

function sayWhatMovesAlone(columns: readonly string[]): void {
  if (columns.length === 0) return;
  const those = columns.join(", ");
  say(
    `note: ${those} ${columns.length === 1 ? "is" : "are"} part of several terms; each average effect moves one term alone`,
  );
}

function exitCode(results: readonly EstimateResult[]): number {
  const failed = results.filter(({ converged }) => !converged);
  if (failed.length === 0) return EXIT.done;
  const codes = new Set(failed.flatMap(failuresOf));
  const which = results.length === 1 ? "the model" : `${failed.length} of ${results.length} models`;
  say(`error: ${which} could not be fitted as asked: ${[...codes].join(", ")}`);
  return EXIT.workFailed;
}

function say(line: string): void {
  process.stderr.write(`${visibleText(line)}\n`);
}
