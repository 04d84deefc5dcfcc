import { createGroupPosterior, findGroupPosterior } from "./groupPosterior.ts";
import type { IndexedOutcomes } from "./linkMode.ts";
import { responseOf } from "./linkResponse.ts";

/** Positions in `GroupDifferences.moments`. */
export const MEAN = 0;
export const VARIANCE = 1;
export const BY_STEP = 2;
export const BY_LN_SIGMA = 3;

/**
 * D = Σ_t p(η_t + step + σu) − p(η_t + σu) of one group at a time: its moments over the posterior of u, and how its mean
 * moves with the parameters, the posterior with them.
 */
export interface GroupDifferences {
  /** E[D], Var(D), and ∂E[D] by the step and by ln σ. */
  readonly moments: Float64Array;
  /** ∂E[D]/∂η_t by row, the step as it is. */
  readonly rowWeight: Float64Array;
  /** Fills both for the group at positions `first` to `first + size − 1`. */
  find(first: number, size: number): void;
}

/** What the nodes of one group hold: arrays of rows × nodes are row-major. */
export interface DifferencesByNode {
  readonly count: number;
  /** Posterior weight, sum 1, and σu. */
  readonly omega: Float64Array;
  readonly shift: Float64Array;
  /** D. */
  readonly difference: Float64Array;
  /** Σ_t p′(η_t + step + σu), and Σ_t of what p′ gains by the step. */
  readonly raisedSum: Float64Array;
  readonly slopeSum: Float64Array;
  /** Σ_t of the scores ℓ′. */
  readonly scoreSum: Float64Array;
  /** ℓ′, and what p′ gains by the step, by row and node. */
  readonly score: Float64Array;
  readonly slope: Float64Array;
}

/** ∂E[D]/∂θ = E[∂D/∂θ] + Cov(D, score of θ). */
export function posteriorDifferences(
  { count, omega, shift, difference, raisedSum, slopeSum, scoreSum, score, slope }: DifferencesByNode,
  size: number,
  moments: Float64Array,
  rowWeight: Float64Array,
): void {
  let mean = 0;
  let meanSquare = 0;
  let meanRaised = 0;
  let meanSlope = 0;
  let meanH = 0;
  let meanDH = 0;
  for (let k = 0; k < count; k++) {
    const weighted = omega[k] * difference[k];
    const h = shift[k] * scoreSum[k];
    mean += weighted;
    meanSquare += weighted * difference[k];
    meanRaised += omega[k] * raisedSum[k];
    meanSlope += omega[k] * shift[k] * slopeSum[k];
    meanH += omega[k] * h;
    meanDH += weighted * h;
  }
  moments[MEAN] = mean;
  moments[VARIANCE] = meanSquare - mean * mean;
  moments[BY_STEP] = meanRaised;
  moments[BY_LN_SIGMA] = meanSlope + meanDH - mean * meanH;
  for (let t = 0; t < size; t++) {
    let weight = 0;
    let covariance = 0;
    for (let k = 0, at = t * count; k < count; k++, at++) {
      weight += omega[k] * slope[at];
      covariance += omega[k] * (difference[k] - mean) * score[at];
    }
    rowWeight[t] = weight + covariance;
  }
}

export function createDifferencesByNode(largestGroup: number, count: number): DifferencesByNode {
  const perNode = () => new Float64Array(count);
  const perRow = () => new Float64Array(largestGroup * count);
  return {
    count,
    omega: perNode(),
    shift: perNode(),
    difference: perNode(),
    raisedSum: perNode(),
    slopeSum: perNode(),
    scoreSum: perNode(),
    score: perRow(),
    slope: perRow(),
  };
}

/** For any link, with or without row weights. */
export function linkDifferences(
  outcomes: IndexedOutcomes,
  largestGroup: number,
  quadratureNodes: number,
  sigma: number,
  step: number,
): GroupDifferences {
  const posterior = createGroupPosterior(largestGroup, quadratureNodes);
  const response = responseOf(outcomes.link);
  const { omega, shift, score } = posterior;
  const nodes = { ...createDifferencesByNode(largestGroup, quadratureNodes), omega, shift, score };
  const { difference, raisedSum, slopeSum, scoreSum, slope } = nodes;
  const here = new Float64Array(3);
  const raised = new Float64Array(3);
  const moments = new Float64Array(4);
  const rowWeight = new Float64Array(largestGroup);
  return {
    moments,
    rowWeight,
    find(first, size) {
      findGroupPosterior(outcomes, first, size, sigma, 0, posterior);
      for (const sums of [difference, raisedSum, slopeSum, scoreSum]) sums.fill(0);
      for (let t = 0; t < size; t++) {
        for (let k = 0, at = t * quadratureNodes; k < quadratureNodes; k++, at++) {
          const index = outcomes.index[first + t] + shift[k];
          response(index, here);
          response(index + step, raised);
          slope[at] = raised[1] - here[1];
          difference[k] += raised[0] - here[0];
          raisedSum[k] += raised[1];
          slopeSum[k] += slope[at];
          scoreSum[k] += score[at];
        }
      }
      posteriorDifferences(nodes, size, moments, rowWeight);
    },
  };
}
