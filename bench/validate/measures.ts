import {
  bias,
  coverage,
  empiricalSe,
  estimationErrors,
  type Measure,
  mean,
  modelSe,
  relativeErrorOfModelSe,
  type Share,
} from "../../study/performance.ts";
import type { FitOutcome, KnownException, ValidationDesign } from "./design.ts";

export interface TermMeasures {
  readonly term: string;
  /** Mean truth: that of an average partial effect varies between replications. */
  readonly truth: number;
  readonly bias: Measure;
  readonly empiricalSe: Measure;
  readonly modelSe: Measure;
  /** Per cent by which the model SE exceeds the empirical one. */
  readonly relativeError: Measure;
  readonly coverage: Share;
  /** Whether the coverage is within three Monte Carlo standard errors of 95 %. */
  readonly nominal: boolean;
  /** Why it need not be. */
  readonly exception: KnownException | null;
}

export interface FitMeasures {
  readonly fit: string;
  readonly replications: number;
  readonly converged: number;
  readonly terms: readonly TermMeasures[];
}

const NOMINAL = 0.95;

/** Performance of each fit of a design, by term; `outcomes[replication]` as the design returned them. */
export function measuresOf(
  design: ValidationDesign,
  outcomes: readonly (readonly FitOutcome[])[],
): FitMeasures[] {
  return outcomes[0].map(({ fit, estimates }, at) => {
    const valid = outcomes.map((fits) => fits[at]).filter(({ converged }) => converged);
    const terms = estimates.map(({ term }, position) => {
      const of = valid.map((outcome) => outcome.estimates[position]);
      const truths = of.map(({ truth }) => truth);
      const errors = estimationErrors(
        of.map(({ estimate }) => estimate),
        truths,
      );
      const stdErrors = of.map(({ stdError }) => stdError);
      const covered = coverage(
        of.map(({ confLow }) => confLow),
        of.map(({ confHigh }) => confHigh),
        truths,
      );
      const mcse = Math.sqrt((NOMINAL * (1 - NOMINAL)) / of.length);
      const exception = design.exceptions.find(
        (each) => each.fit === fit && (each.terms === undefined || each.terms.includes(term)),
      );
      return {
        term,
        truth: mean(truths),
        bias: bias(errors),
        empiricalSe: empiricalSe(errors),
        modelSe: modelSe(stdErrors),
        relativeError: relativeErrorOfModelSe(errors, stdErrors),
        coverage: covered,
        nominal: Math.abs(covered.value - NOMINAL) <= 3 * mcse,
        exception: exception ?? null,
      };
    });
    return { fit, replications: outcomes.length, converged: valid.length, terms };
  });
}
