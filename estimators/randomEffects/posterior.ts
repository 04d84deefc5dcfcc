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
  /** Scratch: ω r of one row. */
  readonly weightedScore: Float64Array;
}

export function createPosteriorMoments(largestGroup: number, nodeCount: number): PosteriorMoments {
  return {
    rowScore: new Float64Array(largestGroup),
    rowCross: new Float64Array(largestGroup),
    within: new Float64Array(largestGroup * largestGroup),
    lnSigma: new Float64Array(2),
    weightedScore: new Float64Array(nodeCount),
  };
}

/**
 * Fills `target` from the scores of a group of `size` rows; `omega` sums to 1, `shift` is v by node. Every sum over nodes
 * is two, over even and odd ones: they do not wait for each other.
 */
export function posteriorMoments(
  { nodeCount, score, curvature, scoreSum, curvatureSum }: NodeScores,
  size: number,
  omega: Float64Array,
  shift: Float64Array,
  target: PosteriorMoments,
): void {
  const { rowScore, rowCross, within, lnSigma, weightedScore } = target;
  let evenH = 0;
  let oddH = 0;
  let evenRest = 0;
  let oddRest = 0;
  for (let k = 0; k < nodeCount; k += 2) {
    const even = shift[k];
    const odd = shift[k + 1];
    const ofEven = even * scoreSum[k];
    const ofOdd = odd * scoreSum[k + 1];
    evenH += omega[k] * ofEven;
    oddH += omega[k + 1] * ofOdd;
    evenRest += omega[k] * (ofEven * ofEven - even * even * curvatureSum[k]);
    oddRest += omega[k + 1] * (ofOdd * ofOdd - odd * odd * curvatureSum[k + 1]);
  }
  const meanH = evenH + oddH;
  lnSigma[0] = meanH;
  lnSigma[1] = evenRest + oddRest - meanH * meanH + meanH;

  for (let t = 0; t < size; t++) {
    const row = t * nodeCount;
    let evenR = 0;
    let oddR = 0;
    let evenD = 0;
    let oddD = 0;
    let evenCross = 0;
    let oddCross = 0;
    let evenSquare = 0;
    let oddSquare = 0;
    for (let k = 0; k < nodeCount; k += 2) {
      const evenScore = score[row + k];
      const oddScore = score[row + k + 1];
      const evenWeighted = omega[k] * evenScore;
      const oddWeighted = omega[k + 1] * oddScore;
      const evenCurvature = omega[k] * curvature[row + k];
      const oddCurvature = omega[k + 1] * curvature[row + k + 1];
      weightedScore[k] = evenWeighted;
      weightedScore[k + 1] = oddWeighted;
      evenR += evenWeighted;
      oddR += oddWeighted;
      evenD += evenCurvature;
      oddD += oddCurvature;
      evenCross += shift[k] * (evenWeighted * scoreSum[k] - evenCurvature);
      oddCross += shift[k + 1] * (oddWeighted * scoreSum[k + 1] - oddCurvature);
      evenSquare += evenWeighted * evenScore;
      oddSquare += oddWeighted * oddScore;
    }
    const meanR = evenR + oddR;
    rowScore[t] = meanR;
    rowCross[t] = evenCross + oddCross - meanR * meanH;
    within[t * size + t] = evenSquare + oddSquare - meanR * meanR - (evenD + oddD);
    for (let s = 0; s < t; s++) {
      const other = s * nodeCount;
      let even = 0;
      let odd = 0;
      for (let k = 0; k < nodeCount; k += 2) {
        even += weightedScore[k] * score[other + k];
        odd += weightedScore[k + 1] * score[other + k + 1];
      }
      within[t * size + s] = within[s * size + t] = even + odd - meanR * rowScore[s];
    }
  }
}
