import type { NodeScores } from "./nodeScores.ts";

/**
 * Expectations over the posterior weights ω_k of one group's nodes: the weights with which its rows enter gradient and
 * Hessian. With v_k = σu_k, r and d by row and node, and h_k = v_k Σ_t r_tk, the score of ln σ.
 */
export interface PosteriorMoments {
  /** s_t = E r_t: score of the row's index. */
  readonly rowScore: Float64Array;
  /** V_t = Cov(r_t, h) − E[v d_t]: Hessian of the row's index and ln σ. */
  readonly rowCross: Float64Array;
  /** M_ts = Cov(r_t, r_s) − 1{t = s} E d_t, T × T row-major: Hessian of the rows' indices. */
  readonly within: Float64Array;
  /** [E h, Var h + E h − E(v² Σ_t d_t)]: score and second derivative of ln σ. */
  readonly lnSigma: Float64Array;
  /** Scratch: ω r of one row, Σ_t r and Σ_t d by node. */
  readonly weightedScore: Float64Array;
  readonly scoreSum: Float64Array;
  readonly curvatureSum: Float64Array;
}

export function createPosteriorMoments(largestGroup: number, nodeCount: number): PosteriorMoments {
  return {
    rowScore: new Float64Array(largestGroup),
    rowCross: new Float64Array(largestGroup),
    within: new Float64Array(largestGroup * largestGroup),
    lnSigma: new Float64Array(2),
    weightedScore: new Float64Array(nodeCount),
    scoreSum: new Float64Array(nodeCount),
    curvatureSum: new Float64Array(nodeCount),
  };
}

/** Fills `target` from the scores of a group of `size` rows; `omega` sums to 1, `shift` is v by node. */
export function posteriorMoments(
  { nodeCount, score, curvature }: NodeScores,
  size: number,
  omega: Float64Array,
  shift: Float64Array,
  target: PosteriorMoments,
): void {
  const { rowScore, rowCross, within, lnSigma, weightedScore, scoreSum, curvatureSum } = target;
  scoreSum.fill(0);
  curvatureSum.fill(0);
  for (let t = 0; t < size; t++) {
    const offset = t * nodeCount;
    for (let k = 0; k < nodeCount; k++) {
      scoreSum[k] += score[offset + k];
      curvatureSum[k] += curvature[offset + k];
    }
  }
  let meanH = 0;
  let rest = 0;
  for (let k = 0; k < nodeCount; k++) {
    const v = shift[k];
    const h = v * scoreSum[k];
    meanH += omega[k] * h;
    rest += omega[k] * (h * h - v * v * curvatureSum[k]);
  }
  lnSigma[0] = meanH;
  lnSigma[1] = rest - meanH * meanH + meanH;

  for (let t = 0; t < size; t++) {
    const offset = t * nodeCount;
    let meanR = 0;
    let meanD = 0;
    let cross = 0;
    let square = 0;
    for (let k = 0; k < nodeCount; k++) {
      const r = score[offset + k];
      const d = omega[k] * curvature[offset + k];
      const weighted = omega[k] * r;
      weightedScore[k] = weighted;
      meanR += weighted;
      meanD += d;
      cross += shift[k] * (weighted * scoreSum[k] - d);
      square += weighted * r;
    }
    rowScore[t] = meanR;
    rowCross[t] = cross - meanR * meanH;
    within[t * size + t] = square - meanR * meanR - meanD;
    // Two rows at a time: their sums do not wait for each other.
    let s = 0;
    for (; s + 1 < t; s += 2) {
      const first = s * nodeCount;
      const second = first + nodeCount;
      let sumFirst = 0;
      let sumSecond = 0;
      for (let k = 0; k < nodeCount; k++) {
        const weighted = weightedScore[k];
        sumFirst += weighted * score[first + k];
        sumSecond += weighted * score[second + k];
      }
      within[t * size + s] = within[s * size + t] = sumFirst - meanR * rowScore[s];
      within[t * size + s + 1] = within[(s + 1) * size + t] = sumSecond - meanR * rowScore[s + 1];
    }
    if (s < t) {
      let sum = 0;
      for (let k = 0; k < nodeCount; k++) sum += weightedScore[k] * score[s * nodeCount + k];
      within[t * size + s] = within[s * size + t] = sum - meanR * rowScore[s];
    }
  }
}
