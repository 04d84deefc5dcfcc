import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxFit, FitTest } from "../fit.ts";
import { termNames } from "../modelMatrix.ts";
import { waldTest } from "../modelTests.ts";
import { oneOf } from "../options.ts";
import type { CoxData } from "./coxData.ts";
import type { CoxProblem } from "./coxProblem.ts";
import { readDesignRow } from "./designRow.ts";
import { fittedState } from "./fittedState.ts";
import { derivatives, type SlotState } from "./partialLikelihood.ts";
import { type TimeTransform, transformedTimes } from "./timeTransforms.ts";

/** A test that a term's coefficient does not change with time. */
export interface ProportionalHazardsTest extends FitTest {
  /** A numeric column, a factor as a whole (`factor(celltype)`), the label of a given term, or `GLOBAL`. */
  readonly term: string;
}

/** Coefficients tested together, by their names. */
export interface TestedTerm {
  readonly label: string;
  readonly coefficients: readonly string[];
}

/**
 * Score tests of proportional hazards, as `cox.zph` of R's survival 3: whether x g(t) belongs in the model beside x,
 * term by term and for all terms at once (`GLOBAL`, last). Nothing is fitted again: with V the covariance of x within a
 * slot, as the likelihood weighs it, and U its observed minus expected sum of x, the score is Σ g U and the information
 * Σ V, Σ g V, Σ g² V by blocks (Grambsch and Therneau 1994). Terms without an estimate are left out.
 *
 * @param transform of time; "km" (default) is one minus the Kaplan–Meier estimate just before t, all strata together.
 * @param terms coefficients to be tested together, such as those of a factor's interaction: a formula's `terms`, which
 *   makes the tests those of `cox.zph` with its default `terms = TRUE`. Default: each numeric column, each factor.
 * @throws InvalidInput for another transform, a term with a coefficient that the fit does not have, a fit with infinite
 *   estimates, without events, or with exact ties; for "log" and an event at a time that is not positive.
 */
export function testProportionalHazards(
  data: CoxData,
  fit: CoxFit,
  transform: TimeTransform = "km",
  terms?: readonly TestedTerm[],
): ProportionalHazardsTest[] {
  oneOf("transform", transform, ["km", "rank", "identity", "log"]);
  const { problem, state } = fittedState(data, fit);
  const k = fit.terms.length;
  const g = transformedTimes(data, problem.riskSets, transform);
  const score = new Float64Array(2 * k);
  score.set(scoreOfChange(problem, state, g), k);
  const information = extendedInformation(problem, state, g);
  const estimated = [...Array(k).keys()].filter((j) => !Number.isNaN(fit.terms[j].estimate));
  const testOf = (term: string, changing: readonly number[]) => {
    const positions = [...estimated, ...changing.map((j) => j + k)];
    const { statistic } = waldTest(score, information, positions);
    return { term, statistic, df: changing.length, pValue: chiSquaredUpperTail(statistic, changing.length) };
  };
  const tested = terms === undefined ? termsWithColumns(data) : columnsOfTerms(terms, data);
  return [...tested, { term: "GLOBAL", columns: estimated }]
    .map(({ term, columns }) => ({ term, columns: columns.filter((j) => estimated.includes(j)) }))
    .filter(({ columns }) => columns.length > 0)
    .map(({ term, columns }) => testOf(term, columns));
}

/** Σ over events of w g x minus its expectation, in standardised units. */
function scoreOfChange(
  { data, riskSets, design }: CoxProblem,
  state: SlotState,
  g: Float64Array,
): Float64Array {
  const k = design.size;
  const score = new Float64Array(k);
  const { s1, d1, hazard, tieCorrection } = state.sums;
  for (let slot = 0; slot < g.length; slot++) {
    if (riskSets.deaths[slot] === 0) continue;
    for (let j = 0; j < k; j++) {
      const cell = slot * k + j;
      score[j] -= g[slot] * (hazard[slot] * s1[cell] - tieCorrection[slot] * d1[cell]);
    }
  }
  const x = new Float64Array(k);
  for (let row = 0; row < data.event.length; row++) {
    if (data.event[row] === 0) continue;
    readDesignRow(design, row, x);
    const weight = (data.weights ? data.weights[row] : 1) * g[riskSets.leave[row]];
    for (let j = 0; j < k; j++) score[j] += weight * x[j];
  }
  return score;
}

/** Information of the coefficients of x and of x g(t): 2k × 2k, lower triangle. */
function extendedInformation(
  { data, riskSets, design }: CoxProblem,
  state: SlotState,
  g: Float64Array,
): Float64Array {
  const k = design.size;
  const of = (factor: Float64Array) => derivatives(riskSets, design, data.event, state, factor).information;
  const [plain, linear, square] = [g.map(() => 1), g, g.map((value) => value * value)].map(of);
  const extended = new Float64Array(4 * k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const lower = Math.max(i, j) * k + Math.min(i, j);
      extended[(i + k) * 2 * k + j] = linear[lower];
      if (j > i) continue;
      extended[i * 2 * k + j] = plain[lower];
      extended[(i + k) * 2 * k + j + k] = square[lower];
    }
  }
  return extended;
}

function termsWithColumns({ matrix }: CoxData): { term: string; columns: number[] }[] {
  let next = 0;
  const take = (count: number) => Array.from({ length: count }, () => next++);
  return [
    ...matrix.numeric.map(({ name }) => ({ term: name, columns: take(1) })),
    ...matrix.factors.map(({ name, levels }) => ({ term: name, columns: take(levels.length - 1) })),
  ];
}

function columnsOfTerms(
  terms: readonly TestedTerm[],
  { matrix }: CoxData,
): { term: string; columns: number[] }[] {
  const names = termNames(matrix);
  return terms.map(({ label, coefficients }) => ({
    term: label,
    columns: coefficients.map((coefficient) => {
      const column = names.indexOf(coefficient);
      if (column >= 0) return column;
      const expected = `one of ${names.join(", ")}`;
      throw new InvalidInput({ path: `terms.${label}`, found: coefficient, expected });
    }),
  }));
}
