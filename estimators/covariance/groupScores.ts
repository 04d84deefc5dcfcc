import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import type { FitTest } from "../fit.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";
import type { RowGroups } from "../splitDesign/groupRows.ts";
import { covarianceOfColumns, inverseInformation } from "../splitDesign/parameterEstimates.ts";
import { addWeightedRows } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import type { Clusters } from "./clusters.ts";
import type { RobustRequest } from "./robustOptions.ts";
import { sandwich, scoresByCluster, sumOfOuterProducts } from "./sandwich.ts";

/** The gradient of a model with an effect of each group before it is summed; weights are in it. */
export interface GroupScores {
  /** By the index of the row, by position. */
  readonly row: Float64Array;
  /** By the log of the effect's scale, a group. */
  readonly lnScale: Float64Array;
}

/** The pivot of an information matrix below this share of its diagonal counts as 0. */
const SINGULAR = 1e-12;

/** Throws a RangeError when a group has rows in two clusters: its score cannot be divided between them. */
export function checkWholeGroups({ groups, start, order }: RowGroups, { ofRow }: Clusters): void {
  for (let group = 0; group < groups; group++) {
    const first = order[start[group]];
    for (let p = start[group] + 1; p < start[group + 1]; p++) {
      if (ofRow[order[p]] !== ofRow[first]) {
        throw new RangeError(
          `rows ${first} and ${order[p]} are of one group and of two clusters; clusters must hold whole groups`,
        );
      }
    }
  }
}

/**
 * The sandwich of coefficients and log scale on the scale of the columns as given. NaN where nothing was estimated, throughout
 * when the Hessian is singular; undefined without clusters.
 *
 * @param scoresAt at the end of the search; `lnScale` is not read when only the coefficients were searched for.
 */
export function sandwichOfGroups(
  design: SplitDesign,
  terms: Int32Array,
  search: NewtonResult,
  { clusters, factor }: RobustRequest,
  scoresAt: (point: Float64Array) => GroupScores,
): Float64Array | undefined {
  if (clusters === null) return undefined;
  const n = search.point.length;
  const bread = inverseInformation(search.hessian, n);
  if (bread === null) return new Float64Array((design.slotOfTerm.length + 1) ** 2).fill(Number.NaN);
  const { row, lnScale } = scoresAt(search.point);
  const scores = scoresByCluster(design, terms, row, clusters, n);
  if (n > terms.length) {
    const { start, order } = design.rowGroups;
    lnScale.forEach((score, group) => {
      scores[clusters.ofRow[order[start[group]]] * n + terms.length] += score;
    });
  }
  const ofSample = factor(n);
  const robust = sandwich(bread, sumOfOuterProducts(scores, n), n).map((value) => ofSample * value);
  return covarianceOfColumns(design, terms, robust, 1);
}

/**
 * Rao's score test g'(Σ ss')⁻¹g with the scores s of the groups at the estimates of a smaller model. The information is the sum of
 * their outer products, which is never indefinite: the observed one is, where the smaller model is far from the maximum. Null
 * where it is singular, as with fewer groups than parameters.
 *
 * @param groupWeights how often each group counts; its outer product counts as often.
 */
export function groupScoreTest(
  design: SplitDesign,
  terms: Int32Array,
  { row, lnScale }: GroupScores,
  groupWeights: Float64Array | null,
  df: number,
): FitTest | null {
  const { groups, start } = design.rowGroups;
  const k = terms.length;
  const n = k + 1;
  const bySlot = new Float64Array(design.slots);
  const slots = Int32Array.from(terms, (term) => design.slotOfTerm[term]);
  const gradient = new Float64Array(n);
  const information = new Float64Array(n * n);
  /** The parameters with a score in this group: those of other levels have none. */
  const touched = new Int32Array(n);
  const score = new Float64Array(n);
  for (let group = 0; group < groups; group++) {
    bySlot.fill(0);
    addWeightedRows(design, group, row.subarray(start[group], start[group + 1]), bySlot, 0);
    let count = 0;
    for (let i = 0; i < n; i++) {
      const value = i < k ? bySlot[slots[i]] : lnScale[group];
      if (value === 0) continue;
      gradient[i] += value;
      touched[count] = i;
      score[count++] = value;
    }
    const times = groupWeights === null ? 1 : groupWeights[group];
    for (let a = 0; a < count; a++) {
      const scaled = score[a] / times;
      const at = touched[a] * n;
      for (let b = 0; b <= a; b++) information[at + touched[b]] += scaled * score[b];
    }
  }
  if (choleskyInPlace(information, n, SINGULAR).length > 0) return null;
  const solution = gradient.slice();
  solveCholeskyInPlace(solution, information, n);
  const statistic = gradient.reduce((sum, slope, i) => sum + slope * solution[i], 0);
  return { statistic, df, pValue: chiSquaredUpperTail(statistic, df) };
}
