import {
  type Formula,
  fitSelectionDuration,
  type ModelFrame,
  type ModelFrameOptions,
  printFormula,
  type SelectionDurationFit,
} from "../../estimators/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { ModelResult } from "./estimateModel.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refused, refuseZeroWeights, zerosAndOnes } from "./estimateRefusals.ts";
import { refuseForeignOptions } from "./modelRefusals.ts";
import { frameOf, type RowsOfFile } from "./rowsOfFile.ts";
import { matrixOfRows, type SelectionRows, selectionRows } from "./selectionRows.ts";

/** The two equations of a fit, and the rows they share. */
export interface SelectionFit {
  readonly frame: ModelFrame;
  readonly result: ModelResult;
}

/**
 * Who is selected, from all rows, and how long it lasts, from the selected ones: `--selection "selected ~ w"` beside
 * `Surv(time, event) ~ x`. The duration's cells of those who are not selected are not read.
 *
 * @throws InvalidInput and InvalidFormula for what the model does not have.
 */
export function fitSelected(
  formulas: { readonly selection: Formula; readonly duration: Formula },
  rows: RowsOfFile,
  frameOptions: ModelFrameOptions,
  options: ModelOptions,
): SelectionFit {
  refuseForeignOptions("selection", options);
  const selection = frameOf(formulas.selection, rows, frameOptions);
  const selected = zerosAndOnes(selection);
  const duration = frameOf(formulas.duration, rows, {
    ...frameOptions,
    subset: subsetOfSelected(selection, frameOptions.subset),
  });
  refuseBeyond(selection, duration);
  refuseZeroWeights(selection);
  const shared = selectionRows(selection, selected, duration);
  const fit = fitRows(selection, duration, shared, options);
  const { coefficientOrder } = selection;
  const first = coefficientOrder.length;
  const order = [...coefficientOrder, first, ...duration.coefficientOrder.map((at) => first + 1 + at)];
  const further = fit.shape === null ? 1 : 2;
  return {
    frame: {
      ...selection,
      formula: duration.formula,
      rows: shared.rowNumbers.length,
      rowNumbers: shared.rowNumbers,
      dropped: shared.dropped,
    },
    result: { fit, checks: null, order, further, selection: printFormula(selection.formula) },
  };
}

function fitRows(
  selection: ModelFrame,
  duration: ModelFrame,
  { inSelection, inDuration }: SelectionRows,
  { dependence, distribution, robust, confidence }: ModelOptions,
): SelectionDurationFit {
  if (duration.outcome.kind !== "duration" || selection.outcome.kind !== "values") {
    throw new RangeError("a selection is explained by values, a duration by times");
  }
  const { stop, event } = duration.outcome;
  const { values } = selection.outcome;
  const { weights, cluster } = selection;
  const pick = (from: ArrayLike<number>, rows: Int32Array) =>
    Float64Array.from(rows, (row) => (row < 0 ? 0 : (from[row] ?? Number.NaN)));
  return fitSelectionDuration(
    matrixOfRows(selection.matrix, inSelection),
    pick(values, inSelection),
    // A formula with Surv() has no intercept, because a Cox model has none; the Weibull has.
    { ...matrixOfRows(duration.matrix, inDuration), intercept: true },
    pick(stop, inDuration),
    pick(event, inDuration),
    {
      dependence: dependence ?? "fgm",
      distribution: distribution ?? "weibull",
      confidenceLevel: confidence,
      ...(weights && { weights: pick(weights, inSelection) }),
      ...(cluster && { cluster: pick(cluster.codes, inSelection) }),
      ...(robust && { robust }),
    },
  );
}

/** The selected rows of the subset, as a condition. */
function subsetOfSelected({ outcome, formula }: ModelFrame, subset: string | undefined): string {
  const text = printFormula(formula).split(" ~ ")[0] ?? "";
  const event = outcome.kind === "values" ? outcome.event : null;
  const isLabel = event !== null && event !== "TRUE";
  const selected = isLabel ? `${text} == ${JSON.stringify(event)}` : `(${text}) == 1`;
  return subset === undefined ? selected : `(${subset}) & (${selected})`;
}

function refuseBeyond(selection: ModelFrame, duration: ModelFrame): void {
  const { outcome, strata } = duration;
  const model = phrase`a model of selection and duration`;
  if (outcome.kind !== "duration") {
    throw refused(
      "--selection",
      phrase`the outcome ${outcome.name}`,
      phrase`a formula Surv(time, event) ~ …`,
    );
  }
  if (outcome.start !== null)
    throw refused("formula", phrase`delayed entry in ${model}`, phrase`Surv(time, event) ~ …`);
  if (strata !== null) throw refused("formula", phrase`strata() in ${model}`, phrase`factor(g)`);
  for (const [where, frame] of [["formula", duration] as const, ["--selection", selection] as const]) {
    if (frame.offset !== null)
      throw refused(where, phrase`offset() in ${model}`, phrase`a formula without it`);
    if (frame.randomEffect !== null) throw refused(where, phrase`a random effect in ${model}`, "--cluster");
    if (frame.absorbed.length > 0)
      throw refused(where, phrase`effects to absorb in ${model}`, phrase`factor(g)`);
  }
  if (duration.cluster !== null && selection.cluster === null) {
    throw refused(
      "formula",
      phrase`cluster() in the formula of the duration`,
      phrase`--cluster, which is of both`,
    );
  }
}
