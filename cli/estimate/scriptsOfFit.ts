import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ModelFrame } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { type EstimateOptions, panelColumns } from "../../study/estimate/estimateOptions.ts";
import { refused } from "../../study/estimate/estimateRefusals.ts";
import type { EstimateResult } from "../../study/estimate/estimateResult.ts";
import { exportR } from "../../study/exportScript/exportR.ts";
import { exportStata } from "../../study/exportScript/exportStata.ts";
import { scriptFile } from "../exportScript/scriptFile.ts";
import { textFile } from "../plannedFiles.ts";
import type { PlannedFile } from "../writeFiles.ts";

/** Scripts that repeat a fit in other software, where they were asked for, with the data they read if those are Parquet. */
export async function scriptsOfFit(
  path: string,
  whole: Table,
  fit: { readonly frame: ModelFrame; readonly result: EstimateResult },
  options: EstimateOptions,
  missing: readonly string[],
): Promise<PlannedFile[]> {
  const { exportR: toR, exportStata: toStata, panel, where, subset, cluster, weights } = options;
  const read = {
    panel: panel === undefined ? undefined : panelColumns(panel),
    where,
    subset,
    cluster,
    weights,
  };
  const planned: PlannedFile[] = [];
  for (const [option, script, write] of [
    ["--export-r", toR, exportR],
    ["--export-stata", toStata, exportStata],
  ] as const) {
    if (script === undefined) continue;
    const { file, files } = await scriptFile(path, whole, {
      missing,
      scriptPath: script,
      copied: options.decimal !== undefined,
    });
    for (const copy of files) refuseOthers(copy.path, option, script, options);
    planned.push(textFile(script, write({ file, options: read, ...fit })));
    // Two scripts of one name share the copy.
    planned.push(...files.filter((each) => planned.every((other) => other.path !== each.path)));
  }
  return planned;
}

/** The user did not name the copy of the data: it replaces no file but the copy of an earlier run of the same script. */
function refuseOthers(
  copy: string,
  option: string,
  script: string,
  { predict, residuals, baseline }: EstimateOptions,
): void {
  const asked = [predict, residuals, baseline].some(
    (path) => path !== undefined && resolve(path) === resolve(copy),
  );
  if (!asked && (!existsSync(copy) || existsSync(script))) return;
  const expected = `another name for the script: its copy of the data would take the place of ${copy}`;
  throw refused(`${option} ${script}`, `a file ${copy}`, expected);
}
