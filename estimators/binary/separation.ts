import { type Phrase, phrase, type Said } from "../../scenarios/phrase.ts";
import type { FitWarning } from "../fit.ts";
import { fitWarning } from "../fitWarning.ts";
import { type ModelMatrix, NO_LEVEL } from "../modelMatrix.ts";
import type { NewtonResult } from "../numerics/newton.ts";
import { linearPredictor } from "../splitDesign/products.ts";
import type { BinaryProblem } from "./prepareBinary.ts";

/** A term that decides the outcome of some rows on its own. */
export interface Divider {
  /** The terms whose coefficients run away: the term itself or, for a reference level, the intercept and all other levels. */
  readonly terms: readonly string[];
  /** What was found, as a clause. */
  readonly found: Phrase;
  /** Whether no row is left undecided. */
  readonly complete: boolean;
}

/** 1 for each row that is to be looked at. */
type RowMask = Uint8Array;

/**
 * Terms that decide outcomes on their own: a factor level (the reference included) whose rows all have the same outcome,
 * and a numeric column of which one threshold divides the zeros from the ones (rows on the threshold may be mixed).
 *
 * @param undecided the rows to look at, all when null; the rows decided are taken out of it.
 */
export function dividersOf(
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  undecided: RowMask | null = null,
): Divider[] {
  const dividers: Divider[] = [];
  const decided = undecided === null ? null : new Uint8Array(matrix.rows);
  for (const { name, values } of matrix.numeric) {
    const threshold = dividingThreshold(values, outcome, matrix.intercept, undecided);
    if (threshold === null) continue;
    const { side, mixedAt } = threshold;
    const found =
      mixedAt === null ? exactly(side, name) : offThreshold(name, values, outcome, mixedAt, undecided);
    dividers.push({ terms: [name], found, complete: mixedAt === null });
    if (decided !== null) {
      for (let row = 0; row < matrix.rows; row++) {
        if (mixedAt === null || values[row] !== mixedAt) decided[row] = 1;
      }
    }
  }
  for (const { name, codes, levels } of matrix.factors) {
    const rows = new Float64Array(levels.length);
    const ones = new Float64Array(levels.length);
    // Until no level can be pure any more: usually after a few rows.
    let notMixed = levels.length;
    for (let row = 0; row < matrix.rows && notMixed > 0; row++) {
      if (undecided !== null && undecided[row] === 0) continue;
      const code = codes[row];
      const wasMixed = ones[code] > 0 && ones[code] < rows[code];
      rows[code]++;
      ones[code] += outcome[row];
      if (!wasMixed && ones[code] > 0 && ones[code] < rows[code]) notMixed--;
    }
    const pure = levels.map((_, code) => ones[code] === 0 || ones[code] === rows[code]);
    const deciding = levels.flatMap((_, code) => {
      // Without an intercept the reference level has no parameter of its own that could run away.
      return rows[code] > 0 && pure[code] && (code > 0 || matrix.intercept) ? [code] : [];
    });
    const complete = pure.every((each, code) => rows[code] === 0 || (each && deciding.includes(code)));
    for (const code of deciding) {
      const value = ones[code] === 0 ? 0 : 1;
      const found = phrase`the outcome is ${value} in ${everyRow(rows[code])} with ${levelInWords(name, levels, code)}`;
      const others = levels.slice(1).filter((_, i) => rows[i + 1] > 0);
      const terms =
        code > 0 ? [name + levels[code]] : ["(Intercept)", ...others.map((level) => name + level)];
      dividers.push({ terms, found, complete });
    }
    if (decided !== null && deciding.length > 0) {
      for (let row = 0; row < matrix.rows; row++) if (deciding.includes(codes[row])) decided[row] = 1;
    }
  }
  if (undecided !== null)
    decided?.forEach((each, row) => {
      if (each === 1) undecided[row] = 0;
    });
  return dividers;
}

/** A level of a factor, or a cell of an interaction, whose level 0 are the rows that no cell has. */
function levelInWords(name: string, levels: readonly string[], code: number): Said {
  if (levels[0] !== NO_LEVEL) return `${name} = ${levels[code]}`;
  if (code > 0) return name + levels[code];
  return levels.length > 2 ? phrase`none of ${name + levels[1]}, …` : phrase`none of ${name + levels[1]}`;
}

/** The warnings of the rows decided by single terms, known before any search. */
export function separationByOneTerm(matrix: ModelMatrix, outcome: ArrayLike<number>): FitWarning[] {
  return dividersOf(matrix, outcome).map(({ terms, found, complete }) =>
    fitWarning(
      complete ? "separation" : "quasi-separation",
      terms,
      phrase`${found}: no finite estimate exists; drop the term with the rows it decides, or merge it with another`,
    ),
  );
}

export function isSeparation({ code }: FitWarning): boolean {
  return code === "separation" || code === "quasi-separation";
}

/**
 * On which side of a threshold the ones are, null when none divides; the threshold is free with an intercept, else 0.
 * `mixedAt` is the threshold when rows of either outcome may lie on it.
 */
function dividingThreshold(
  values: ArrayLike<number>,
  outcome: ArrayLike<number>,
  intercept: boolean,
  undecided: RowMask | null,
): { side: "above" | "below"; mixedAt: number | null } | null {
  const lowest = [Infinity, Infinity];
  const highest = [-Infinity, -Infinity];
  for (let row = 0; row < outcome.length; row++) {
    if (undecided !== null && undecided[row] === 0) continue;
    const y = outcome[row];
    if (values[row] < lowest[y]) lowest[y] = values[row];
    if (values[row] > highest[y]) highest[y] = values[row];
    // Ones and zeros overlap on either side of any threshold: usually after a few rows.
    if (highest[0] > lowest[1] && highest[1] > lowest[0]) return null;
  }
  // A column that is one number throughout divides nothing.
  if (Math.min(lowest[0], lowest[1]) >= Math.max(highest[0], highest[1])) return null;
  for (const [side, zeros, ones] of [
    ["above", highest[0], lowest[1]],
    ["below", highest[1], lowest[0]],
  ] as const) {
    if (zeros > ones) continue;
    if (intercept) return { side, mixedAt: zeros === ones ? zeros : null };
    if (zeros <= 0 && ones >= 0) return { side, mixedAt: zeros === 0 || ones === 0 ? 0 : null };
  }
  return null;
}

/** What the outcome is off a threshold on which it is mixed. */
function offThreshold(
  name: string,
  values: ArrayLike<number>,
  outcome: ArrayLike<number>,
  threshold: number,
  undecided: RowMask | null,
): Phrase {
  const rows = [0, 0];
  const value = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (values[row] === threshold || (undecided !== null && undecided[row] === 0)) continue;
    const side = values[row] > threshold ? 1 : 0;
    rows[side]++;
    value[side] = outcome[row];
  }
  const below = phrase`${value[0]} in ${everyRow(rows[0])} with ${name} below ${threshold}`;
  const above = phrase`${value[1]} in ${everyRow(rows[1])} with ${name} above ${threshold}`;
  if (rows[0] > 0 && rows[1] > 0) return phrase`the outcome is ${below} and ${above}`;
  return phrase`the outcome is ${rows[0] > 0 ? below : above}`;
}

/** Change of the index along the last step of a search by position, signed so that a gain is positive. */
function gainsOfStep({ design, signs, terms }: BinaryProblem, search: NewtonResult): Float64Array {
  const direction = new Float64Array(design.slots);
  terms.forEach((term, i) => {
    direction[design.slotOfTerm[term]] = search.step[i];
  });
  const gains = new Float64Array(signs.length);
  linearPredictor(design, direction, null, gains);
  for (let p = 0; p < gains.length; p++) gains[p] *= signs[p];
  return gains;
}

/** Largest change of an index, in the last step of a search, that still is the end of a search. */
const STANDING_STILL = 1e-4;

/**
 * Whether a search may have followed a direction of separation. A search that has found a maximum stands still: its last
 * step is a millionth of a standard error. One that runs away has converged at most in its likelihood, and the indices
 * still move by about 1 (logit) or 1/η (probit) a step.
 */
export function mayBeSeparated(problem: BinaryProblem, search: NewtonResult): boolean {
  if (!search.converged) return true;
  const { weights } = problem;
  return gainsOfStep(problem, search).some(
    (gain, p) => Math.abs(gain) > STANDING_STILL && (weights === null || weights[p] > 0),
  );
}

/**
 * The warning that a search ended along a direction of separation, unless one term was already named for it: along the
 * last step no row's likelihood falls and some row's rises, so the log-likelihood rises for ever (Albert & Anderson 1984,
 * Biometrika 71, 1–10). `fitBinary` looks closer (`limitFit`).
 */
export function separationOfSearch(problem: BinaryProblem, search: NewtonResult): FitWarning[] {
  const { design, terms, names, warnings } = problem;
  if (warnings.some(isSeparation)) return [];
  let worst = Infinity;
  let best = -Infinity;
  for (const gain of gainsOfStep(problem, search)) {
    if (gain < worst) worst = gain;
    if (gain > best) best = gain;
  }
  if (!(best > 0 && worst >= -1e-6 * best)) return [];
  let largest = 0;
  for (let i = 0; i < terms.length; i++) largest = Math.max(largest, Math.abs(search.step[i]));
  const separating = Array.from(terms)
    .filter((term, i) => term !== design.interceptTerm && Math.abs(search.step[i]) > 1e-3 * largest)
    .map((term) => names[term]);
  const message = phrase`a combination of ${separating.join(", ")} predicts the outcome perfectly: no finite estimate exists; drop one of them`;
  return [fitWarning(worst > 1e-6 * best ? "separation" : "quasi-separation", separating, message)];
}

function exactly(side: "above" | "below", name: string): Phrase {
  return side === "above"
    ? phrase`the outcome is 1 exactly above a threshold of ${name}`
    : phrase`the outcome is 1 exactly below a threshold of ${name}`;
}

function everyRow(rows: number): Phrase {
  return rows === 1 ? phrase`the one row` : phrase`all ${rows} rows`;
}
