import type { Mode } from "./mode.ts";
import type { PosteriorMoments } from "./posterior.ts";

/**
 * Adds to the scores of a group's rows and of ln σ what the nodes' own movement contributes: mode m and scale c depend on
 * the parameters θ, and with u_k = m + √2 c a_k
 *
 *     dℓ = (score at fixed nodes) + E[f′(u_k)] dm + (1 + E[f′(u_k) √2 c a_k]) d log c,
 *     dm = c² ∂f′/∂θ,   d log c = (c²/2)(∂f″/∂θ + f‴ dm),
 *
 * all derivatives at m. Both factors vanish as the quadrature becomes exact; without them Newton's method would look for
 * the root of something that is not the gradient of the value it climbs, and fail where few nodes meet a large σ.
 */
export function addMovementOfNodes(
  mode: Mode,
  size: number,
  sigma: number,
  omega: Float64Array,
  nodes: Float64Array,
  scoreSum: Float64Array,
  moments: PosteriorMoments,
): void {
  const centre = mode.summary[0];
  const scale = mode.summary[1];
  const bend = mode.summary[2];
  // Over even and odd nodes, as in `posteriorMoments`.
  let evenSlope = 0;
  let oddSlope = 0;
  let evenStretch = 0;
  let oddStretch = 0;
  for (let k = 0; k < omega.length; k += 2) {
    const even = Math.SQRT2 * scale * nodes[k];
    const odd = Math.SQRT2 * scale * nodes[k + 1];
    const ofEven = omega[k] * (sigma * scoreSum[k] - (centre + even));
    const ofOdd = omega[k + 1] * (sigma * scoreSum[k + 1] - (centre + odd));
    evenSlope += ofEven;
    oddSlope += ofOdd;
    evenStretch += ofEven * even;
    oddStretch += ofOdd * odd;
  }
  const meanSlope = evenSlope + oddSlope;
  const meanStretch = 1 + (evenStretch + oddStretch);
  const variance = scale * scale;
  const perStretch = 0.5 * variance * meanStretch;
  // What ∂f′/∂θ and ∂f″/∂θ are multiplied by.
  const ofSlope = variance * (meanSlope + perStretch * bend);
  for (let t = 0; t < size; t++) {
    moments.rowScore[t] += perStretch * sigma * sigma * mode.third[t] - ofSlope * sigma * mode.curvature[t];
  }
  // At the mode σ Σ r = m, and σ² Σ d = 1/c² − 1.
  const spread = 1 / variance - 1;
  moments.lnSigma[0] += ofSlope * centre * (1 - spread) + perStretch * (centre * bend - 2 * spread);
}
