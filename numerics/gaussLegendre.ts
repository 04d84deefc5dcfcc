/** Nodes and weights for ∫ f over [−1, 1] ≈ Σ w f(x). */
export interface LegendreRule {
  /** Ascending. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss–Legendre rule with `count` nodes, exact for polynomials of degree 2 count − 1. The zeros of the Legendre
 * polynomial P_n lie one each between those of P_(n−1) and the ends, so they are found from n = 1 upwards by bisection with
 * Newton's steps, without a trigonometric start.
 */
export function gaussLegendre(count: number): LegendreRule {
  let zeros: number[] = [];
  for (let n = 1; n <= count; n++) {
    const fences = [-1, ...zeros, 1];
    zeros = fences.slice(1).map((upper, i) => zeroBetween(n, fences[i], upper, (n - i) % 2 === 1));
  }
  const weights = zeros.map((x) => {
    const { slope } = legendre(count, x);
    return 2 / ((1 - x) * (1 + x) * slope * slope);
  });
  return { nodes: Float64Array.from(zeros), weights: Float64Array.from(weights) };
}

/** P_n(x) and P_n′(x) for |x| < 1 by the three-term recurrence. */
function legendre(n: number, x: number): { value: number; slope: number } {
  let before = 1;
  let value = x;
  for (let m = 2; m <= n; m++) {
    const next = ((2 * m - 1) * x * value - (m - 1) * before) / m;
    before = value;
    value = next;
  }
  return { value, slope: (n * (before - x * value)) / ((1 - x) * (1 + x)) };
}

/**
 * The one zero of P_n between two fences, by Newton's steps kept inside a bracket.
 *
 * @param rising whether P_n rises through it; the largest zero does, and going down rises and falls take turns.
 */
function zeroBetween(n: number, lower: number, upper: number, rising: boolean): number {
  let low = lower;
  let high = upper;
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const { value, slope } = legendre(n, x);
    if (value === 0) return x;
    if (value > 0 === rising) high = x;
    else low = x;
    const newton = x - value / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 2 ** -54) return next;
    x = next;
  }
  return x;
}
