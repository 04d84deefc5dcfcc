import { SOBOL_DIMENSIONS, type SobolDimension } from "./directionNumbers.ts";

const BITS = 32;

/** Parameters a Sobol design can vary. */
export const MOST_SOBOL_DIMENSIONS = SOBOL_DIMENSIONS.length;

/**
 * The first points of the Sobol sequence with the direction numbers of Joe & Kuo (2008), in Gray-code order (Antonov &
 * Saleev 1979), as SciPy's `qmc.Sobol(scramble=False)` gives them. More points begin with the same ones. The first is
 * the origin: without it the first 2^k points are no net any more (Owen 2022, "On dropping the first Sobol' point").
 *
 * @param points 0 or more, below 2³².
 * @param dimensions 1 to `MOST_SOBOL_DIMENSIONS`.
 * @returns a list of points, each of coordinates in [0, 1).
 * @throws RangeError for more dimensions.
 */
export function sobolPoints(points: number, dimensions: number): number[][] {
  const directions = SOBOL_DIMENSIONS.slice(0, dimensions).map(directionNumbers);
  if (directions.length !== dimensions) {
    throw new RangeError(
      `a Sobol sequence has 1 to ${MOST_SOBOL_DIMENSIONS} dimensions here, not ${dimensions}`,
    );
  }
  const state = new Uint32Array(dimensions);
  const found: number[][] = [];
  for (let point = 0; point < points; point++) {
    found.push(Array.from(state, (digits) => digits / 2 ** BITS));
    const bit = lowestZero(point);
    for (const [dimension, numbers] of directions.entries()) {
      state[dimension] = (state[dimension] ?? 0) ^ (numbers[bit] ?? 0);
    }
  }
  return found;
}

/** v_k = m_k 2^(32−k), k from 1, by the recurrence of the polynomial (Bratley & Fox 1988, eq. 3). */
function directionNumbers({ polynomial, initial }: SobolDimension): Uint32Array {
  const degree = initial.length;
  const numbers = new Uint32Array(BITS);
  for (let k = 0; k < BITS; k++) {
    if (degree === 0 || k < degree) {
      numbers[k] = (initial[k] ?? 1) * 2 ** (BITS - 1 - k);
      continue;
    }
    const oldest = numbers[k - degree] ?? 0;
    let number = oldest ^ (oldest >>> degree);
    for (let j = 1; j < degree; j++) {
      if ((polynomial >>> (degree - 1 - j)) & 1) number ^= numbers[k - j] ?? 0;
    }
    numbers[k] = number;
  }
  return numbers;
}

/** Position of the lowest binary digit that is 0, from 0. */
function lowestZero(of: number): number {
  return 31 - Math.clz32(~of & (of + 1));
}
