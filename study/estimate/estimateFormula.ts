import { type Formula, type ModelFrame, parseFormula } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { averageEffects } from "./averageEffects.ts";
import { columnsInUse } from "./estimateColumns.ts";
import { fitModel, type ModelResult } from "./estimateModel.ts";
import { type EstimateOptions, frameOptions, panelColumns, type ThreadsOf } from "./estimateOptions.ts";
import { type EstimateResult, estimateResult } from "./estimateResult.ts";
import { fitSelected } from "./estimateSelection.ts";
import { frameOf, type RowsOfFile } from "./rowsOfFile.ts";

/** A formula as it was fitted, with what stands behind its printed result. */
export interface EstimatedFormula {
  readonly frame: ModelFrame;
  readonly fitted: ModelResult;
  readonly result: EstimateResult;
}

/**
 * Which columns of a file formulas and options read, once its names are known. What can be refused without the file is refused at once.
 *
 * @throws as `parseFormula` and `columnsInUse` do.
 */
export function columnsOfRequest(
  formulas: readonly Formula[],
  options: EstimateOptions,
): (names: readonly string[]) => string[] {
  const { panel, where, subset, cluster, weights, beforeEntry, selection } = options;
  const read = { where, subset, cluster, weights, "before-entry": beforeEntry };
  const expressions = Object.entries(read).flatMap(([what, text]) =>
    text === undefined ? [] : [{ what, text }],
  );
  const use = { ...(panel !== undefined && { panel: panelColumns(panel) }), expressions };
  const all = [...formulas, ...(selection === undefined ? [] : [parseFormula(selection)])];
  return (names) => [...new Set(all.flatMap((formula) => columnsInUse(formula, use, names)))];
}

/**
 * Fits one formula, with its average effects where they are asked for, as `bandwagon estimate` does.
 *
 * @param whole the file, of which `rows` are those of `where`.
 * @throws InvalidInput and InvalidFormula for what cannot be fitted as asked.
 */
export function estimateFormula(
  formula: Formula,
  { whole, rows }: { readonly whole: Table; readonly rows: RowsOfFile },
  options: EstimateOptions,
  threadsOf?: ThreadsOf,
): EstimatedFormula {
  const forFrame = frameOptions(options);
  const { frame, result: fitted } =
    options.selection === undefined
      ? fitOne(frameOf(formula, rows, forFrame), options, whole, threadsOf)
      : fitSelected(
          { selection: parseFormula(options.selection), duration: formula },
          rows,
          forFrame,
          options,
        );
  const effects = averageEffects(frame, fitted.fit, options);
  const outsideWhere = whole.rows - rows.table.rows;
  const context = { confidenceLevel: options.confidence, outsideWhere, effects };
  return { frame, fitted, result: estimateResult(frame, fitted, context) };
}

function fitOne(
  frame: ModelFrame,
  options: EstimateOptions,
  whole: Table,
  threadsOf: ThreadsOf | undefined,
): { readonly frame: ModelFrame; readonly result: ModelResult } {
  return { frame, result: fitModel(frame, options, whole, threadsOf) };
}
