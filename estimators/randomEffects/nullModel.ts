import { phrase } from "../../scenarios/phrase.ts";
import type { GroupScores } from "../covariance/groupScores.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import { maximizeRandomEffects, type RandomEffectsMaximum } from "./maximizeRandomEffects.ts";
import { QUADRATURE_TOLERANCE, quadratureChange } from "./quadratureCheck.ts";
import { MOST_NODES } from "./randomEffectsOptions.ts";
import { type RandomEffectsProblem, randomEffectsLikelihood } from "./randomEffectsProblem.ts";
import { withoutRegressors } from "./withoutRegressors.ts";

/** The model with the intercept and the random effect alone, at its maximum. */
export interface NullModel {
  readonly maximum: RandomEffectsMaximum;
  /** Its gradient before it is summed, on the rows and groups of the whole model; null unless 0 < σ < ∞. */
  readonly scores: () => GroupScores | null;
  readonly warnings: readonly FitWarning[];
}

/**
 * What the terms explain is between the groups here, so σ is larger than in the whole model and the same nodes may be too few:
 * they are doubled until twice as many move the log-likelihood by no more than `QUADRATURE_TOLERANCE`.
 */
export function maximizeNullModel(
  problem: RandomEffectsProblem,
  quadratureNodes: number,
  options: NewtonOptions,
): NullModel {
  const { nullProblem, kindOfGroup } = withoutRegressors(problem);
  const warnings: FitWarning[] = [];
  let nodes = quadratureNodes;
  let maximum = maximizeRandomEffects(nullProblem, undefined, nodes, options);
  while (maximum.sigma === "interior" && maximum.search.converged) {
    const change = quadratureChange(nullProblem, maximum.search, nodes);
    if (Math.abs(change) <= QUADRATURE_TOLERANCE) break;
    if (nodes >= MOST_NODES) {
      const message = phrase`${nodes} quadrature nodes are too few for the model without terms: twice as many move its log-likelihood by ${change.toPrecision(3)}, and the likelihood-ratio test by twice that; take Wald's test`;
      warnings.push(fitWarning("quadrature-too-coarse", [], message));
      break;
    }
    nodes = Math.min(2 * nodes, MOST_NODES);
    maximum = maximizeRandomEffects(nullProblem, undefined, nodes, options);
  }
  const { search, sigma } = maximum;
  const scores = (): GroupScores | null => {
    if (sigma !== "interior" || !search.converged) return null;
    const { row, lnSigma } = randomEffectsLikelihood(nullProblem, nodes).scores(search.point);
    const ofKinds = { row, lnScale: lnSigma };
    return kindOfGroup === null ? ofKinds : onGroups(problem, nullProblem, kindOfGroup, ofKinds);
  };
  return { maximum, scores, warnings };
}

/** From the scores of one group of each kind, which has the weight of them all, those of every group. */
function onGroups(
  { pooled, groupWeights }: RandomEffectsProblem,
  nullProblem: RandomEffectsProblem,
  kindOfGroup: Int32Array,
  { row, lnScale }: GroupScores,
): GroupScores {
  const { groups, start } = pooled.design.rowGroups;
  const kinds = nullProblem.pooled.design.rowGroups;
  const result = { row: new Float64Array(pooled.signs.length), lnScale: new Float64Array(groups) };
  for (let group = 0; group < groups; group++) {
    const kind = kindOfGroup[group];
    const weightOfKind = nullProblem.groupWeights === null ? 1 : nullProblem.groupWeights[kind];
    const share = (groupWeights === null ? 1 : groupWeights[group]) / weightOfKind;
    result.lnScale[group] = share * lnScale[kind];
    // The ones of a kind stand before its zeros.
    const ofOne = share * row[kinds.start[kind]];
    const ofZero = share * row[kinds.start[kind + 1] - 1];
    for (let p = start[group]; p < start[group + 1]; p++)
      result.row[p] = pooled.signs[p] > 0 ? ofOne : ofZero;
  }
  return result;
}
