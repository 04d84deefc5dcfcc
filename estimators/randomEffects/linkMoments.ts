import type { GroupPosterior } from "./groupPosterior.ts";

/**
 * Expectations over a group's posterior: the weights with which its rows enter gradient and Hessian of the log-likelihood.
 * With r and d the first and minus the second derivative of a row's weighted log-likelihood by its index, v_k = σu_k, and
 * h_k = v_k Σ_t r_tk, the score of ln σ.
 */
export interface LinkMoments {
  /** s_t = E r_t: score of the row's index. */
  readonly rowScore: Float64Array;
  /** V_t = Cov(r_t, h) − E[v d_t]: Hessian of the row's index and ln σ. */
  readonly rowCross: Float64Array;
  /** M_ts = Cov(r_t, r_s) − 1{t = s} E d_t, T × T row-major: Hessian of the rows' indices. */
  readonly within: Float64Array;
  /** [E h, Var h + E h − E(v² Σ_t d_t)]: score and second derivative of ln σ. */
  readonly lnSigma: Float64Array;
  /** Scratch: Σ_t r and h by node. */
  readonly scoreSum: Float64Array;
  readonly lnSigmaScore: Float64Array;
}

export function createLinkMoments(largestGroup: number, quadratureNodes: number): LinkMoments {
  return {
    rowScore: new Float64Array(largestGroup),
    rowCross: new Float64Array(largestGroup),
    within: new Float64Array(largestGroup * largestGroup),
    lnSigma: new Float64Array(2),
    scoreSum: new Float64Array(quadratureNodes),
    lnSigmaScore: new Float64Array(quadratureNodes),
  };
}

/** Fills `target` for a group of `size` rows: score and Hessian with the nodes held where they are. */
export function linkMoments(
  { omega, shift, score, curvature }: GroupPosterior,
  size: number,
  target: LinkMoments,
): void {
  const { rowScore, rowCross, within, lnSigma, scoreSum, lnSigmaScore } = target;
  const count = omega.length;
  let meanH = 0;
  let rest = 0;
  for (let k = 0; k < count; k++) {
    let scores = 0;
    let curvatures = 0;
    for (let t = 0; t < size; t++) {
      scores += score[t * count + k];
      curvatures += curvature[t * count + k];
    }
    const h = shift[k] * scores;
    scoreSum[k] = scores;
    lnSigmaScore[k] = h;
    meanH += omega[k] * h;
    rest += omega[k] * (h * h - shift[k] * shift[k] * curvatures);
  }
  lnSigma[0] = meanH;
  lnSigma[1] = rest - meanH * meanH + meanH;

  for (let t = 0; t < size; t++) {
    let meanR = 0;
    let meanD = 0;
    let cross = 0;
    for (let k = 0; k < count; k++) {
      const r = score[t * count + k];
      const d = curvature[t * count + k];
      meanR += omega[k] * r;
      meanD += omega[k] * d;
      cross += omega[k] * (r * lnSigmaScore[k] - shift[k] * d);
    }
    rowScore[t] = meanR;
    rowCross[t] = cross - meanR * meanH;
    for (let s = 0; s <= t; s++) {
      let product = 0;
      for (let k = 0; k < count; k++) product += omega[k] * score[t * count + k] * score[s * count + k];
      const covariance = product - meanR * rowScore[s];
      within[t * size + s] = within[s * size + t] = s === t ? covariance - meanD : covariance;
    }
  }
}

/**
 * Adds to the scores of a group's rows and of ln σ what the nodes' own movement contributes: mode m and scale c depend on
 * the parameters θ, and with u_k = m + √2 c a_k
 *
 *     dℓ = (score at fixed nodes) + E[f′(u_k)] dm + (1 + E[f′(u_k) √2 c a_k]) d log c,
 *     dm = c² ∂f′/∂θ,   d log c = (c²/2)(∂f″/∂θ + f‴ dm),
 *
 * all derivatives at m. Both factors vanish as the quadrature becomes exact.
 */
export function addMovement(
  { mode, nodes, omega }: GroupPosterior,
  size: number,
  sigma: number,
  { rowScore, lnSigma, scoreSum }: LinkMoments,
): void {
  const centre = mode.summary[0];
  const scale = mode.summary[1];
  const bend = mode.summary[2];
  let meanSlope = 0;
  let meanStretch = 1;
  for (let k = 0; k < nodes.length; k++) {
    const away = Math.SQRT2 * scale * nodes[k];
    const slope = omega[k] * (sigma * scoreSum[k] - (centre + away));
    meanSlope += slope;
    meanStretch += slope * away;
  }
  const variance = scale * scale;
  const perStretch = 0.5 * variance * meanStretch;
  // What ∂f′/∂θ and ∂f″/∂θ are multiplied by.
  const ofSlope = variance * (meanSlope + perStretch * bend);
  for (let t = 0; t < size; t++) {
    rowScore[t] += perStretch * sigma * sigma * mode.third[t] - ofSlope * sigma * mode.curvature[t];
  }
  // At the mode σ Σ r = m, and σ² Σ d = 1/c² − 1.
  const spread = 1 / variance - 1;
  lnSigma[0] += ofSlope * centre * (1 - spread) + perStretch * (centre * bend - 2 * spread);
}
