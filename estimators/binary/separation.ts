import type { FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import { linearPredictor } from "../splitDesign/products.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";

const ADVICE = "no finite estimate exists; drop the term with the rows it decides, or merge it with another";

/**
 * Terms that predict the outcome perfectly on their own: a factor level (the reference included) whose rows all have
 * the same outcome, and a numeric column of which one threshold divides the zeros from the ones (rows on the
 * threshold may be mixed: quasi-complete separation).
 */
export function separationByOneTerm(matrix: ModelMatrix, outcome: ArrayLike<number>): FitWarning[] {
  const warnings: FitWarning[] = [];
  for (const { name, values } of matrix.numeric) {
    const side = dividingSide(values, outcome, matrix.intercept);
    if (side === "") continue;
    const message = `the outcome is 1 exactly ${side} a threshold of ${name}: ${ADVICE}`;
    warnings.push({ code: "separation", terms: [name], message });
  }
  for (const { name, codes, levels } of matrix.factors) {
    const rows = new Float64Array(levels.length);
    const ones = new Float64Array(levels.length);
    for (let row = 0; row < matrix.rows; row++) {
      rows[codes[row]]++;
      ones[codes[row]] += outcome[row];
    }
    levels.forEach((level, code) => {
      // Without an intercept the reference level has no parameter of its own that could run away.
      if (rows[code] === 0 || (code === 0 && !matrix.intercept)) return;
      if (ones[code] !== 0 && ones[code] !== rows[code]) return;
      const value = ones[code] === 0 ? 0 : 1;
      const message = `the outcome is ${value} in all ${rows[code]} rows with ${name} = ${level}: ${ADVICE}`;
      warnings.push({ code: "separation", terms: [name + level], message });
    });
  }
  return warnings;
}

/** "above", "below", or "" when no threshold divides; the threshold is free with an intercept, else 0. */
function dividingSide(values: ArrayLike<number>, outcome: ArrayLike<number>, intercept: boolean): string {
  const lowest = [Infinity, Infinity];
  const highest = [-Infinity, -Infinity];
  for (let row = 0; row < outcome.length; row++) {
    const y = outcome[row];
    if (values[row] < lowest[y]) lowest[y] = values[row];
    if (values[row] > highest[y]) highest[y] = values[row];
  }
  // A column that is one number throughout divides nothing.
  if (Math.min(lowest[0], lowest[1]) === Math.max(highest[0], highest[1])) return "";
  if (highest[0] <= lowest[1] && (intercept || (highest[0] <= 0 && lowest[1] >= 0))) return "above";
  if (highest[1] <= lowest[0] && (intercept || (highest[1] <= 0 && lowest[0] >= 0))) return "below";
  return "";
}

/**
 * Whether `direction` (by slot) proves separation: along it no row's likelihood falls and some row's rises, so the
 * log-likelihood rises for ever (Albert & Anderson 1984, Biometrika 71, 1–10). The last Newton step of a search that
 * runs away is such a direction, whichever columns combine to it; a search that has found a maximum never yields one.
 */
export function isDirectionOfSeparation(
  design: SplitDesign,
  direction: Float64Array,
  signs: Float64Array,
): boolean {
  const change = new Float64Array(signs.length);
  linearPredictor(design, direction, null, change);
  let worst = Infinity;
  let best = -Infinity;
  for (let p = 0; p < change.length; p++) {
    const gain = signs[p] * change[p];
    if (gain < worst) worst = gain;
    if (gain > best) best = gain;
  }
  return best > 0 && worst >= -1e-6 * best;
}
