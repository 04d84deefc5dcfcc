import type { FitWarning } from "../fit.ts";
import { columnScale, standardisedStart } from "./columnScale.ts";
import { tanh } from "./hyperbolic.ts";
import { defaultStarts, type JointMaximum, maximizeApart, maximizeJoint } from "./maximizeJoint.ts";
import { isMonotone, monotoneWarning, runawayTerms } from "./monotoneDuration.ts";
import type { SelectionDurationProblem } from "./prepareSelectionDuration.ts";
import { selectionApart } from "./selectionApart.ts";
import type { SelectionDurationOptions } from "./selectionDurationTypes.ts";

export interface SearchResult {
  readonly maximum: JointMaximum;
  readonly logLikelihoodIndependent: number;
  /** Terms without a finite estimate, by their place among all, and what they run to (NaN where that is not known). */
  readonly runaway: ReadonlyMap<number, number>;
  /** What rules out that the search ended at a finite maximum. */
  readonly problems: readonly FitWarning[];
  readonly notes: readonly FitWarning[];
}

/** First the two models apart, then the joint one. */
export function searchSelectionDuration(
  problem: SelectionDurationProblem,
  selected: ArrayLike<number>,
  options: SelectionDurationOptions,
): SearchResult {
  const { dependence: kind = "fgm", maxIterations = 100, tolerance = 1e-12, weights } = options;
  const { rows, selection, duration, names } = problem;
  const exponential = options.distribution === "exponential";
  const newton = { maxIterations, tolerance };

  const ofSelection = selectionApart(selection.matrix, selected, kind, weights);
  const selectionStart = standardisedStart(selection, ofSelection.coefficients);
  const apart = maximizeApart(rows, kind, exponential, selectionStart, duration.matrix.intercept, newton);
  const problems: FitWarning[] = [...ofSelection.warnings];
  const runaway = new Map<number, number>();
  for (const term of selection.terms) {
    const coefficient = ofSelection.coefficients[term];
    if (!Number.isFinite(coefficient)) runaway.set(term, coefficient);
  }
  if (isMonotone(rows, apart.step)) {
    const coefficients = rows.selectionTerms + rows.durationTerms;
    const step = columnScale(selection, duration, 0).estimates(apart.step.slice(0, coefficients));
    const ofDuration = runawayTerms(step, selection.design.slotOfTerm.length);
    problems.push(monotoneWarning(Array.from(ofDuration.keys(), (i) => names[i])));
    for (const [i, infinity] of ofDuration) runaway.set(i, infinity);
  }

  const starts =
    options.start === undefined ? defaultStarts(apart.point) : [givenStart(problem, options.start)];
  const maximum = maximizeJoint(rows, kind, exponential, starts, newton);
  const notes: FitWarning[] = [];
  if (problems.length === 0) {
    if (maximum.dependence === "bound") notes.push(atBound(maximum));
    else if (kind === "fgm" && maximum.search.converged) notes.push(...nearBound(maximum));
    if (maximum.dependence === "run off") problems.push(RUN_OFF);
    else if (!maximum.search.converged) problems.push(notConverged(maximum));
  }
  return { maximum, logLikelihoodIndependent: apart.value, runaway, problems, notes };
}

function givenStart(
  { selection, duration }: SelectionDurationProblem,
  start: ArrayLike<number>,
): Float64Array {
  const values = Float64Array.from(start);
  const first = selection.design.slotOfTerm.length;
  const second = first + duration.design.slotOfTerm.length;
  return Float64Array.of(
    ...standardisedStart(selection, values.subarray(0, first)),
    ...standardisedStart(duration, values.subarray(first, second)),
    ...values.subarray(second),
  );
}

function atBound({ model }: JointMaximum): FitWarning {
  const sign = (model.heldDependence ?? 0) > 0 ? "" : "−";
  return {
    code: "dependence-at-boundary",
    terms: [],
    message: `the likelihood is highest at the bound α = ${sign}1 (a correlation of ${sign}0.25): selection seems stronger than this model can express, which biases every estimate; fit the Gaussian copula instead`,
  };
}

/** |α| from which a bounded dependence counts as near its bound. */
const NEAR_BOUND = 0.95;

function nearBound({ search }: JointMaximum): FitWarning[] {
  const alpha = tanh(search.point[search.point.length - 1]);
  if (Math.abs(alpha) < NEAR_BOUND) return [];
  const shown = `${alpha < 0 ? "−" : ""}${Math.floor(Math.abs(alpha) * 1000) / 1000}`;
  return [
    {
      code: "dependence-at-boundary",
      terms: [],
      message: `α = ${shown} is near its bound of ±1 (a correlation of ±0.25): if selection is stronger than this model can express, every estimate is biased; compare with the Gaussian copula`,
    },
  ];
}

const RUN_OFF: FitWarning = {
  code: "dependence-at-boundary",
  terms: [],
  message:
    "the correlation runs off to ±1: selection and duration cannot be told apart; look for a column that moves selection alone, or simplify the equations",
};

function notConverged({ search }: JointMaximum): FitWarning {
  const message = `no maximum found in ${search.iterations} Newton steps; try another start, or scale the columns`;
  return { code: "not-converged", terms: [], message };
}
