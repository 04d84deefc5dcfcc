import { LINKS } from "../binary/links/links.ts";
import type { BinaryPrediction } from "../binary/predictBinary.ts";
import type { RandomEffectsFit } from "../fit.ts";
import { RowOfMatrix } from "../matrixRow.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { quadraticForm } from "../numerics/symmetric.ts";
import { oneOf } from "../options.ts";
import { groupRows } from "../splitDesign/groupRows.ts";
import { indexedOutcomes, indexOfRows, requireTerms } from "./indexedOutcomes.ts";
import { createLinkMode, findLinkMode } from "./linkMode.ts";
import { DENSITY, LN_SIGMA_SLOPE, PROBABILITY, populationProbability } from "./populationProbability.ts";

/** Whose probability is predicted, and of which rows. */
export interface RandomEffectsPredictionOptions {
  /**
   * Whose probability: "populationAveraged" (default), ∫ p(η + σu) φ(u) du, the share of ones among groups with these
   * regressors; "atZero", p(η), of the group in the middle; "groupMode", p(η + σm_i), with the mode of the row's own group
   * given its outcomes, as lme4's `predict`.
   */
  readonly at?: "populationAveraged" | "atZero" | "groupMode";
  /** One number a row. Default none. */
  readonly offset?: ArrayLike<number>;
  /** For "groupMode" only: outcome and group of the rows, and the row weights the model was fitted with. */
  readonly outcome?: ArrayLike<number>;
  readonly group?: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
}

/**
 * Probabilities of a random-effects fit for the rows of a model matrix with the same terms, with standard errors from the
 * robust covariance when the fit has one. They are the delta method's; at "groupMode" the mode moves with the parameters,
 * and what the outcomes leave open about it, σ²c², is added to the variance of the index. `index` is x'b + offset, with
 * σm_i at "groupMode". A term that was left out as collinear counts as 0.
 *
 * @throws RangeError for terms that are not those of the fit, for lengths that do not match, and at "groupMode" without
 *   outcome and group.
 */
export function predictRandomEffectsProbability(
  fit: RandomEffectsFit,
  matrix: ModelMatrix,
  options: RandomEffectsPredictionOptions = {},
): BinaryPrediction {
  const { at = "populationAveraged", offset } = options;
  oneOf("at", at, ["populationAveraged", "atZero", "groupMode"]);
  requireTerms(fit, matrix);
  const link = LINKS[fit.link];
  const k = fit.terms.length;
  const { sigma } = fit.randomEffect;
  const effects = at === "groupMode" ? modesOfRows(fit, matrix, options) : null;
  const covariance = estimatedCovariance(fit);
  const populationAverage = populationProbability(link, sigma);
  const population = new Float64Array(5);
  const gradient = new Float64Array(k + 1);
  const row = new RowOfMatrix(matrix);
  const index = indexOfRows(fit, matrix, offset);
  const column = (): Float64Array => new Float64Array(matrix.rows);
  const prediction = {
    index,
    indexStdError: column(),
    probability: column(),
    probabilityStdError: column(),
  };
  for (let r = 0; r < matrix.rows; r++) {
    gradient.fill(0);
    let openVariance = 0;
    if (effects !== null) {
      const { shift, variance, slopes } = effects[r];
      index[r] += shift;
      gradient.set(slopes);
      openVariance = variance;
    }
    row.read(r);
    for (let i = 0; i < row.count; i++) gradient[row.terms[i]] += row.values[i];
    const stdError = Math.sqrt(quadraticForm(covariance, gradient) + openVariance);
    prediction.indexStdError[r] = stdError;
    if (at === "populationAveraged") {
      populationAverage(index[r], population);
      for (let i = 0; i < k; i++) gradient[i] *= population[DENSITY];
      gradient[k] = population[LN_SIGMA_SLOPE];
      prediction.probability[r] = population[PROBABILITY];
      prediction.probabilityStdError[r] = Math.sqrt(quadraticForm(covariance, gradient));
    } else {
      prediction.probability[r] = link.probability(index[r]);
      prediction.probabilityStdError[r] = link.density(index[r]) * stdError;
    }
  }
  return prediction;
}

/** The covariance with 0 for what was not estimated, and for ln σ where σ = 0 and it moves nothing. */
function estimatedCovariance(fit: RandomEffectsFit): Float64Array {
  const covariance = fit.robustCovariance ?? fit.covariance;
  const k = fit.terms.length;
  const leftOut = (i: number): boolean =>
    i === k ? fit.randomEffect.sigma === 0 : Number.isNaN(fit.terms[i].estimate);
  return covariance.map((value, at) =>
    leftOut(Math.floor(at / (k + 1))) || leftOut(at % (k + 1)) ? 0 : value,
  );
}

interface ModeOfGroup {
  /** σm. */
  readonly shift: number;
  /** σ²c². */
  readonly variance: number;
  /** ∂σm/∂(b, ln σ). */
  readonly slopes: Float64Array;
}

/**
 * The mode of each row's group. It is where f′(m; θ) = −m + σ Σ r = 0, so dm = c² ∂f′/∂θ with ∂f′/∂b = −σ Σ d x and
 * ∂f′/∂ln σ = m(2 − 1/c²); hence ∂σm/∂b = −σ²c² Σ d x and ∂σm/∂ln σ = 2σmc².
 */
function modesOfRows(
  fit: RandomEffectsFit,
  matrix: ModelMatrix,
  options: RandomEffectsPredictionOptions,
): readonly ModeOfGroup[] {
  const { outcome, group } = options;
  if (outcome === undefined || group === undefined) {
    throw new RangeError('a prediction at "groupMode" needs the outcome and group of the rows');
  }
  const { sigma } = fit.randomEffect;
  const rowGroups = groupRows(group);
  const { groups, start, order, largest } = rowGroups;
  const outcomes = indexedOutcomes(fit, matrix, outcome, rowGroups, options);
  const k = fit.terms.length;
  const mode = createLinkMode(largest);
  const row = new RowOfMatrix(matrix);
  const ofRow = new Array<ModeOfGroup>(matrix.rows);
  for (let g = 0; g < groups; g++) {
    const first = start[g];
    const size = start[g + 1] - first;
    findLinkMode(outcomes, first, size, sigma, 0, mode);
    const [centre, scale] = mode.summary;
    const variance = sigma * sigma * scale * scale;
    const slopes = new Float64Array(k + 1);
    for (let t = 0; t < size; t++) {
      row.read(order[first + t]);
      for (let i = 0; i < row.count; i++)
        slopes[row.terms[i]] -= variance * mode.curvature[t] * row.values[i];
    }
    slopes[k] = 2 * sigma * centre * scale * scale;
    const own = { shift: sigma * centre, variance, slopes };
    for (let t = 0; t < size; t++) ofRow[order[first + t]] = own;
  }
  return ofRow;
}
