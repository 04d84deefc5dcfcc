import type { BinaryLink } from "./binary/links/link.ts";
import { LINKS } from "./binary/links/links.ts";
import type { AveragePartialEffect, Fit, RandomEffectsFit } from "./fit.ts";
import { isLeftOut, noEffect, withoutLeftOut } from "./leftOutTerms.ts";
import { RowOfMatrix } from "./matrixRow.ts";
import { type ModelMatrix, termNames } from "./modelMatrix.ts";
import { quadraticForm } from "./numerics/symmetric.ts";
import { checkConfidenceLevel, checkFinite, checkFiniteColumn, oneOf } from "./options.ts";
import {
  DENSITY,
  DENSITY_SLOPE,
  LN_SIGMA_DENSITY_SLOPE,
  LN_SIGMA_SLOPE,
  PROBABILITY,
  populationProbability,
} from "./randomEffects/populationProbability.ts";
import { termEstimate } from "./termEstimate.ts";

/** Which effect, and over which rows. */
/** What `averagePartialEffect` averages, and over which rows. */
export interface AveragePartialEffectOptions {
  /**
   * "difference" (default): Pr(y = 1) with the term raised by `change` less Pr(y = 1) as it is; of a factor's level, less
   * Pr(y = 1) at the reference level. "derivative": ∂Pr(y = 1)/∂term; numeric terms only.
   */
  readonly kind?: "difference" | "derivative";
  /** What a numeric term is raised by, in its own unit. Default 1: one more peer. */
  readonly change?: number;
  /** Rows to average over: those with a value that is not 0. Default all. */
  readonly rows?: ArrayLike<number>;
  /** The offset the model was fitted with, one number a row. Default none. */
  readonly offset?: ArrayLike<number>;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
}

/**
 * The effect of a term on Pr(y = 1) in a model with link probit, logit or complementary log-log, averaged over rows and, for
 * random effects, over the population of groups: Pr(y = 1 | x) = ∫ p(x'b + σu) φ(u) du. For the probit that is
 * Φ(x'b/√(1 + σ²)) (Wooldridge 2005, eq. 23 ff.), because x'b + σu + e > 0 has this probability; for the others the
 * integral is a sum, exact to rounding (`populationProbability`). The standard error is that of the delta method, from the
 * robust covariance when the fit has one, the uncertainty of ln σ included; it treats the rows as given.
 *
 * A term that enters another one too (its square, an interaction) is moved alone.
 *
 * @param matrix the model matrix of the fit, or another one with the same terms.
 * @param term a name of `termNames(matrix)`, not the intercept.
 * @returns NaN in every number, with the `reason`, for a term that was left out as collinear, when another parameter has no
 *   finite estimate, and when no row is selected. Other terms that were left out count as 0, as in `predictBinary`.
 * @throws RangeError for a model of another kind, an unknown term, the intercept, a derivative of a factor's level,
 *   a matrix with other terms than the fit, lengths that do not match, or an option that is not known (`InvalidInput`).
 */
export function averagePartialEffect(
  fit: Fit | RandomEffectsFit,
  matrix: ModelMatrix,
  term: string,
  options: AveragePartialEffectOptions = {},
): AveragePartialEffect {
  const { kind = "difference", change = 1, rows, offset, confidenceLevel = 0.95 } = options;
  const names = termNames(matrix);
  const k = names.length;
  const target = names.indexOf(term);
  if (target < 0) throw new RangeError(`no term ${term}; there are ${names.join(", ")}`);
  if (matrix.intercept && target === 0) throw new RangeError("the intercept has no partial effect");
  if (fit.terms.length !== k || fit.terms.some((each, i) => each.term !== names[i])) {
    const ofFit = fit.terms.map((each) => each.term).join(", ");
    throw new RangeError(
      `the fit has ${fit.terms.length} terms (${ofFit}), the model matrix ${k} (${names.join(", ")}): they must be the same`,
    );
  }
  for (const [what, values] of [["rows", rows] as const, ["offset", offset] as const]) {
    if (values !== undefined && values.length !== matrix.rows) {
      throw new RangeError(`${what} has ${values.length} numbers, the model matrix ${matrix.rows} rows`);
    }
  }
  oneOf("kind", kind, ["difference", "derivative"]);
  checkFinite("change", change);
  checkConfidenceLevel(confidenceLevel);
  checkFiniteColumn("offset", offset);
  const firstLevel = (matrix.intercept ? 1 : 0) + matrix.numeric.length;
  if (kind === "derivative" && target >= firstLevel) {
    throw new RangeError(`${term} is a level of a factor: its effect is a difference, not a derivative`);
  }

  const sigma = "randomEffect" in fit ? fit.randomEffect.sigma : 0;
  const reason = noEffect(fit, term) ?? (rowsSelected(matrix.rows, rows) === 0 ? "no-rows" : null);
  if (reason !== null) {
    return { ...termEstimate(term, Number.NaN, Number.NaN, confidenceLevel), kind, reason };
  }
  const leftOut = fit.terms.map(isLeftOut);
  const coefficients = fit.terms.map(({ estimate }, i) => (leftOut[i] ? 0 : estimate));
  const covariance = withoutLeftOut(fit.robustCovariance ?? fit.covariance, leftOut);
  const populationAverage = populationProbability(linkOf(fit), sigma);
  const low = new Float64Array(5);
  const high = new Float64Array(5);
  const slope = coefficients[target];
  const row = new RowOfMatrix(matrix);
  const levelsOfTarget = row.termsOfFactorOf(target);

  let effect = 0;
  let selected = 0;
  const gradient = new Float64Array(covariance.length === k * k ? k : k + 1);
  const atZero = sigma === 0;
  for (let r = 0; r < matrix.rows; r++) {
    if (rows !== undefined && rows[r] === 0) continue;
    selected++;
    row.read(r);
    // For a factor the base is the reference level, whatever level the row has.
    let base = offset === undefined ? 0 : offset[r];
    for (let i = 0; i < row.count; i++) {
      if (!levelsOfTarget.has(row.terms[i])) base += row.values[i] * coefficients[row.terms[i]];
    }
    // ∂/∂b_j = weight of x_j in the row, plus the target's own part.
    let weight: number;
    let own: number;
    let ofLnSigma: number;
    populationAverage(base, low);
    if (kind === "derivative") {
      effect += slope * low[DENSITY];
      weight = slope * low[DENSITY_SLOPE];
      own = low[DENSITY];
      ofLnSigma = slope * low[LN_SIGMA_DENSITY_SLOPE];
    } else {
      const step = levelsOfTarget.size === 0 ? change : 1;
      populationAverage(base + step * slope, high);
      effect += high[PROBABILITY] - low[PROBABILITY];
      weight = high[DENSITY] - low[DENSITY];
      own = high[DENSITY] * step;
      ofLnSigma = high[LN_SIGMA_SLOPE] - low[LN_SIGMA_SLOPE];
    }
    for (let i = 0; i < row.count; i++) {
      if (!levelsOfTarget.has(row.terms[i])) gradient[row.terms[i]] += weight * row.values[i];
    }
    gradient[target] += own;
    if (gradient.length > k && !atZero) gradient[k] += ofLnSigma;
  }
  for (let i = 0; i < gradient.length; i++) gradient[i] /= selected;
  const variance = quadraticForm(
    atZero ? leadingBlock(covariance, k) : covariance,
    atZero ? gradient.subarray(0, k) : gradient,
  );
  return { ...termEstimate(term, effect / selected, Math.sqrt(variance), confidenceLevel), kind };
}

function rowsSelected(all: number, rows: ArrayLike<number> | undefined): number {
  if (rows === undefined) return all;
  let selected = 0;
  for (let row = 0; row < rows.length; row++) if (rows[row] !== 0) selected++;
  return selected;
}

function linkOf(fit: Fit | RandomEffectsFit): BinaryLink {
  if ("link" in fit) return LINKS[fit.link];
  const { model } = fit;
  if (model !== "probit" && model !== "logit" && model !== "cloglog") {
    throw new RangeError(`a fit of the model "${model}" has no link to a probability`);
  }
  return LINKS[model];
}

/** With σ = 0 the probability does not depend on ln σ to first order, and ln σ has no variance to speak of. */
function leadingBlock(covariance: Float64Array, k: number): Float64Array {
  const width = Math.round(Math.sqrt(covariance.length));
  return Float64Array.from({ length: k * k }, (_, at) => covariance[Math.floor(at / k) * width + (at % k)]);
}
