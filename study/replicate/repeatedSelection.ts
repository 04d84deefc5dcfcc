import type { FitWarning, SelectionDurationFit } from "../../estimators/index.ts";
import { exp } from "../../numerics/elementary.ts";
import { twoSidedPValue } from "../../numerics/normal.ts";
import type { Table } from "../../panel/table.ts";
import type { Family } from "../../scenarios/index.ts";
import { starsOf } from "../compareWithPublished.ts";
import { fitSelectionCheck } from "../selectionCheck.ts";
import { regressionTables } from "./plannedModels.ts";
import type { ReplicatedEstimate } from "./replicatedModel.ts";

/** A column of the first equation: above 0 it raises the probability to start, which is exp(−exp(−index)). */
export interface StartingTerm {
  readonly variable: string;
  readonly label: string;
  readonly ours: ReplicatedEstimate;
}

/** A column of the second: `ours` is its log hazard ratio of coming back, `acceleration` its coefficient, above 0 for shorter spells. */
export interface StayingTerm extends StartingTerm {
  /** `timeRatio` is exp(−estimate): by how much one unit stretches a spell. The standard error is that of either's logarithm. */
  readonly acceleration: {
    readonly estimate: number;
    readonly stdError: number;
    readonly timeRatio: number;
  };
  /** Of the model without selection that the paper prints, and its name there; null where that has no such variable. */
  readonly published: ReplicatedEstimate | null;
  readonly publishedAs: string | null;
}

/** Starting and staying in one likelihood, in one simulated history. */
export interface RepeatedSelection {
  readonly specification: string;
  /** The published model that it checks, and what the paper says of the check. */
  readonly of: { readonly table: string; readonly model: string };
  readonly said: string;
  readonly converged: boolean;
  /** Pairs that were not active when the panel opened, those that started, and those that came back. */
  readonly pairs: number;
  readonly started: number;
  readonly cameBack: number;
  readonly starting: readonly StartingTerm[];
  readonly staying: readonly StayingTerm[];
  /** Of the Weibull: above 1 the hazard rises with the years abroad. */
  readonly shape: { readonly estimate: number; readonly stdError: number };
  /**
   * Above 0 where who starts for reasons that are not among the columns stays longer. The model cannot express more than
   * `bound` on either side; where the likelihood is highest there, the standard error is NaN and the other estimates are biased.
   */
  readonly correlation: {
    readonly estimate: number;
    readonly stdError: number;
    readonly bound: number;
    readonly atBound: boolean;
  };
  readonly logLikelihood: number;
  /** Of the two equations apart, and the likelihood-ratio test between the two. */
  readonly logLikelihoodApart: number;
  readonly independence: { readonly statistic: number; readonly df: number; readonly pValue: number } | null;
  readonly warnings: readonly FitWarning[];
}

/**
 * The two-stage check of a family on a simulated panel; null where the paper has none.
 *
 * @throws InvalidTable when the panel lacks a column.
 */
export function repeatedSelection(panel: Table, family: Family): RepeatedSelection | null {
  const { selectionCheck } = family;
  if (selectionCheck === undefined) return null;
  const fit = fitSelectionCheck(panel, selectionCheck);
  const { name, of, said, selection, duration } = selectionCheck;
  const { dependence, shape } = fit;
  const tables = regressionTables(family);
  const reading = tables.find(({ id }) => id === of.table)?.significance.reading ?? {};
  const labels = new Map(
    [...tables]
      .reverse()
      .flatMap(({ variables }) => variables.map((each) => [each.name, each.label] as const)),
  );
  const cell = (estimate: number, stdError: number, isHazard: boolean): ReplicatedEstimate => ({
    estimate,
    hazardRatio: isHazard ? exp(estimate) : null,
    stdError,
    stars: starsOf(twoSidedPValue(estimate / stdError), reading),
  });
  const coefficient = (term: string) => {
    const at = fit.terms.findIndex((each) => each.term === term);
    const found = fit.terms[at];
    return { at, estimate: found?.estimate ?? Number.NaN, stdError: found?.stdError ?? Number.NaN };
  };
  return {
    specification: name,
    of,
    said,
    converged: fit.converged,
    pairs: fit.observations,
    started: fit.selectedObservations,
    cameBack: fit.events,
    starting: selection.numeric.map((variable) => {
      const { estimate, stdError } = coefficient(`selection: ${variable}`);
      return { variable, label: labels.get(variable) ?? variable, ours: cell(estimate, stdError, false) };
    }),
    staying: duration.numeric.map((variable) => {
      const printed = printedTerm(family, of, variable);
      const unit = printed?.unit ?? 1;
      const acceleration = coefficient(`duration: ${variable}`);
      const { estimate, stdError } = logHazard(fit, acceleration);
      return {
        variable,
        label: labels.get(printed?.variable ?? variable) ?? variable,
        ours: cell(unit * estimate, unit * stdError, true),
        acceleration: {
          estimate: unit * acceleration.estimate,
          stdError: unit * acceleration.stdError,
          timeRatio: exp(-unit * acceleration.estimate),
        },
        published: printed?.published ?? null,
        publishedAs: printed?.variable ?? null,
      };
    }),
    shape: { estimate: shape?.estimate ?? 1, stdError: shape?.stdError ?? Number.NaN },
    correlation: {
      estimate: dependence.correlation,
      stdError: dependence.correlationStdError,
      bound: dependence.bound,
      atBound: fit.warnings.some(({ code }) => code === "dependence-at-boundary"),
    },
    logLikelihood: fit.logLikelihood,
    logLikelihoodApart: fit.logLikelihoodIndependent,
    independence: fit.independenceTest.likelihoodRatio,
    warnings: fit.warnings,
  };
}

/** pβ, and by the delta method √(p² (var β + 2β cov(β, ln p) + β² var ln p)). */
function logHazard(
  { covariance, terms, shape }: SelectionDurationFit,
  { at, estimate }: { readonly at: number; readonly estimate: number },
): { estimate: number; stdError: number } {
  const p = shape?.estimate ?? 1;
  const width = Math.round(Math.sqrt(covariance.length));
  const logShape = terms.length;
  const of = (row: number, col: number) => covariance[row * width + col] ?? Number.NaN;
  const variance =
    shape === null
      ? of(at, at)
      : of(at, at) + 2 * estimate * of(at, logShape) + estimate ** 2 * of(logShape, logShape);
  // A coefficient that runs away keeps its infinite error.
  const stdError = Number.isFinite(estimate) ? p * Math.sqrt(variance) : Math.sqrt(of(at, at));
  return { estimate: p * estimate, stdError };
}

/** The printed cell of a column of ours, which may have another name there, and how many of our units make one of its. */
function printedTerm(
  family: Family,
  of: { readonly table: string; readonly model: string },
  column: string,
): { variable: string; unit: number; published: ReplicatedEstimate } | null {
  const model = regressionTables(family)
    .find(({ id }) => id === of.table)
    ?.models.find(({ id }) => id === of.model);
  for (const [variable, printed] of Object.entries(model?.terms ?? {})) {
    const known = family.publishedVariables[of.table]?.[variable];
    const named = known !== undefined && "column" in known ? known.column : variable;
    if (named !== column || !("hazardRatio" in printed)) continue;
    const { hazardRatio, sePrinted, stars, derived } = printed;
    const unit = (known !== undefined && "unit" in known ? known.unit : undefined) ?? 1;
    const published = { estimate: derived.logHazard, hazardRatio, stdError: sePrinted ?? Number.NaN, stars };
    return { variable, unit, published };
  }
  return null;
}
