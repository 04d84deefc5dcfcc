import { choleskyInPlace, solveCholeskyInPlace } from "../../estimators/numerics/symmetric.ts";

/** Least squares within limits, of residuals that are known by their values alone. */
export interface LeastSquaresProblem {
  readonly start: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** By parameter, above 0: how far the first differences reach. Also the unit in which moves are measured. */
  readonly steps: readonly number[];
  /** Points asked for at most; at least 1. */
  readonly evaluations: number;
}

export interface LeastSquares {
  readonly point: readonly number[];
  readonly residuals: readonly number[];
  readonly sumOfSquares: number;
  readonly evaluations: number;
  /** `settled`: neither a move nor a probe with steps a quarter as long found anything better by 0.1 %. */
  readonly ended: "settled" | "evaluations";
}

const FIRST_DAMPING = 0.03;
const DAMPING_FACTOR = 4;
/** In steps: beyond, first differences say little. */
const LONGEST_MOVE = 6;
const SHORTEST_MOVE = 0.05;
const FAILURES_BEFORE_PROBING = 3;
const WORTHWHILE = 0.001;
const HALVINGS = 2;

/**
 * Minimises Σ r(x)² by the method of Levenberg (1944, Quart. Appl. Math. 2, 164–168) and Marquardt (1963, J. SIAM 11,
 * 431–441), with first differences for the Jacobian and Broyden's (1965, Math. Comp. 19, 577–593) rank-one correction of it
 * after every move. In a move, parameters that would leave their limits stop there and the others are solved for again.
 *
 * It is a generator, so that whoever runs it may evaluate wherever and whenever it likes, and go on after an interruption by
 * giving the residuals it had written down: it yields a point and takes its residuals. The points asked for depend on the
 * problem and on the residuals alone.
 *
 * @throws RangeError where the lists do not fit together, or a start lies outside its limits.
 */
export function* levenbergMarquardt(
  problem: LeastSquaresProblem,
): Generator<readonly number[], LeastSquares, readonly number[]> {
  refuseMisfits(problem);
  const { start, lower, upper, evaluations } = problem;
  let best = { point: start, residuals: yield start };
  let asked = 1;
  let steps = problem.steps;
  let damping = FIRST_DAMPING;
  const result = (ended: LeastSquares["ended"]): LeastSquares => ({
    ...best,
    sumOfSquares: sumOfSquares(best.residuals),
    evaluations: asked,
    ended,
  });
  for (let halvings = 0; ; ) {
    const before = sumOfSquares(best.residuals);
    const base = best;
    const jacobian: number[][] = [];
    for (const [parameter, step] of steps.entries()) {
      if (asked === evaluations) return result("evaluations");
      const at = base.point[parameter] ?? 0;
      const moved =
        at + step <= (upper[parameter] ?? 0) ? at + step : Math.max(lower[parameter] ?? 0, at - step);
      const point = base.point.with(parameter, moved);
      const residuals = yield point;
      asked++;
      jacobian.push(
        residuals.map((value, row) => ((value - (base.residuals[row] ?? 0)) * step) / (moved - at)),
      );
      if (sumOfSquares(residuals) < sumOfSquares(best.residuals)) best = { point, residuals };
    }
    // The probe that was best is kept aside: the moves start where the differences were taken.
    let current = base;
    for (let failures = 0; failures < FAILURES_BEFORE_PROBING; ) {
      const move = boundedMove(jacobian, current, problem, steps, damping);
      if (Math.max(...move.map(Math.abs)) < SHORTEST_MOVE) break;
      if (asked === evaluations) return result("evaluations");
      const point = movedBy(current.point, move, steps, problem);
      const residuals = yield point;
      asked++;
      correct(jacobian, move, current.residuals, residuals);
      if (sumOfSquares(residuals) < sumOfSquares(current.residuals)) {
        current = { point, residuals };
        damping /= DAMPING_FACTOR;
      } else {
        damping *= DAMPING_FACTOR;
        failures++;
      }
      if (sumOfSquares(residuals) < sumOfSquares(best.residuals)) best = { point, residuals };
    }
    damping = Math.min(damping, 1);
    if (sumOfSquares(best.residuals) < (1 - WORTHWHILE) * before) continue;
    if (halvings === HALVINGS) return result("settled");
    halvings++;
    steps = steps.map((step) => step / 2);
  }
}

interface Evaluated {
  readonly point: readonly number[];
  readonly residuals: readonly number[];
}

export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

/**
 * In steps: the minimum of |r + J m|² + damping · Σ d m², d the diagonal of J'J, within limits.
 *
 * @param jacobian by parameter: change of the residuals for one step.
 */
function boundedMove(
  jacobian: readonly (readonly number[])[],
  { point, residuals }: Evaluated,
  { lower, upper }: LeastSquaresProblem,
  steps: readonly number[],
  damping: number,
): number[] {
  const count = jacobian.length;
  const limits = steps.map((step, at) => {
    const here = point[at] ?? 0;
    return {
      low: Math.max(-LONGEST_MOVE, ((lower[at] ?? 0) - here) / step),
      high: Math.min(LONGEST_MOVE, ((upper[at] ?? 0) - here) / step),
    };
  });
  const squares = jacobian.map(sumOfSquares);
  // What nothing depends on stays where it is.
  const floor = 1e-8 * Math.max(...squares) + Number.MIN_VALUE;
  const move = new Array<number>(count).fill(0);
  let free = move.map((_, at) => at).filter((at) => (squares[at] ?? 0) > floor);
  for (let rest = [...residuals]; free.length > 0; ) {
    const solved = solveDamped(
      free.map((at) => jacobian[at] ?? []),
      rest,
      damping,
    );
    const beyond = new Map<number, number>();
    for (const [place, at] of free.entries()) {
      const { low, high } = limits[at] ?? { low: 0, high: 0 };
      const wanted = solved[place] ?? 0;
      move[at] = Math.min(high, Math.max(low, wanted));
      if (move[at] !== wanted) beyond.set(at, move[at]);
    }
    if (beyond.size === 0) break;
    for (const [at, moved] of beyond)
      rest = rest.map((value, row) => value + moved * (jacobian[at]?.[row] ?? 0));
    free = free.filter((at) => !beyond.has(at));
  }
  return move;
}

/** m with (J'J + damping · diag J'J) m = −J' r. */
function solveDamped(
  columns: readonly (readonly number[])[],
  residuals: readonly number[],
  damping: number,
): Float64Array {
  const count = columns.length;
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, row) => sum + value * (b[row] ?? 0), 0);
  const matrix = new Float64Array(count * count);
  const move = new Float64Array(count);
  for (const [i, column] of columns.entries()) {
    for (let j = 0; j <= i; j++)
      matrix[i * count + j] = dot(column, columns[j] ?? []) * (i === j ? 1 + damping : 1);
    move[i] = -dot(column, residuals);
  }
  choleskyInPlace(matrix, count);
  solveCholeskyInPlace(move, matrix, count);
  return move;
}

/** Broyden: the smallest change of J that maps the move to the change of the residuals. */
function correct(
  jacobian: number[][],
  move: readonly number[],
  before: readonly number[],
  after: readonly number[],
): void {
  const length = sumOfSquares(move);
  const unexplained = after.map((value, row) => {
    const predicted = move.reduce((sum, moved, at) => sum + moved * (jacobian[at]?.[row] ?? 0), 0);
    return (value - (before[row] ?? 0) - predicted) / length;
  });
  for (const [at, column] of jacobian.entries()) {
    for (const [row, value] of unexplained.entries())
      column[row] = (column[row] ?? 0) + value * (move[at] ?? 0);
  }
}

function movedBy(
  point: readonly number[],
  move: readonly number[],
  steps: readonly number[],
  { lower, upper }: LeastSquaresProblem,
): number[] {
  return point.map((value, at) => {
    const moved = value + (move[at] ?? 0) * (steps[at] ?? 0);
    return Math.min(upper[at] ?? value, Math.max(lower[at] ?? value, moved));
  });
}

function refuseMisfits({ start, lower, upper, steps, evaluations }: LeastSquaresProblem): void {
  const count = start.length;
  if (count === 0 || [lower, upper, steps].some((list) => list.length !== count)) {
    throw new RangeError(
      "start, lower, upper and steps must have one entry a parameter, and there must be one",
    );
  }
  for (const [at, value] of start.entries()) {
    const [low, high, step] = [lower[at] ?? Number.NaN, upper[at] ?? Number.NaN, steps[at] ?? Number.NaN];
    if (!(low <= value && value <= high && low < high)) {
      throw new RangeError(
        `parameter ${at}: ${value} does not lie in ${low} to ${high}, or these are no limits`,
      );
    }
    if (!(step > 0 && step <= (high - low) / 2)) {
      throw new RangeError(`parameter ${at}: a step of ${step} is not above 0 and at most half of its range`);
    }
  }
  if (!Number.isInteger(evaluations) || evaluations < 1) {
    throw new RangeError(`evaluations: ${evaluations} is not a whole number from 1`);
  }
}
