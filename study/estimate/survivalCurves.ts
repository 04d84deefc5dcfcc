import {
  type CoxFit,
  coxBaseline,
  coxSurvival,
  type ModelFrame,
  type ModelMatrix,
  type SurvivalCurve,
} from "../../estimators/index.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { ChosenCovariates } from "./chosenCovariates.ts";
import { coxData } from "./estimateCox.ts";

/** A curve with what it is of. */
export interface NamedCurve {
  readonly at: string;
  readonly stratum: string;
  readonly curve: SurvivalCurve;
}

/** Survival of every stratum where all covariates are zero. */
export function baselineTable(frame: ModelFrame, fit: CoxFit, confidenceLevel: number): Table {
  const data = coxData(frame);
  const curves = strataOf(frame).map(({ name, code }) => ({
    at: "baseline",
    stratum: name,
    curve: coxBaseline(data, fit, { confidenceLevel, ...(code !== null && { stratum: code }) }),
  }));
  return curveTable(curves);
}

/** Survival at each of the covariates that `--at` names, in the stratum it names or else in every one, as a table. */
export function survivalTable(
  frame: ModelFrame,
  fit: CoxFit,
  chosen: readonly ChosenCovariates[],
  confidenceLevel: number,
): Table {
  return curveTable(survivalCurves(frame, fit, chosen, confidenceLevel));
}

/** The curves of `survivalTable`. */
export function survivalCurves(
  frame: ModelFrame,
  fit: CoxFit,
  chosen: readonly ChosenCovariates[],
  confidenceLevel: number,
): NamedCurve[] {
  const data = coxData(frame);
  return chosen.flatMap(({ text, covariates, offset, stratum }) =>
    strataOf(frame)
      .filter(({ name }) => stratum === null || name === stratum)
      .map(({ name, code }) => ({
        at: text,
        stratum: name,
        curve: coxSurvival(data, fit, {
          covariates,
          offset,
          confidenceLevel,
          ...(code !== null && { stratum: code }),
        }),
      })),
  );
}

/** Survival in every stratum with each term at its mean over the rows of the sample, dummies too. */
export function survivalAtMeans(frame: ModelFrame, fit: CoxFit, confidenceLevel: number): NamedCurve[] {
  const data = coxData(frame);
  const covariates = meansOfTerms(frame.matrix);
  return strataOf(frame).map(({ name, code }) => ({
    at: "means",
    stratum: name,
    curve: coxSurvival(data, fit, { covariates, confidenceLevel, ...(code !== null && { stratum: code }) }),
  }));
}

function meansOfTerms({ rows, numeric, factors }: ModelMatrix): number[] {
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / rows;
  return [
    ...numeric.map(({ values }) => mean(values)),
    ...factors.flatMap(({ codes, levels }) => {
      const counts = new Float64Array(levels.length);
      for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
      return Array.from(counts.subarray(1), (count) => count / rows);
    }),
  ];
}

function strataOf({ strata }: ModelFrame): { name: string; code: number | null }[] {
  return strata === null ? [{ name: "", code: null }] : strata.levels.map((name, code) => ({ name, code }));
}

function curveTable(curves: readonly NamedCurve[]): Table {
  const numbers = (of: (curve: SurvivalCurve) => Float64Array) =>
    Float64Array.from(curves.flatMap(({ curve }) => [...of(curve)]));
  const counts = (of: (curve: SurvivalCurve) => Int32Array) =>
    Int32Array.from(curves.flatMap(({ curve }) => [...of(curve)]));
  const labels = (of: (curve: NamedCurve) => string) => {
    const levels = [...new Set(curves.map(of))];
    const codes = curves.flatMap((each) => Array(each.curve.time.length).fill(levels.indexOf(of(each))));
    return { values: Uint16Array.from(codes), levels };
  };
  const stratified = curves.some(({ stratum }) => stratum !== "");
  return tableFromColumns([
    { name: "at", ...labels(({ at }) => at) },
    ...(stratified ? [{ name: "stratum", ...labels(({ stratum }) => stratum) }] : []),
    { name: "time", values: numbers(({ time }) => time) },
    { name: "atRisk", values: counts(({ atRisk }) => atRisk) },
    { name: "events", values: counts(({ events }) => events) },
    { name: "survival", values: numbers(({ survival }) => survival) },
    { name: "confLow", values: numbers(({ confLow }) => confLow) },
    { name: "confHigh", values: numbers(({ confHigh }) => confHigh) },
    { name: "cumulativeHazard", values: numbers(({ cumulativeHazard }) => cumulativeHazard) },
    { name: "cumulativeHazardStdError", values: numbers(({ stdError }) => stdError) },
  ]);
}
