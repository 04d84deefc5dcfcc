import type { BinaryLink, LinkName } from "../binary/links/link.ts";
import { LINKS } from "../binary/links/links.ts";
import { type BinaryProblem, prepareBinary, requireLength } from "../binary/prepareBinary.ts";
import { type KernelOption, kernelFor } from "../kernels/kernelOption.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { ThreadSession } from "../parts/fitThreads.ts";
import { checkWeights } from "../rowWeights.ts";
import { type RowGroups, sortedByGroup } from "../splitDesign/groupRows.ts";
import { linkQuadrature } from "./linkQuadrature.ts";
import { type QuadratureLikelihood, quadratureLikelihood } from "./quadratureLikelihood.ts";

/** Variance of the latent error: of the standard normal, the logistic and the extreme value distribution. */
export const LATENT_VARIANCE: Readonly<Record<LinkName, number>> = {
  probit: 1,
  logit: 3.289868133696453, // π²/3
  cloglog: 1.6449340668482264, // π²/6
};

/** A random-effects problem as its likelihood wants it. */
export interface RandomEffectsProblem {
  /** The same problem with σ = 0; its weights are those of the rows times those of their groups. */
  readonly pooled: BinaryProblem;
  readonly link: BinaryLink;
  /** By position; null when every row counts once. */
  readonly rowWeights: Float64Array | null;
  /** By group; null when every group counts once. */
  readonly groupWeights: Float64Array | null;
}

/** How often rows and groups count, and what evaluates their likelihood. */
export interface RandomEffectsWeights extends KernelOption {
  /**
   * One positive number a row, by which its log-likelihood counts inside its group's integral, as lme4's `glmer` takes them.
   * Default 1.
   */
  readonly weights?: ArrayLike<number>;
  /**
   * One positive number a row, the same throughout a group, by which the group's log-likelihood counts, as Stata's `xtprobit`
   * takes them. Default 1.
   */
  readonly groupWeights?: ArrayLike<number>;
}

/** Throws a RangeError as `prepareBinary`, and for group weights that differ within a group. */
export function prepareRandomEffects(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  rowGroups: RowGroups,
  link: BinaryLink,
  offset: ArrayLike<number> | undefined,
  { weights, groupWeights, kernel: asked }: RandomEffectsWeights,
  session: ThreadSession | null = null,
): RandomEffectsProblem {
  if (weights !== undefined) checkWeights(weights, matrix.rows);
  const byGroup = groupWeights === undefined ? null : weightsByGroup(groupWeights, rowGroups, matrix.rows);
  let product = weights;
  if (groupWeights !== undefined) {
    product = Float64Array.from(
      groupWeights,
      (weight, row) => weight * (weights === undefined ? 1 : weights[row]),
    );
  }
  const kernel = link === LINKS.probit && product === undefined ? kernelFor(asked, matrix.rows) : "plain";
  return {
    pooled: prepareBinary(matrix, outcome, rowGroups, offset, product, kernel, session),
    link,
    rowWeights: weights === undefined ? null : sortedByGroup(weights, rowGroups),
    groupWeights: byGroup,
  };
}

function weightsByGroup(
  weights: ArrayLike<number>,
  { groups, start, order }: RowGroups,
  rows: number,
): Float64Array {
  requireLength("the column of group weights", weights, rows);
  checkWeights(weights, rows);
  return Float64Array.from({ length: groups }, (_, group) => {
    const first = order[start[group]];
    for (let p = start[group] + 1; p < start[group + 1]; p++) {
      if (weights[order[p]] !== weights[first]) {
        throw new RangeError(
          `group weights: rows ${first} and ${order[p]} are of one group and have ${weights[first]} and ${weights[order[p]]}; a group has one weight`,
        );
      }
    }
    return weights[first];
  });
}

/** The faster likelihood of the probit where there are no weights, the general one elsewhere. */
export function randomEffectsLikelihood(
  { pooled, link, rowWeights, groupWeights }: RandomEffectsProblem,
  quadratureNodes: number,
): QuadratureLikelihood {
  const { design, signs, offset, terms } = pooled;
  if (link.name === "probit" && rowWeights === null && groupWeights === null) {
    return quadratureLikelihood(design, signs, offset, terms, quadratureNodes);
  }
  return linkQuadrature({ design, signs, offset, rowWeights, groupWeights, terms }, link, quadratureNodes);
}
