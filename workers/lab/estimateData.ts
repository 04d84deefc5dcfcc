import { type ModelFrame, parseFormula } from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { columnsOfSeveralTerms } from "../../study/estimate/averageEffects.ts";
import { chosenCovariates } from "../../study/estimate/chosenCovariates.ts";
import { estimateCommand } from "../../study/estimate/estimateCommand.ts";
import {
  columnsOfRequest,
  type EstimatedFormula,
  estimateFormula,
} from "../../study/estimate/estimateFormula.ts";
import type { EstimateOptions } from "../../study/estimate/estimateOptions.ts";
import { refuseTwoClusters } from "../../study/estimate/modelRefusals.ts";
import { rowsWhere } from "../../study/estimate/rowsOfFile.ts";
import { type NamedCurve, survivalAtMeans, survivalCurves } from "../../study/estimate/survivalCurves.ts";
import type { DrawnCurve, EstimateAnswer, ModelRequest, ReadingOptions } from "./dataJobs.ts";
import type { ReadData } from "./dataService.ts";

/** Steps of a survival curve that are drawn at most. */
const STEPS_DRAWN = 600;

/** A fit, with the columns of the file that it read. */
export interface EstimatedData extends EstimatedFormula {
  readonly used: Table;
}

/** Options as `bandwagon estimate` has them; `at` draws curves and is none of a fit. */
export function estimateOptions({ options }: ModelRequest): EstimateOptions {
  const { at: _curves, ...others } = options;
  return { ...others, format: "json" };
}

/** Fits what was asked for, as `bandwagon estimate` does. */
export function estimateData(whole: Table, model: ModelRequest): EstimatedData {
  const options = estimateOptions(model);
  const formula = parseFormula(model.formula);
  refuseTwoClusters(formula, options);
  const names = columnsOfRequest([formula], options)([...whole.columns.keys()]);
  const used: Table = {
    rows: whole.rows,
    // In the order of the file, as the command reads them.
    columns: new Map([...whole.columns].filter(([name]) => names.includes(name))),
  };
  const rows = rowsWhere(used, options.where);
  return { ...estimateFormula(formula, { whole: used, rows }, options), used };
}

export function estimateAnswer(
  { file }: ReadData,
  estimated: EstimatedData,
  reading: ReadingOptions,
  model: ModelRequest,
): EstimateAnswer {
  const { frame, result } = estimated;
  const { covariance: _covariance, robustCovariance: _robust, ...shown } = result;
  return {
    result: shown,
    curves: curvesOf(estimated, model).map(drawn),
    severalTerms: result.averagePartialEffects === null ? [] : columnsOfSeveralTerms(frame),
    command: commandOf(file.name, reading, model),
  };
}

/** The command that repeats a fit where the file lies. */
export function commandOf(name: string, reading: ReadingOptions, model: ModelRequest): string {
  return estimateCommand(name, model.formula, {
    ...estimateOptions(model),
    ...(reading.missing.length > 0 && { na: reading.missing.join(",") }),
    ...(reading.decimal !== null && { decimal: reading.decimal }),
  });
}

/** At the covariates asked for, else at the means; none where the estimates give none. */
export function curvesOf({ frame, fitted, used }: EstimatedData, { options }: ModelRequest): NamedCurve[] {
  const { fit } = fitted;
  if (fit.model !== "cox" || fit.ties === "exact" || !hasCurves(frame, fit.terms)) return [];
  if (options.at === undefined) return survivalAtMeans(frame, fit, options.confidence);
  return survivalCurves(frame, fit, chosenCovariates(frame, used, options.at), options.confidence);
}

function hasCurves(frame: ModelFrame, terms: readonly { readonly estimate: number }[]): boolean {
  const events = frame.outcome.kind === "duration" && frame.outcome.event.some((each) => each === 1);
  return events && terms.every(({ estimate }) => Math.abs(estimate) !== Number.POSITIVE_INFINITY);
}

function drawn({ at, stratum, curve }: NamedCurve): DrawnCurve {
  const { time, survival, confLow, confHigh } = curve;
  const every = Math.max(1, Math.ceil(time.length / STEPS_DRAWN));
  // The last step is always there: where a curve ends is what is read off it first.
  const kept = Array.from(time.keys()).filter((step) => step % every === 0 || step === time.length - 1);
  const of = (values: Float64Array) => kept.map((step) => values[step] ?? Number.NaN);
  return {
    at,
    stratum,
    times: of(time),
    survival: of(survival),
    low: of(confLow),
    high: of(confHigh),
  };
}
