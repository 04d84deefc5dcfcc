import { resolve } from "node:path";
import type { ModelFrame } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { chosenCovariates } from "../../study/estimate/chosenCovariates.ts";
import { rowsBeforeEntry } from "../../study/estimate/estimateFrailty.ts";
import type { ModelResult } from "../../study/estimate/estimateModel.ts";
import type { EstimateOptions } from "../../study/estimate/estimateOptions.ts";
import { refused } from "../../study/estimate/estimateRefusals.ts";
import { baselineTable, survivalTable } from "../../study/estimate/survivalCurves.ts";
import { csvFile, jsonFile, parquetFile } from "../plannedFiles.ts";
import type { PlannedFile } from "../writeFiles.ts";
import { coxPredictionTable, coxResidualTable } from "./coxRowFiles.ts";
import {
  binaryPredictionTable,
  binaryResidualTable,
  frailtyPredictionTable,
  randomEffectsPredictionTable,
} from "./rowFiles.ts";

/** A file the user asked for, by the option that named it. */
interface AskedFile {
  readonly option: string;
  readonly path: string;
}

const ENDINGS = {
  json: { pattern: /\.json$/i, text: ".json" },
  table: { pattern: /\.(csv|parquet)$/i, text: ".csv or .parquet" },
  r: { pattern: /\.R$/i, text: ".R" },
  stata: { pattern: /\.do$/i, text: ".do" },
} as const;

/**
 * The files that options name.
 *
 * @throws InvalidInput for an ending that says nothing of the kind of file, a name given twice, or that of the data.
 */
export function askedFiles(input: string, options: EstimateOptions): AskedFile[] {
  const { out, residuals, predict, baseline, exportR, exportStata } = options;
  const asked = [
    { option: "--out", path: out, ending: ENDINGS.json },
    { option: "--residuals", path: residuals, ending: ENDINGS.table },
    { option: "--predict", path: predict, ending: ENDINGS.table },
    { option: "--baseline", path: baseline, ending: ENDINGS.table },
    { option: "--export-r", path: exportR, ending: ENDINGS.r },
    { option: "--export-stata", path: exportStata, ending: ENDINGS.stata },
  ];
  const taken = new Map([[resolve(input), "the file that is read"]]);
  return asked.flatMap(({ option, path, ending }) => {
    if (path === undefined) return [];
    if (!ending.pattern.test(path)) {
      throw refused(`${option} ${path}`, "another ending", `a file name that ends in ${ending.text}`);
    }
    const holder = taken.get(resolve(path));
    if (holder !== undefined) throw refused(`${option} ${path}`, holder, "a name of its own");
    taken.set(resolve(path), `the file of ${option}`);
    return [{ option, path }];
  });
}

/**
 * Tables of residuals, predictions and curves, where they were asked for. What a fit has none of for its infinite estimates is
 * left out, which `say` is told.
 *
 * @throws InvalidInput for covariates that the fit does not have.
 */
export function tablesOfFit(
  frame: ModelFrame,
  { fit, checks }: ModelResult,
  whole: Table,
  options: EstimateOptions,
  say: (line: string) => void,
): PlannedFile[] {
  const { residuals, predict, baseline, at, confidence } = options;
  const files: PlannedFile[] = [];
  const write = (path: string, table: Table) =>
    files.push(/\.csv$/i.test(path) ? csvFile(path, table) : parquetFile(path, table));
  if (fit.model === "cox") {
    const chosen = at === undefined ? [] : chosenCovariates(frame, whole, at);
    const curves = () => survivalTable(frame, fit, chosen, confidence);
    const tables = [
      [residuals, () => coxResidualTable(frame, fit)],
      [baseline, () => baselineTable(frame, fit, confidence)],
      [predict, at === undefined ? () => coxPredictionTable(frame, fit) : curves],
    ] as const;
    const missing: string[] = [];
    for (const [path, make] of tables) {
      if (path === undefined) continue;
      const hasRows = checks !== null || fit.terms.length === 0 || hasInfinite(fit);
      const table = hasRows ? unlessWithoutLimit(make) : null;
      if (table === null) missing.push(path);
      else write(path, table);
    }
    if (missing.length > 0) {
      say(
        `note: ${missing.join(", ")} not written: ${whyNoRows(fit)}; --penalty firth gives finite estimates`,
      );
    }
    return files;
  }
  if (fit.model === "probit" || fit.model === "logit" || fit.model === "cloglog") {
    if (residuals !== undefined) write(residuals, binaryResidualTable(frame, fit));
    if (predict !== undefined) write(predict, binaryPredictionTable(frame, fit));
  } else if (predict !== undefined && fit.model === "gammaFrailty") {
    const beforeEntry = rowsBeforeEntry(frame, options, whole);
    if (hasInfinite(fit)) say(`note: ${predict} not written: ${whyNoRows(fit)}`);
    else write(predict, frailtyPredictionTable(frame, fit, beforeEntry));
  } else if (predict !== undefined && "randomEffect" in fit) {
    if (hasInfinite(fit)) say(`note: ${predict} not written: ${whyNoRows(fit)}`);
    else write(predict, randomEffectsPredictionTable(frame, fit));
  }
  return files;
}

/** Null where infinite estimates leave no numbers: curves have none, rows where the limit is not told by one term. */
function unlessWithoutLimit(make: () => Table): Table | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof InvalidInput && error.path === "fit.terms") return null;
    throw error;
  }
}

/** Most is computed at finite estimates alone, also of terms that have one beside others. */
function whyNoRows({ terms }: ModelResult["fit"]): string {
  const infinite = terms.filter(({ estimate }) => Math.abs(estimate) === Number.POSITIVE_INFINITY);
  if (infinite.length === 0) return "the fit has no estimates";
  const names = infinite.map(({ term }) => term).join(", ");
  const have = infinite.length === 1 ? "has an infinite estimate" : "have infinite estimates";
  return `${names} ${have}, and this is computed at finite ones only; leave ${infinite.length === 1 ? "it" : "them"} out`;
}

function hasInfinite({ terms }: ModelResult["fit"]): boolean {
  return terms.some(({ estimate }) => Math.abs(estimate) === Number.POSITIVE_INFINITY);
}

/** The document of `--out`. */
export function documentFile({ out }: EstimateOptions, value: unknown): PlannedFile[] {
  return out === undefined ? [] : [jsonFile(out, value)];
}
