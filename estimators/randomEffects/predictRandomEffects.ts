import type { RandomEffectsFit } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { groupRows } from "../splitDesign/groupRows.ts";
import { createGroupPosterior, findGroupPosterior } from "./groupPosterior.ts";
import { indexedOutcomes } from "./indexedOutcomes.ts";

/** The random effects σu of the groups given their outcomes, at the estimates; one number a group, in the order of first rows. */
export interface GroupEffects {
  /** Identifiers as in the group column. */
  readonly group: Float64Array;
  readonly rows: Int32Array;
  /** Where the posterior is highest, as lme4's `ranef`. */
  readonly mode: Float64Array;
  /** From the curvature at the mode (observed information; lme4's `condVar` has the expected one, which is the same for the logit). */
  readonly modeStdError: Float64Array;
  /** Posterior mean ("empirical Bayes") and standard deviation. */
  readonly mean: Float64Array;
  readonly stdDeviation: Float64Array;
}

/** What the model was fitted with beside its matrix. */
export interface GroupEffectsOptions {
  /** The offset and row weights the model was fitted with. Default none. */
  readonly offset?: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

/** Posterior moments need more nodes than the likelihood for the same digits. */
const FEWEST_NODES = 64;

/**
 * Predicts the random effect of each group from its outcomes: posterior mode, mean and their spread, with the parameters
 * taken as known (Skrondal & Rabe-Hesketh 2009, Journal of the Royal Statistical Society A 172, 659–687). Weights of whole
 * groups do not enter: they say how many such groups there are.
 *
 * @param matrix of the fit, with its outcome and group columns; or groups of another sample with the same terms.
 * @returns 0 throughout when σ = 0, NaN when σ was not estimated.
 * @throws RangeError for terms that are not those of the fit, and for lengths that do not match.
 */
export function predictRandomEffects(
  fit: RandomEffectsFit,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  group: ArrayLike<number>,
  options: GroupEffectsOptions = {},
): GroupEffects {
  const { sigma, quadratureNodes } = fit.randomEffect;
  const rowGroups = groupRows(group);
  const { groups, start, order, largest } = rowGroups;
  const outcomes = indexedOutcomes(fit, matrix, outcome, rowGroups, options);
  const column = (): Float64Array => new Float64Array(groups);
  const effects = {
    group: Float64Array.from({ length: groups }, (_, g) => group[order[start[g]]]),
    rows: Int32Array.from({ length: groups }, (_, g) => start[g + 1] - start[g]),
    mode: column(),
    modeStdError: column(),
    mean: column(),
    stdDeviation: column(),
  };
  if (sigma === 0) return effects;
  const posterior = createGroupPosterior(largest, Math.max(quadratureNodes, FEWEST_NODES));
  const { mode, omega, shift } = posterior;
  for (let g = 0; g < groups; g++) {
    findGroupPosterior(outcomes, start[g], start[g + 1] - start[g], sigma, 0, posterior);
    let mean = 0;
    let square = 0;
    for (let k = 0; k < omega.length; k++) mean += omega[k] * shift[k];
    for (let k = 0; k < omega.length; k++) square += omega[k] * (shift[k] - mean) * (shift[k] - mean);
    effects.mode[g] = sigma * mode.summary[0];
    effects.modeStdError[g] = sigma * mode.summary[1];
    effects.mean[g] = mean;
    effects.stdDeviation[g] = Math.sqrt(square);
  }
  return effects;
}
