import { exponential } from "../numerics/exponential.ts";
import { gaussHermite } from "../numerics/gaussHermite.ts";
import { millsDenominator, millsNumerator } from "../numerics/millsRatio.ts";
import type { Objective } from "../numerics/newton.ts";
import {
  addCrossProduct,
  addWeightedRows,
  createCrossProduct,
  linearPredictor,
} from "../splitDesign/crossProduct.ts";
import { termsFromSlots } from "../splitDesign/estimatedTerms.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import { findMode } from "./mode.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const LOG_SQRT_TWO_PI = 0.9189385332046728;
const HALF_LOG_PI = 0.5723649429247001;

export interface QuadratureLikelihood extends Objective {
  /** The log-likelihood alone. */
  readonly value: (point: Float64Array) => number;
}

export function quadratureLikelihood(
  design: SplitDesign,
  signs: Float64Array,
  offset: Float64Array | null,
  terms: Int32Array,
  quadratureNodes: number,
): QuadratureLikelihood {
  const { groups, start, largest } = design.rowGroups;
  const nodeCount = quadratureNodes;
  const { nodes, weights } = gaussHermite(nodeCount);
  const logNodeWeights = weights.map((weight, k) => Math.log(weight) + nodes[k] * nodes[k]);
  const tauSlot = design.slots;
  const crossProduct = createCrossProduct(design, 1);
  const stride = crossProduct.stride;
  const slotGradient = new Float64Array(stride);
  const slotCoefficients = new Float64Array(design.slots);
  const index = new Float64Array(signs.length);
  const modes = new Float64Array(groups);
  const modeAndScale = new Float64Array(2);

  const score = new Float64Array(largest * nodeCount);
  const curvature = new Float64Array(largest * nodeCount);
  const logNode = new Float64Array(nodeCount);
  const scoreSum = new Float64Array(nodeCount);
  const curvatureSum = new Float64Array(nodeCount);
  const shift = new Float64Array(nodeCount);
  const omega = new Float64Array(nodeCount);
  const rowScore = new Float64Array(largest);
  const rowCross = new Float64Array(largest);
  const within = new Float64Array(largest * largest);

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    const k = terms.length;
    const sigma = Math.exp(point[k]);
    for (let i = 0; i < k; i++) slotCoefficients[design.slotOfTerm[terms[i]]] = point[i];
    linearPredictor(design, slotCoefficients, offset, index);
    crossProduct.sums.fill(0);
    slotGradient.fill(0);
    let value = 0;
    for (let group = 0; group < groups; group++) {
      const first = start[group];
      const size = start[group + 1] - first;
      findMode(index, signs, first, size, sigma, modes[group], modeAndScale);
      const mode = modeAndScale[0];
      const scale = modeAndScale[1];
      modes[group] = mode;

      for (let q = 0; q < nodeCount; q++) {
        const u = mode + Math.SQRT2 * scale * nodes[q];
        const v = sigma * u;
        shift[q] = v;
        let log = logNodeWeights[q] - 0.5 * u * u;
        let scores = 0;
        let curvatures = 0;
        for (let t = 0; t < size; t++) {
          const sign = signs[first + t];
          const z = sign * (index[first + t] + v);
          const a = Math.min(Math.abs(z), 1e15);
          const numerator = millsNumerator(a);
          const denominator = millsDenominator(a);
          let lambda: number;
          if (z < 0) {
            lambda = denominator / numerator;
            log -= LOG_SQRT_TWO_PI + 0.5 * z * z + Math.log(lambda);
          } else {
            const e = INVERSE_SQRT_TWO_PI * exponential(-0.5 * a * a);
            const remainder = denominator - e * numerator;
            lambda = (e * denominator) / remainder;
            log += Math.log(remainder / denominator);
          }
          const d = Math.min(lambda * (lambda + z), 1);
          score[t * nodeCount + q] = sign * lambda;
          curvature[t * nodeCount + q] = d;
          scores += sign * lambda;
          curvatures += d;
        }
        logNode[q] = log;
        scoreSum[q] = scores;
        curvatureSum[q] = curvatures;
      }

      let top = -Infinity;
      for (let q = 0; q < nodeCount; q++) if (logNode[q] > top) top = logNode[q];
      let total = 0;
      for (let q = 0; q < nodeCount; q++) {
        omega[q] = exponential(logNode[q] - top);
        total += omega[q];
      }
      value += Math.log(scale * total) + top - HALF_LOG_PI;

      // h = v Σ_t r_t is the score of ln σ at a node.
      let meanH = 0;
      let meanHH = 0;
      let meanVVD = 0;
      for (let q = 0; q < nodeCount; q++) {
        omega[q] /= total;
        const h = shift[q] * scoreSum[q];
        meanH += omega[q] * h;
        meanHH += omega[q] * h * h;
        meanVVD += omega[q] * shift[q] * shift[q] * curvatureSum[q];
      }
      slotGradient[tauSlot] += meanH;
      crossProduct.sums[tauSlot * stride + tauSlot] += meanHH - meanH * meanH + meanH - meanVVD;
      for (let t = 0; t < size; t++) {
        let meanR = 0;
        let meanD = 0;
        let cross = 0;
        for (let q = 0; q < nodeCount; q++) {
          const r = score[t * nodeCount + q];
          const d = curvature[t * nodeCount + q];
          meanR += omega[q] * r;
          meanD += omega[q] * d;
          cross += omega[q] * shift[q] * (r * scoreSum[q] - d);
        }
        rowScore[t] = meanR;
        rowCross[t] = cross - meanR * meanH;
        for (let s = 0; s <= t; s++) {
          let product = 0;
          for (let q = 0; q < nodeCount; q++) {
            product += omega[q] * score[t * nodeCount + q] * score[s * nodeCount + q];
          }
          product -= meanR * rowScore[s];
          within[t * size + s] = within[s * size + t] = s === t ? product - meanD : product;
        }
      }
      addWeightedRows(design, group, rowScore, slotGradient, 0);
      addWeightedRows(design, group, rowCross, crossProduct.sums, tauSlot * stride);
      addCrossProduct(design, group, within, false, crossProduct);
    }

    const width = k + 1;
    for (let i = 0; i < k; i++) {
      gradient[i] = slotGradient[design.slotOfTerm[terms[i]]];
      hessian[k * width + i] = crossProduct.sums[tauSlot * stride + design.slotOfTerm[terms[i]]];
    }
    gradient[k] = slotGradient[tauSlot];
    hessian[k * width + k] = crossProduct.sums[tauSlot * stride + tauSlot];
    termsFromSlots(design, terms, crossProduct.sums, stride, 1, hessian, width);
    return value;
  };
  const parameters = terms.length + 1;
  const value = (point: Float64Array): number =>
    evaluate(point, new Float64Array(parameters), new Float64Array(parameters * parameters));
  return { parameters, evaluate, value };
}
