import type { Table } from "../../panel/table.ts";
import { fitSpecification, type MethodResult } from "../methods.ts";
import { neededColumns } from "../neededColumns.ts";
import type { Measures } from "./measures.ts";
import { FIRM_LEVEL_COLUMN, type PlannedFit, plannedFits } from "./plannedFits.ts";
import { survivors } from "./survivors.ts";

export interface FitMeasureOptions {
  /**
   * Also fits columns C and D with peers that started in place of those active: `startersSameC`, `startersOtherC`, … and
   * `startersSameDOverC`. The paper can be read either way. Default false.
   */
  readonly starters?: boolean;
  /**
   * Fits these columns alone (`A`, `C`, `D`, `F`, `H`, `IV`; `firm` for the firm-level model), as for the power of T22, which is the
   * share of histories that reject it where `imitationBackshore` is above 0. Default all.
   */
  readonly only?: readonly string[];
}

/** Columns that `measureFits` reads. */
export function fitMeasureColumns(options: FitMeasureOptions = {}): string[] {
  return ["firm", "year", ...neededColumns(chosenFits(options).map(({ specification }) => specification))];
}

function chosenFits({ starters = false, only }: FitMeasureOptions): readonly PlannedFit[] {
  return plannedFits(starters).filter(({ column }) => only === undefined || only.includes(column));
}

/**
 * The measures of T13 to T19 and T21 to T24, from regressions: columns A, C, D, F and H and Cox IV fitted to the firms surveyed in
 * all years (`survivors`), and the firm-level model fitted to all that were surveyed.
 *
 * A term has its coefficient (`peersSameC`; log hazard ratios in the Cox model), its t statistic by the errors of the model
 * (`peersSameC.t`), and in columns C, D and IV one by errors clustered by province (`peersSameC.clusteredT`). Targets read the
 * first: it is what `replicate` prints, the paper names no cluster, and its errors of lagged status (0.055 in column C) are those that the
 * model gives for its log-likelihood. Where neighbours have something in common the errors of the model are too small, so the other
 * stands beside it.
 *
 * - `peersSameDOverC`, `peersSameHOverF`: one coefficient relative to the other; no value where the second is not above 0.
 * - `nationalGainOverLocal`: gain of log-likelihood from C to D (the national count) relative to that from A to C (four local
 *   counts).
 *
 * @param panel recorded, as surveyed, with `fitMeasureColumns`.
 * @throws InvalidTable when a column is missing.
 */
export function measureFits(panel: Table, options: FitMeasureOptions = {}): Measures {
  if (panel.rows === 0) return {};
  const samples = { survivors: survivors(panel), everybody: panel };
  const measures: Record<string, number> = {};
  const logLikelihoods: Record<string, number> = {};
  for (const planned of chosenFits(options)) {
    const result = fitSpecification(samples[planned.sample], planned.specification, 0.95);
    Object.assign(measures, termMeasures(planned, result));
    // With starters a column is fitted again; the gains are those of the published reading.
    logLikelihoods[planned.column] ??= result.fit.converged ? result.fit.logLikelihood : Number.NaN;
  }
  const { A, C, D } = logLikelihoods;
  return {
    ...measures,
    ...ratio("peersSameDOverC", measures.peersSameD, measures.peersSameC),
    ...ratio("startersSameDOverC", measures.startersSameD, measures.startersSameC),
    ...ratio("peersSameHOverF", measures.peersSameH, measures.peersSameF),
    ...(A === undefined || C === undefined || D === undefined
      ? {}
      : ratio("nationalGainOverLocal", D - C, C - A)),
  };
}

function termMeasures({ column, specification, terms }: PlannedFit, { fit }: MethodResult): Measures {
  const measures: Record<string, number> = {};
  const suffix = column === FIRM_LEVEL_COLUMN ? "" : column;
  for (const [term, called] of Object.entries(terms)) {
    if (!specification.numeric.includes(term)) continue;
    const name = `${called}${suffix}`;
    const found = fit.converged ? fit.terms.find((each) => each.term === term) : undefined;
    const estimate = found?.estimate ?? Number.NaN;
    measures[name] = estimate;
    measures[`${name}.t`] = estimate / (found?.stdError ?? Number.NaN);
    if (found?.robustStdError !== undefined) measures[`${name}.clusteredT`] = estimate / found.robustStdError;
  }
  return measures;
}

/** Nothing where one of the two was not measured; no value where the base is not above 0. */
function ratio(name: string, value: number | undefined, base: number | undefined): Measures {
  if (value === undefined || base === undefined) return {};
  return { [name]: base > 0 ? value / base : Number.NaN };
}
