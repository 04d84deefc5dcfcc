import { resolve } from "node:path";
import type { ModelFrame } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { csvFile, jsonFile, parquetFile } from "../plannedFiles.ts";
import type { PlannedFile } from "../writeFiles.ts";
import { chosenCovariates } from "./chosenCovariates.ts";
import type { ModelResult } from "./estimateModel.ts";
import type { EstimateOptions } from "./estimateOptions.ts";
import { refused } from "./estimateRefusals.ts";
import { binaryPredictionTable, coxResidualTable } from "./rowFiles.ts";
import { baselineTable, survivalTable } from "./survivalCurves.ts";

/** A file the user asked for, by the option that named it. */
interface AskedFile {
  readonly option: string;
  readonly path: string;
}

/**
 * The files that options name.
 *
 * @throws InvalidInput for an ending that says nothing of the kind of file, a name given twice, or that of the data.
 */
export function askedFiles(input: string, options: EstimateOptions): AskedFile[] {
  const { out, residuals, predict, baseline } = options;
  const tables = Object.entries({ "--residuals": residuals, "--predict": predict, "--baseline": baseline });
  const asked = [["--out", out] as const, ...tables].flatMap(([option, path]) =>
    path === undefined ? [] : [{ option, path }],
  );
  const taken = new Map([[resolve(input), "the file that is read"]]);
  for (const { option, path } of asked) {
    const endings = option === "--out" ? /\.json$/i : /\.(csv|parquet)$/i;
    if (!endings.test(path)) {
      const expected = `a file name that ends in ${option === "--out" ? ".json" : ".csv or .parquet"}`;
      throw refused(`${option} ${path}`, "another ending", expected);
    }
    const holder = taken.get(resolve(path));
    if (holder !== undefined) throw refused(`${option} ${path}`, holder, "a name of its own");
    taken.set(resolve(path), `the file of ${option}`);
  }
  return asked;
}

/**
 * Tables of residuals, predictions and curves, where they were asked for; none of a fit that has no finite estimates, which
 * `say` is told.
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
    const asked = [residuals, predict, baseline].filter((path) => path !== undefined);
    if (asked.length > 0 && checks === null) {
      say(`note: ${asked.join(", ")} not written: the fit has no finite estimates (--penalty firth has)`);
      return [];
    }
    if (residuals !== undefined) write(residuals, coxResidualTable(frame, fit));
    if (baseline !== undefined) write(baseline, baselineTable(frame, fit, confidence));
    if (predict !== undefined) write(predict, survivalTable(frame, fit, chosen, confidence));
    return files;
  }
  if (predict !== undefined && (fit.model === "probit" || fit.model === "logit" || fit.model === "cloglog")) {
    write(predict, binaryPredictionTable(frame, fit));
  }
  return files;
}

/** The document of `--out`. */
export function documentFile({ out }: EstimateOptions, value: unknown): PlannedFile[] {
  return out === undefined ? [] : [jsonFile(out, value)];
}
