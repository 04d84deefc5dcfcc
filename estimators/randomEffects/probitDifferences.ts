import { exp, log } from "../../numerics/elementary.ts";
import { millsDenominator, millsNumerator } from "../../numerics/millsRatio.ts";
import { gaussHermite } from "../numerics/gaussHermite.ts";
import {
  createDifferencesByNode,
  type DifferencesByNode,
  type GroupDifferences,
  posteriorDifferences,
} from "./groupDifferences.ts";
import { type IndexedOutcomes, withinReach } from "./linkMode.ts";
import { createMode, findMode } from "./mode.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** P and Q stay finite up to it, and so do their products with what is below `LARGEST_PRODUCT`. */
const LARGEST_ARGUMENT = 1e15;
/** Products of rows are taken the logarithm of when they, or their inverse, pass it. */
const LARGEST_PRODUCT = 1e100;

/**
 * `linkDifferences` of the probit without row weights, in less than half its time: the Mills ratio P/Q at a node serves Φ, its
 * logarithm, the score and the density, and log Φ is summed as a product with one logarithm a node.
 */
export function probitDifferences(
  { link, index: indexOfRows, signs }: IndexedOutcomes,
  largestGroup: number,
  quadratureNodes: number,
  sigma: number,
  step: number,
): GroupDifferences {
  // A term with an infinite estimate takes rows to ±∞.
  const index = indexOfRows.map((eta) => withinReach(link, eta));
  const { nodes, weights } = gaussHermite(quadratureNodes);
  const logWeights = weights.map((weight, k) => log(weight) + nodes[k] * nodes[k]);
  const byNode = createDifferencesByNode(largestGroup, quadratureNodes);
  const { omega, shift } = byNode;
  const mode = createMode(largestGroup);
  const moments = new Float64Array(4);
  const rowWeight = new Float64Array(largestGroup);
  return {
    moments,
    rowWeight,
    find(first, size) {
      findMode(index, signs, first, size, sigma, 0, mode);
      let top = -Infinity;
      for (let k = 0; k < quadratureNodes; k++) {
        const u = mode.summary[0] + Math.SQRT2 * mode.summary[1] * nodes[k];
        shift[k] = sigma * u;
        const ofRows = differenceAtNode(index, signs, first, size, step, k, byNode);
        omega[k] = logWeights[k] - 0.5 * u * u + ofRows;
        if (omega[k] > top) top = omega[k];
      }
      let total = 0;
      for (let k = 0; k < quadratureNodes; k++) {
        omega[k] = exp(omega[k] - top);
        total += omega[k];
      }
      for (let k = 0; k < quadratureNodes; k++) omega[k] /= total;
      posteriorDifferences(byNode, size, moments, rowWeight);
    },
  };
}

/** Fills what `target` holds of node k, and returns Σ_t log Φ(z_t), z = (2y − 1)(η + σu). */
function differenceAtNode(
  index: Float64Array,
  signs: Float64Array,
  first: number,
  size: number,
  step: number,
  k: number,
  target: DifferencesByNode,
): number {
  const { count, shift, score, slope } = target;
  const moved = shift[k];
  let numerator = 1;
  let denominator = 1;
  let exponent = 0;
  let difference = 0;
  let raisedSum = 0;
  let slopeSum = 0;
  let scoreSum = 0;
  for (let t = 0, at = k; t < size; t++, at += count) {
    const sign = signs[first + t];
    const x = index[first + t] + moved;
    let a = Math.min(Math.abs(x), LARGEST_ARGUMENT);
    let p = millsNumerator(a);
    let q = millsDenominator(a);
    const density = INVERSE_SQRT_TWO_PI * exp(-0.5 * a * a);
    let tail = (density * p) / q;
    const rest = 1 - tail;
    let lambda: number;
    if (sign * x < 0) {
      lambda = q / p;
      numerator *= INVERSE_SQRT_TWO_PI * p;
      denominator *= q;
      exponent -= 0.5 * a * a;
    } else {
      lambda = density / rest;
      numerator *= rest;
    }
    if (denominator > LARGEST_PRODUCT || numerator < 1 / LARGEST_PRODUCT) {
      exponent += log(numerator / denominator);
      numerator = denominator = 1;
    }
    const probability = x < 0 ? tail : rest;

    const raised = x + step;
    a = Math.min(Math.abs(raised), LARGEST_ARGUMENT);
    p = millsNumerator(a);
    q = millsDenominator(a);
    const raisedDensity = INVERSE_SQRT_TWO_PI * exp(-0.5 * a * a);
    tail = (raisedDensity * p) / q;
    difference += (raised < 0 ? tail : 1 - tail) - probability;

    const r = sign * lambda;
    score[at] = r;
    scoreSum += r;
    slope[at] = raisedDensity - density;
    slopeSum += raisedDensity - density;
    raisedSum += raisedDensity;
  }
  target.difference[k] = difference;
  target.raisedSum[k] = raisedSum;
  target.slopeSum[k] = slopeSum;
  target.scoreSum[k] = scoreSum;
  return exponent + log(numerator / denominator);
}
