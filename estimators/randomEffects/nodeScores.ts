import { exp, log } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** |z| up to which every factor of a split exponential, and a product of 16 rows of P or Q, stays a normal number. */
const NEAR = 26;

/** What the rows of one group are worth at each node; arrays of rows × nodes are row-major. */
export interface NodeScores {
  readonly nodeCount: number;
  /** r = qφ(z)/Φ(z) by row and node. */
  readonly score: Float64Array;
  /** d = λ(λ + z) by row and node. */
  readonly curvature: Float64Array;
  /** Σ_t log Φ(z) by node = logarithm of `ratio` + `exponent`. */
  readonly ratio: Float64Array;
  readonly exponent: Float64Array;
  /** Scratch: z and φ(z) of one row, exp(−h²/2), and the parts of `ratio`. */
  readonly argument: Float64Array;
  readonly density: Float64Array;
  readonly halfDensity: Float64Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

export function createNodeScores(largestGroup: number, nodeCount: number): NodeScores {
  const perNode = () => new Float64Array(nodeCount);
  return {
    nodeCount,
    score: new Float64Array(largestGroup * nodeCount),
    curvature: new Float64Array(largestGroup * nodeCount),
    ratio: perNode(),
    exponent: perNode(),
    argument: perNode(),
    density: perNode(),
    halfDensity: perNode(),
    numerator: perNode(),
    denominator: perNode(),
  };
}

/**
 * Fills `target` for the group at positions `first` to `first + size − 1`, whose nodes lie at σu = `centre` + `spread[k]`;
 * `spread` is symmetric about 0. With `derivatives` false, `score` and `curvature` are left alone.
 *
 * Two savings: the rule's symmetry gives φ at the nodes ±h around z₀ from φ(z₀) exp(−h²/2) exp(∓z₀h), one exponential for
 * both; and log Φ is summed as a product of P, Q and D = Q − φP with one logarithm (in truth none: see `ratio`).
 */
export function scoreNodes(
  index: Float64Array,
  signs: Float64Array,
  first: number,
  size: number,
  centre: number,
  spread: Float64Array,
  derivatives: boolean,
  target: NodeScores,
): void {
  const {
    nodeCount,
    score,
    curvature,
    ratio,
    exponent,
    argument,
    density,
    halfDensity,
    numerator,
    denominator,
  } = target;
  const widest = spread[nodeCount - 1];
  for (let k = nodeCount >> 1; k < nodeCount; k++) halfDensity[k] = exp(-0.5 * spread[k] * spread[k]);
  for (let k = 0; k < nodeCount; k++) {
    numerator[k] = 1;
    denominator[k] = 1;
    exponent[k] = 0;
  }

  for (let t = 0; t < size; t++) {
    const sign = signs[first + t];
    const middle = sign * (index[first + t] + centre);
    const near = Math.abs(middle) + widest < NEAR;
    if (near) {
      const base = INVERSE_SQRT_TWO_PI * exp(-0.5 * middle * middle);
      for (let k = nodeCount >> 1, mirrored = (nodeCount - 1) >> 1; k < nodeCount; k++, mirrored--) {
        const h = sign * spread[k];
        argument[k] = middle + h;
        argument[mirrored] = middle - h;
        // φ is asked for only where z ≥ 0.
        if (middle + spread[k] >= 0) {
          const factor = exp(-middle * h);
          const common = base * halfDensity[k];
          density[mirrored] = common / factor;
          density[k] = common * factor;
        }
      }
    } else {
      for (let k = 0; k < nodeCount; k++) {
        const z = middle + sign * spread[k];
        argument[k] = Math.max(-1e15, Math.min(z, 1e15));
        density[k] = z >= 0 ? INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z) : 0;
      }
    }

    const offset = t * nodeCount;
    for (let k = 0; k < nodeCount; k++) {
      const z = argument[k];
      const a = Math.abs(z);
      const p = millsNumerator(a);
      const q = millsDenominator(a);
      denominator[k] *= q;
      let lambda: number;
      if (z < 0) {
        numerator[k] *= INVERSE_SQRT_TWO_PI * p;
        exponent[k] -= 0.5 * z * z;
        lambda = q / p;
      } else {
        const e = density[k];
        const remainder = q - e * p;
        numerator[k] *= remainder;
        lambda = (e * q) / remainder;
      }
      if (derivatives) {
        score[offset + k] = sign * lambda;
        // Loses digits for z far below 0, where it tends to 1 from below.
        curvature[offset + k] = Math.min(lambda * (lambda + z), 1);
      }
    }
    if (!near || (t & 15) === 15) {
      for (let k = 0; k < nodeCount; k++) {
        exponent[k] += log(numerator[k] / denominator[k]);
        numerator[k] = 1;
        denominator[k] = 1;
      }
    }
  }
  for (let k = 0; k < nodeCount; k++) ratio[k] = numerator[k] / denominator[k];
}
