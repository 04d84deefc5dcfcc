/**
 * A model matrix by parts: an intercept, numeric columns, and factors kept as codes (never as dense zeros).
 * Terms are numbered in this order: intercept, numeric columns, then each factor's levels but its first
 * (treatment contrasts, R's `contr.treatment`).
 */
export interface ModelMatrix {
  readonly rows: number;
  readonly intercept: boolean;
  readonly numeric: readonly NumericTerm[];
  readonly factors: readonly FactorTerm[];
  /**
   * The terms but the intercept, 0 the first after it, in the order in which they were asked for: of several dependent ones
   * the first stays. Default: as they are numbered. `modelFrame` gives the order of R's `model.matrix`.
   */
  readonly order?: ArrayLike<number>;
}

/** A column of numbers, with one coefficient. */
export interface NumericTerm {
  readonly name: string;
  /** One finite value a row. */
  readonly values: Float64Array | Int32Array | Uint8Array;
}

/** A column of levels, with a coefficient for each but the first. */
export interface FactorTerm {
  /** As R prints it before the level, e.g. `factor(year)`. */
  readonly name: string;
  /**
   * `levels[codes[row]]`; level 0 is the reference and has no coefficient. It is `NO_LEVEL` where no level is the reference:
   * where every level has a coefficient, and where the levels are the cells of an interaction.
   */
  readonly codes: Uint16Array | Uint32Array;
  readonly levels: readonly string[];
}

/**
 * Indices among `termNames`, the intercept first, then in the order of the matrix.
 *
 * @throws RangeError for an `order` that does not have every term once.
 */
export function termOrder(matrix: ModelMatrix): Int32Array {
  const first = matrix.intercept ? 1 : 0;
  const terms = termNames(matrix).length - first;
  const { order = Array.from({ length: terms }, (_, term) => term) } = matrix;
  const has = new Set(Array.from(order));
  if (order.length !== terms || has.size !== terms || [...has].some((term) => !(term >= 0 && term < terms))) {
    throw new RangeError(`order: ${terms} terms after the intercept, each of them once`);
  }
  const positions = Int32Array.from(order, (term) => first + term);
  return first === 0 ? positions : Int32Array.of(0, ...positions);
}

/** What stands at level 0 of a factor without a reference level. */
export const NO_LEVEL = "(reference)";

/** Names of the coefficients in order, in R's words: `(Intercept)`, `size`, `factor(year)2008`, … */
export function termNames(matrix: ModelMatrix): string[] {
  const names = matrix.intercept ? ["(Intercept)"] : [];
  for (const term of matrix.numeric) names.push(term.name);
  for (const factor of matrix.factors) {
    for (const level of factor.levels.slice(1)) names.push(factor.name + level);
  }
  return names;
}
