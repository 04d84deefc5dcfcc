import {
  type ModelFrame,
  type ModelFrameOptions,
  parseFormula,
  printFormula,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { EXIT } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { htmlTable } from "../journal/htmlTable.ts";
import { latexTable } from "../journal/latexTable.ts";
import { prepareFiles } from "../outputFolder.ts";
import { isParquetFile, readTable } from "../readTable.ts";
import { visibleText } from "../visibleText.ts";
import { type PlannedFile, writeFiles } from "../writeFiles.ts";
import { averageEffects, columnsOfSeveralTerms } from "./averageEffects.ts";
import { columnsInUse } from "./estimateColumns.ts";
import { fitModel } from "./estimateModel.ts";
import { type EstimateOptions, panelColumns } from "./estimateOptions.ts";
import { type EstimateResult, estimateResult } from "./estimateResult.ts";
import { fitSelected } from "./estimateSelection.ts";
import { estimateTable } from "./estimateTable.ts";
import { askedFiles, documentFile, tablesOfFit } from "./filesOfFit.ts";
import { notesOnMarks, withFlag } from "./missingMarks.ts";
import { refuseLonelyOptions, refuseOfSeveral, refuseTwoClusters, refuseUnprinted } from "./modelRefusals.ts";
import { frameOf, type RowsOfFile, rowsWhere } from "./rowsOfFile.ts";
import { scriptsOfFit } from "./scriptsOfFit.ts";
import { type FitOfFrame, type NestedTest, nestedTests, notesOnRows, sideBySide } from "./severalFits.ts";
import { failuresOf } from "./warningsOfFit.ts";

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
  const selection = options.selection === undefined ? null : parseFormula(options.selection);
  for (const formula of formulas) refuseTwoClusters(formula, options);
  const missing = options.na === undefined ? [] : options.na.split(",");
  const frameOptions = optionsOfFrame(options);
  const { where, subset, cluster, weights, beforeEntry } = options;
  const read = { where, subset, cluster, weights, "before-entry": beforeEntry };
  const expressions = Object.entries(read).flatMap(([what, text]) =>
    text === undefined ? [] : [{ what, text }],
  );
  const use = { ...(frameOptions.panel && { panel: frameOptions.panel }), expressions };
  const folders = [];
  try {
    for (const { option, path } of asked) folders.push(await prepareFiles([path], option));
    const whole = await readTable(path, {
      missing,
      ...(options.decimal && { decimal: options.decimal }),
      columns: (names) => [
        ...new Set(
          [...formulas, ...(selection === null ? [] : [selection])].flatMap((formula) =>
            columnsInUse(formula, use, names),
          ),
        ),
      ],
    });
    if (!(await isParquetFile(path))) for (const note of notesOnMarks(whole, missing)) say(note);
    const rows = rowsWhere(whole, where);
    const fits: FitOfFrame[] = [];
    const results: EstimateResult[] = [];
    for (const formula of formulas) {
      if (process.stderr.isTTY && rows.table.rows >= LARGE) say(`fitting ${printFormula(formula)} …`);
      const { frame, result } =
        selection === null
          ? fitted(frameOf(formula, rows, frameOptions), options, whole)
          : fitSelected({ selection, duration: formula }, rows, frameOptions, options);
      const effects = averageEffects(frame, result.fit, options);
      if (effects !== null) sayWhatMovesAlone(columnsOfSeveralTerms(frame));
      fits.push({ frame, result });
      const context = { confidenceLevel: options.confidence, outsideWhere: outside(whole, rows), effects };
      results.push(estimateResult(frame, result, context));
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
      return jsonText(document);
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

function fitted(frame: ModelFrame, options: EstimateOptions, whole: Table): FitOfFrame {
  return { frame, result: fitModel(frame, options, whole) };
}

function optionsOfFrame({ panel, subset, cluster, weights }: EstimateOptions): ModelFrameOptions {
  return {
    ...(panel !== undefined && { panel: panelColumns(panel) }),
    ...(subset !== undefined && { subset }),
    ...(cluster !== undefined && { cluster }),
    ...(weights !== undefined && { weights }),
  };
}

const outside = (whole: Table, { table }: RowsOfFile) => whole.rows - table.rows;

/** JSON leaves DEL and the control characters above it as they are, but a terminal obeys them. */
function jsonText(document: unknown): string {
  return JSON.stringify(document, null, 2).replace(
    /[\x7F-\x9F]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
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
