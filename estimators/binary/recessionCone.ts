/** The cone of all directions d with a'd ≥ 0 for every row a of a system. */
export interface Cone {
  /** Length of a row. */
  readonly dimension: number;
  readonly rows: number;
  /** Writes a'd of every row; Infinity for a row that is not part of the system. */
  readonly margins: (direction: Float64Array, into: Float64Array) => void;
  readonly row: (index: number, into: Float64Array) => void;
  /** Rows to look at before all of them, filled as they are found; for several projections onto one cone. */
  readonly near?: Map<number, Float64Array>;
}

/** A row's a'd counts as 0 when it is within this share of the length of d (the columns are standardised). */
export const MARGIN_TOLERANCE = 1e-9;
/** Share of the target's length below which its projection is 0 but for rounding. */
const ZERO_PROJECTION = 1e-9;
/** Share of a row's length that must be left beside the rows already held, else it depends on them. */
const DEPENDENT = 1e-10;
/** Rows taken for a closer look after each pass over all of them: the worst of as many blocks. */
const BLOCKS = 64;

/**
 * The nearest point to `target` in a cone, null when that is 0. With c = Σ a over the rows, c'd ≥ 0 for all d in the cone
 * and c'd = 0 only where every a'd is 0; so the projection of c is 0 exactly when no direction of the cone raises any
 * row: the question of separation (Albert & Anderson 1984, Biometrika 71, 1–10) without a linear program.
 *
 * By Moreau's decomposition the projection is c + A'y with the y ≥ 0 that makes it shortest: non-negative least squares,
 * here by the active-set method of Lawson & Hanson (1974, Solving Least Squares Problems, ch. 23), which ends after
 * finitely many rows and does not cycle where a simplex at the apex of a cone would.
 */
export function projectOntoCone(cone: Cone, target: Float64Array): Float64Array | null {
  const { dimension } = cone;
  const length = norm(target);
  const near = cone.near ?? new Map<number, Float64Array>();
  const margins = new Float64Array(cone.rows);
  const blocked = new Set<number>();
  let held = new HeldRows(dimension);
  let weights: number[] = [];
  let projection: Float64Array = target.slice();
  for (let iteration = 0; iteration < 20 * dimension + 100; iteration++) {
    const size = norm(projection);
    if (!(size > ZERO_PROJECTION * length)) return null;
    const usable = (row: number): boolean => !blocked.has(row) && !held.rows.includes(row);
    let entering = worstOfNear(near, projection, -MARGIN_TOLERANCE * size, usable);
    if (entering < 0) {
      cone.margins(projection, margins);
      collectWorst(cone, margins, -MARGIN_TOLERANCE * size, usable, near);
      entering = worstOfNear(near, projection, -MARGIN_TOLERANCE * size, usable);
      if (entering < 0) return projection;
    }
    const cells = near.get(entering);
    if (cells === undefined || !held.add(entering, cells)) {
      blocked.add(entering);
      continue;
    }
    weights.push(0);
    // Move to the weights that hold all these rows at 0; on the way, let go of rows whose weight would turn negative.
    for (;;) {
      const wanted = held.weights(target);
      const negative = wanted.flatMap((weight, i) => (weight <= 0 ? [i] : []));
      if (negative.length === 0) {
        weights = wanted;
        break;
      }
      const share = Math.min(...negative.map((i) => weights[i] / (weights[i] - wanted[i] || 1)));
      weights = weights.map((weight, i) => weight + share * (wanted[i] - weight));
      const leaving = new Set(negative.filter((i) => !(weights[i] > 1e-14 * Math.abs(wanted[i]))));
      // A row that has to go as soon as it came makes no progress: its margin was rounding.
      if (share === 0 && leaving.has(weights.length - 1)) blocked.add(entering);
      const kept = held.rows.filter((_, i) => !leaving.has(i));
      weights = weights.filter((_, i) => !leaving.has(i));
      held = new HeldRows(dimension);
      for (const row of kept) held.add(row, near.get(row) ?? new Float64Array(dimension));
    }
    projection = held.residual(target);
  }
  return null;
}

/** The rows whose margin is held at 0, as Q R of the matrix that has them as columns. */
class HeldRows {
  readonly rows: number[] = [];
  private readonly q: Float64Array[] = [];
  private readonly r: number[][] = [];
  private readonly dimension: number;

  constructor(dimension: number) {
    this.dimension = dimension;
  }

  /** False when the row is a combination of those held. */
  add(row: number, cells: Float64Array): boolean {
    const left = cells.slice();
    const column = this.removeHeld(left);
    const remaining = norm(left);
    if (this.rows.length >= this.dimension || !(remaining > DEPENDENT * norm(cells))) return false;
    this.rows.push(row);
    this.q.push(left.map((value) => value / remaining));
    this.r.push([...column, remaining]);
    return true;
  }

  /** y with `target` + A'y orthogonal to every row held. */
  weights(target: Float64Array): number[] {
    const right = this.removeHeld(target.slice());
    const n = right.length;
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) right[i] -= this.r[j][i] * right[j];
      right[i] /= this.r[i][i];
    }
    return right.map((value) => -value);
  }

  residual(target: Float64Array): Float64Array {
    const left = target.slice();
    this.removeHeld(left);
    return left;
  }

  /** Takes from `vector` its part in the space of the rows held, twice for the sake of rounding; returns Q' of it. */
  private removeHeld(vector: Float64Array): number[] {
    const parts = new Array<number>(this.q.length).fill(0);
    for (let pass = 0; pass < 2; pass++) {
      this.q.forEach((unit, i) => {
        const part = dot(unit, vector);
        parts[i] += part;
        for (let j = 0; j < vector.length; j++) vector[j] -= part * unit[j];
      });
    }
    return parts;
  }
}

/** The row with the least a'd below `limit` for its length, −1 when there is none. */
function worstOfNear(
  near: ReadonlyMap<number, Float64Array>,
  direction: Float64Array,
  limit: number,
  usable: (row: number) => boolean,
): number {
  let worst = -1;
  let least = limit;
  for (const [row, cells] of near) {
    const margin = dot(cells, direction);
    if (margin < least && usable(row)) {
      least = margin;
      worst = row;
    }
  }
  return worst;
}

/** Adds the rows with the least margin of each block of rows to `near`. */
function collectWorst(
  cone: Cone,
  margins: Float64Array,
  limit: number,
  usable: (row: number) => boolean,
  near: Map<number, Float64Array>,
): void {
  const width = Math.ceil(margins.length / BLOCKS) || 1;
  for (let first = 0; first < margins.length; first += width) {
    let worst = -1;
    let least = limit;
    for (let row = first; row < Math.min(first + width, margins.length); row++) {
      if (margins[row] < least && usable(row)) {
        least = margins[row];
        worst = row;
      }
    }
    if (worst < 0 || near.has(worst)) continue;
    const cells = new Float64Array(cone.dimension);
    cone.row(worst, cells);
    near.set(worst, cells);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
