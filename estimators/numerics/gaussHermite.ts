/** Nodes and weights of a quadrature rule: ∫ f(x) exp(−x²) dx ≈ Σ weights[k] f(nodes[k]). */
export interface QuadratureRule {
  /** Ascending, symmetric about 0. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss–Hermite rule with `count` nodes, exact for polynomials to degree 2·count − 1.
 *
 * With the orthonormal Hermite polynomials h_j (h_0 = π^(−1/4), h_{j+1} = x√(2/(j+1)) h_j − √(j/(j+1)) h_{j−1}) the
 * nodes are the roots of h_n and the weights 1/Σ_{j<n} h_j². The roots of h_{m−1} separate those of h_m, so each
 * is found by Newton's method kept inside its bracket.
 *
 * @param count 1 to 256; a RangeError otherwise (it is the caller's bug, not data).
 */
export function gaussHermite(count: number): QuadratureRule {
  if (!Number.isInteger(count) || count < 1 || count > 256) {
    throw new RangeError(`a quadrature rule has 1 to 256 nodes, not ${count}`);
  }
  // Only roots ≥ 0 are searched and then mirrored: the rule is symmetric to the last bit.
  let roots: number[] = [];
  for (let degree = 1; degree <= count; degree++) {
    const brackets = [...roots, Math.sqrt(2 * degree + 1)];
    const next = degree % 2 === 1 ? [0] : [];
    for (let i = 0; i + 1 < brackets.length; i++)
      next.push(rootBetween(degree, brackets[i], brackets[i + 1]));
    roots = next;
  }
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  roots.forEach((root, i) => {
    const above = count - roots.length + i;
    const { squares } = orthonormalHermite(count, root);
    nodes[above] = root;
    nodes[count - 1 - above] = root === 0 ? 0 : -root;
    weights[above] = weights[count - 1 - above] = 1 / squares;
  });
  return { nodes, weights };
}

/** h_n(x), its derivative √(2n) h_{n−1}(x), and Σ_{j<n} h_j(x)². */
function orthonormalHermite(degree: number, x: number): { value: number; slope: number; squares: number } {
  let previous = 0;
  // π^(−1/4)
  let value = 0.7511255444649425;
  let squares = 0;
  for (let j = 0; j < degree; j++) {
    squares += value * value;
    const next = x * Math.sqrt(2 / (j + 1)) * value - Math.sqrt(j / (j + 1)) * previous;
    previous = value;
    value = next;
  }
  return { value, slope: Math.sqrt(2 * degree) * previous, squares };
}

function rootBetween(degree: number, lower: number, upper: number): number {
  let low = lower;
  let high = upper;
  const signAbove = Math.sign(orthonormalHermite(degree, upper).value);
  let x = 0.5 * (low + high);
  for (let iteration = 0; iteration < 100; iteration++) {
    const { value, slope } = orthonormalHermite(degree, x);
    if (value === 0) return x;
    if (Math.sign(value) === signAbove) high = x;
    else low = x;
    const newton = x - value / slope;
    const next = newton > low && newton < high ? newton : 0.5 * (low + high);
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}
