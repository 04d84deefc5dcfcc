import { weightedProduct } from "../covariance/sandwich.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { NewtonOptions, NewtonResult } from "../numerics/newton.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import { linearPredictor } from "../splitDesign/products.ts";
import { designRows } from "./designRows.ts";
import type { BinaryLink } from "./links/link.ts";
import { maximizePooled } from "./maximizePooled.ts";
import type { BinaryProblem } from "./prepareBinary.ts";
import { type Cone, MARGIN_TOLERANCE, norm, projectOntoCone } from "./recessionCone.ts";
import { type Divider, dividersOf, mayBeSeparated } from "./separation.ts";

/** Remaining share of a column's sum of squares below which it counts as a combination of the ones before it. */
const COLLINEARITY_TOLERANCE = 1e-10;

/** The rows whose outcome is predicted perfectly in the limit, and the fit of the others. */
export interface SeparatedRows {
  /** 1 for a separated row, by position. */
  readonly separated: Uint8Array;
  readonly rowsLeft: number;
  /** The problem of the rows left: the separated ones have weight 0, and its terms are independent among the rows left. */
  readonly left: BinaryProblem;
  /** Directions in which the rows left do not change, one a term lost to them; standardised, by place in the problem's terms. */
  readonly free: readonly Float64Array[];
  /** Null when no row is left, or all are and a search of theirs is known. */
  readonly search: NewtonResult | null;
  /** Single terms that decide rows, in the order in which they were found; none after a combination. */
  readonly dividers: readonly Divider[];
  /** Directions in which terms decide rows together, as `free`. */
  readonly combinations: readonly Float64Array[];
}

/**
 * All separated rows: single terms that decide rows are found by looking at them, combinations by projecting onto the
 * recession cone; what is found is set aside, and the rows left are searched for more, until their likelihood has a finite
 * maximum. This is exact: a direction of the rows left becomes one of all rows when enough of the directions before is
 * added to it.
 *
 * @param searched whether a search of all rows has already been seen not to end.
 */
export function separatedRows(
  problem: BinaryProblem,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  link: BinaryLink,
  options: NewtonOptions,
  searched = false,
): SeparatedRows {
  const { order } = problem.design.rowGroups;
  const undecided = new Uint8Array(order.length).fill(1);
  const dividers: Divider[] = [];
  const combinations: Float64Array[] = [];
  for (;;) {
    for (let found = dividersOf(matrix, outcome, undecided); found.length > 0; ) {
      // What is left on the rim of a combination is decided by single terms only as its remainder.
      if (combinations.length === 0) dividers.push(...found);
      found = dividersOf(matrix, outcome, undecided);
    }
    if (matrix.intercept) decideByIntercept(outcome, undecided);
    const separated = Uint8Array.from(order, (row) => 1 - undecided[row]);
    const rowsLeft = separated.reduce((sum, each) => sum - each, separated.length);
    const { left, free } = problemLeft(problem, separated, rowsLeft);
    const result = { separated, rowsLeft, left, free, dividers, combinations };
    if (rowsLeft === 0) return { ...result, search: null };
    const known = searched && rowsLeft === separated.length;
    const search = known ? null : maximizePooled(left, null, options, link);
    if (search !== null && !mayBeSeparated(left, search)) return { ...result, search };
    const direction = directionOfSeparation(problem, separated);
    if (direction === null) return { ...result, search };
    const gains = gainsAlong(problem, direction);
    // Rounding could have let a row pass that loses; such a direction proves nothing.
    if (gains.some((gain, p) => separated[p] === 0 && gain < -1e-6 * norm(direction))) {
      return { ...result, search };
    }
    let decided = 0;
    gains.forEach((gain, p) => {
      if (separated[p] === 1 || !(gain > 10 * MARGIN_TOLERANCE * norm(direction))) return;
      undecided[order[p]] = 0;
      decided++;
    });
    if (decided === 0) return { ...result, search };
    combinations.push(direction);
  }
}

/** Beside an intercept, rows left that all have one outcome are decided by it. */
function decideByIntercept(outcome: ArrayLike<number>, undecided: Uint8Array): void {
  let ones = 0;
  let rows = 0;
  undecided.forEach((each, row) => {
    rows += each;
    ones += each * outcome[row];
  });
  if (ones === 0 || ones === rows) undecided.fill(0);
}

function problemLeft(
  problem: BinaryProblem,
  separated: Uint8Array,
  rowsLeft: number,
): Pick<SeparatedRows, "left" | "free"> {
  const { design, terms, signs, weights } = problem;
  const k = terms.length;
  const kept = Float64Array.from(separated, (each) => 1 - each);
  const gram = weightedProduct(design, terms, kept);
  const factor = gram.slice();
  const lost = choleskyInPlace(factor, k, COLLINEARITY_TOLERANCE);
  const free = lost.map((column) => {
    // The column as a combination of those kept, taken from itself.
    const direction = Float64Array.from({ length: k }, (_, i) => {
      return lost.includes(i) ? 0 : gram[Math.max(i, column) * k + Math.min(i, column)];
    });
    solveCholeskyInPlace(direction, factor, k);
    for (let i = 0; i < k; i++) direction[i] = -direction[i];
    direction[column] = 1;
    return direction;
  });
  let ones = 0;
  signs.forEach((sign, p) => {
    if (sign > 0) ones += kept[p];
  });
  const left: BinaryProblem = {
    ...problem,
    terms: terms.filter((_, i) => !lost.includes(i)),
    weights: weights === null ? kept : weights.map((weight, p) => weight * kept[p]),
    shareOfOnes: ones / rowsLeft,
  };
  return { left, free };
}

/** A direction along which some row not yet separated gains and none loses; null when there is none. */
function directionOfSeparation(problem: BinaryProblem, separated: Uint8Array): Float64Array | null {
  const { terms, signs, design } = problem;
  const cells = designRows(design, terms);
  const target = new Float64Array(terms.length);
  const row = new Float64Array(terms.length);
  const cone: Cone = {
    dimension: terms.length,
    rows: signs.length,
    margins: (direction, into) => {
      into.set(gainsAlong(problem, direction));
      for (let p = 0; p < into.length; p++) if (separated[p] === 1) into[p] = Infinity;
    },
    row: (position, into) => {
      cells(position, into);
      for (let i = 0; i < into.length; i++) into[i] *= signs[position];
    },
  };
  for (let p = 0; p < signs.length; p++) {
    if (separated[p] === 1) continue;
    cone.row(p, row);
    for (let i = 0; i < row.length; i++) target[i] += row[i];
  }
  return projectOntoCone(cone, target);
}

/** (2y − 1)x'd by position, d by place in the problem's terms. */
export function gainsAlong({ design, terms, signs }: BinaryProblem, direction: Float64Array): Float64Array {
  const bySlot = new Float64Array(design.slots);
  terms.forEach((term, i) => {
    bySlot[design.slotOfTerm[term]] = direction[i];
  });
  const gains = new Float64Array(signs.length);
  linearPredictor(design, bySlot, null, gains);
  for (let p = 0; p < gains.length; p++) gains[p] *= signs[p];
  return gains;
}
