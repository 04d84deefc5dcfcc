import { exp, log } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** |z| up to which every factor of a split exponential, and a product of 16 rows of P or Q, stays a normal number. */
const NEAR = 26;

/** What the rows of one group are worth at each node (see `PairedNodes`); arrays of rows × nodes are row-major. */
export interface NodeScores {
  readonly nodeCount: number;
  /** r = qφ(z)/Φ(z) by row and node. */
  readonly score: Float64Array;
  /** d = λ(λ + z) by row and node. */
  readonly curvature: Float64Array;
  /** Σ_t r and Σ_t d by node. */
  readonly scoreSum: Float64Array;
  readonly curvatureSum: Float64Array;
  /** Σ_t log Φ(z) by node = logarithm of `ratio` + `exponent`. */
  readonly ratio: Float64Array;
  readonly exponent: Float64Array;
  /** Scratch by row: z at the centre and φ there. */
  readonly middle: Float64Array;
  readonly density: Float64Array;
}

export function createNodeScores(largestGroup: number, nodeCount: number): NodeScores {
  const perNode = () => new Float64Array(nodeCount);
  return {
    nodeCount,
    score: new Float64Array(largestGroup * nodeCount),
    curvature: new Float64Array(largestGroup * nodeCount),
    scoreSum: perNode(),
    curvatureSum: perNode(),
    ratio: perNode(),
    exponent: perNode(),
    middle: new Float64Array(largestGroup),
    density: new Float64Array(largestGroup),
  };
}

/**
 * Fills `target` for the group at positions `first` to `first + size − 1`, whose nodes lie at σu = `centre` + `spread[k]`,
 * `spread` in pairs: its second half is minus its first, of which no number is negative. With `derivatives` false, scores
 * and curvatures are left alone.
 *
 * Two savings: φ at the nodes ±h around z₀ is φ(z₀) exp(−h²/2) exp(∓z₀h), one exponential for both; and log Φ is summed as a
 * product of P, Q and D = Q − φP with one logarithm (in truth none: see `ratio`).
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
  const { middle, density, nodeCount } = target;
  const half = nodeCount >> 1;
  let widest = 0;
  for (let i = 0; i < half; i++) if (spread[i] > widest) widest = spread[i];
  let farthest = 0;
  for (let t = 0; t < size; t++) {
    const z = signs[first + t] * (index[first + t] + centre);
    middle[t] = z;
    density[t] = INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z);
    const reach = Math.abs(z) + widest;
    if (!(reach <= farthest)) farthest = reach;
  }
  if (farthest < NEAR) {
    for (let i = 0; i < half; i++) scorePair(signs, first, size, spread[i], i, derivatives, target);
  } else {
    for (let k = 0; k < nodeCount; k++) scoreFarNode(signs, first, size, spread[k], k, derivatives, target);
  }
}

/** Nodes `at` and `half` + `at`, h above and below the centre. */
function scorePair(
  signs: Float64Array,
  first: number,
  size: number,
  h: number,
  at: number,
  derivatives: boolean,
  target: NodeScores,
): void {
  const { nodeCount, score, curvature, middle, density } = target;
  const mirrored = (nodeCount >> 1) + at;
  const shared = exp(-0.5 * h * h);
  let upNumerator = 1;
  let upDenominator = 1;
  let upExponent = 0;
  let upScore = 0;
  let upCurvature = 0;
  let downNumerator = 1;
  let downDenominator = 1;
  let downExponent = 0;
  let downScore = 0;
  let downCurvature = 0;
  for (let t = 0, row = 0; t < size; t++, row += nodeCount) {
    const sign = signs[first + t];
    const z = middle[t];
    const step = sign * h;
    const up = z + step;
    const down = z - step;
    let upDensity = 0;
    let downDensity = 0;
    // φ is asked for only where z ≥ 0.
    if (up >= 0 || down >= 0) {
      const factor = exp(-z * step);
      const common = density[t] * shared;
      upDensity = common * factor;
      downDensity = common / factor;
    }

    let a = Math.abs(up);
    let p = millsNumerator(a);
    let q = millsDenominator(a);
    let lambda: number;
    upDenominator *= q;
    if (up < 0) {
      upNumerator *= INVERSE_SQRT_TWO_PI * p;
      upExponent -= 0.5 * up * up;
      lambda = q / p;
    } else {
      const remainder = q - upDensity * p;
      upNumerator *= remainder;
      lambda = (upDensity * q) / remainder;
    }
    if (derivatives) {
      // λ(λ + z) loses digits for z far below 0, where it tends to 1 from below.
      const d = Math.min(lambda * (lambda + up), 1);
      const r = sign * lambda;
      score[row + at] = r;
      curvature[row + at] = d;
      upScore += r;
      upCurvature += d;
    }

    a = Math.abs(down);
    p = millsNumerator(a);
    q = millsDenominator(a);
    downDenominator *= q;
    if (down < 0) {
      downNumerator *= INVERSE_SQRT_TWO_PI * p;
      downExponent -= 0.5 * down * down;
      lambda = q / p;
    } else {
      const remainder = q - downDensity * p;
      downNumerator *= remainder;
      lambda = (downDensity * q) / remainder;
    }
    if (derivatives) {
      const d = Math.min(lambda * (lambda + down), 1);
      const r = sign * lambda;
      score[row + mirrored] = r;
      curvature[row + mirrored] = d;
      downScore += r;
      downCurvature += d;
    }
    if ((t & 15) === 15) {
      upExponent += log(upNumerator / upDenominator);
      downExponent += log(downNumerator / downDenominator);
      upNumerator = upDenominator = downNumerator = downDenominator = 1;
    }
  }
  target.ratio[at] = upNumerator / upDenominator;
  target.exponent[at] = upExponent;
  target.ratio[mirrored] = downNumerator / downDenominator;
  target.exponent[mirrored] = downExponent;
  if (!derivatives) return;
  target.scoreSum[at] = upScore;
  target.curvatureSum[at] = upCurvature;
  target.scoreSum[mirrored] = downScore;
  target.curvatureSum[mirrored] = downCurvature;
}

/** One node of a group some of whose z are large: nothing is shared, no product is kept. */
function scoreFarNode(
  signs: Float64Array,
  first: number,
  size: number,
  away: number,
  at: number,
  derivatives: boolean,
  target: NodeScores,
): void {
  const { nodeCount, score, curvature, middle } = target;
  let exponent = 0;
  let scoreSum = 0;
  let curvatureSum = 0;
  for (let t = 0; t < size; t++) {
    const sign = signs[first + t];
    const z = Math.max(-1e15, Math.min(middle[t] + sign * away, 1e15));
    const a = Math.abs(z);
    const p = millsNumerator(a);
    const q = millsDenominator(a);
    let lambda: number;
    if (z < 0) {
      exponent += log((INVERSE_SQRT_TWO_PI * p) / q) - 0.5 * z * z;
      lambda = q / p;
    } else {
      const e = INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z);
      const remainder = q - e * p;
      exponent += log(remainder / q);
      lambda = (e * q) / remainder;
    }
    if (!derivatives) continue;
    const d = Math.min(lambda * (lambda + z), 1);
    const r = sign * lambda;
    score[t * nodeCount + at] = r;
    curvature[t * nodeCount + at] = d;
    scoreSum += r;
    curvatureSum += d;
  }
  target.ratio[at] = 1;
  target.exponent[at] = exponent;
  if (!derivatives) return;
  target.scoreSum[at] = scoreSum;
  target.curvatureSum[at] = curvatureSum;
}
