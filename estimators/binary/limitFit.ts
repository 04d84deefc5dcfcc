import type { RobustRequest } from "../covariance/robustOptions.ts";
import type { FitWarning } from "../fit.ts";
import type { ModelMatrix } from "../modelMatrix.ts";
import type { NewtonOptions } from "../numerics/newton.ts";
import { unstandardise } from "../splitDesign/estimatedTerms.ts";
import { parameterEstimates } from "../splitDesign/parameterEstimates.ts";
import { binaryCovariance } from "./binaryCovariance.ts";
import { designRows } from "./designRows.ts";
import type { BinaryLink } from "./links/link.ts";
import type { BinaryProblem } from "./prepareBinary.ts";
import { type Cone, norm, projectOntoCone } from "./recessionCone.ts";
import { gainsAlong, type SeparatedRows, separatedRows } from "./separatedRows.ts";
import { separationWarning } from "./separationWarning.ts";

/** What a separated likelihood tends to: in the order of the problem's names. */
export interface LimitFit {
  /** ±Infinity for a coefficient that runs away, NaN for one whose sign depends on the way taken or was not looked for. */
  readonly estimates: Float64Array;
  /** Infinite variances of both kinds, their covariances NaN. */
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  readonly logLikelihood: number;
  readonly iterations: number;
  /** Whether the rows left have a finite maximum. */
  readonly converged: boolean;
  readonly warning: FitWarning;
  /** For models that go on from here: which rows are separated, and the problem of the others. */
  readonly rows: SeparatedRows;
}

/**
 * The limit of a fit without finite maximum; null when no row is separated. `searched` says that the whole problem has been
 * searched without an end that can be trusted.
 *
 * The log-likelihood rises towards that of the rows which are not separated, the others adding 0. What those rows
 * determine has the estimates and covariance of a fit to them alone (Geyer 2009, Electronic Journal of Statistics 3,
 * 259–289). A coefficient they do not determine goes to +∞ (−∞) when no direction of the recession cone lowers (raises)
 * it, and has no limit of its own otherwise.
 */
export function limitFit(
  problem: BinaryProblem,
  matrix: ModelMatrix,
  outcome: ArrayLike<number>,
  link: BinaryLink,
  newton: NewtonOptions,
  information: "observed" | "expected",
  request: RobustRequest | null,
  searched: boolean,
): LimitFit | null {
  const { design, terms, names } = problem;
  const rows = separatedRows(problem, matrix, outcome, link, newton, searched);
  if (rows.rowsLeft === rows.separated.length) return null;
  const { left, free, search, rowsLeft } = rows;
  const width = names.length;
  const estimates = parameterEstimates(design, left.terms, search, 0).estimates;
  const found = search === null ? null : binaryCovariance(left, link, search, information, request);
  const unknown = (): Float64Array => new Float64Array(width * width).fill(Number.NaN);
  const covariance = found?.model ?? unknown();
  const robustCovariance = request === null ? null : (found?.robust ?? unknown());

  // On the scale of the columns as given; the intercept takes up the centres, and with them their rounding.
  const freeAsGiven = free.map((direction) => unstandardise(design, terms, direction));
  const touched = Array.from(terms, (_, i) =>
    freeAsGiven.some(
      (direction, d) => Math.abs(direction[i]) > 1e-7 * sizeOfPart(problem, free[d], direction, i),
    ),
  );
  const signs = signsInCone(problem, rows, freeAsGiven, touched);
  terms.forEach((term, i) => {
    if (!touched[i]) return;
    estimates[term] = signs[i] === 0 ? Number.NaN : signs[i] * Infinity;
    for (const matrixOf of [covariance, robustCovariance]) {
      if (matrixOf === null) continue;
      for (let j = 0; j < width; j++) {
        matrixOf[term * width + j] = Number.NaN;
        matrixOf[j * width + term] = Number.NaN;
      }
      matrixOf[term * width + term] = Infinity;
    }
  });
  const limits = Array.from(terms, (term, i) => ({
    term: names[term],
    limit: touched[i] ? estimates[term] : 0,
  }));
  const [combination] = rows.combinations;
  const largest = combination?.reduce((most, part) => Math.max(most, Math.abs(part)), 0) ?? 0;
  // When every row is decided all coefficients are free; those that matter are those of the direction found.
  const combined = Array.from(terms, (term, i) => ({ term, i })).filter(
    ({ term, i }) =>
      combination !== undefined &&
      term !== design.interceptTerm &&
      (rowsLeft > 0 ? touched[i] : Math.abs(combination[i]) > 1e-3 * largest),
  );
  return {
    estimates,
    covariance,
    robustCovariance,
    logLikelihood: search?.value ?? 0,
    iterations: search?.iterations ?? 0,
    converged: search?.converged !== false,
    rows,
    warning: separationWarning(
      rows.dividers,
      combined.map(({ term }) => names[term]),
      limits,
      rowsLeft,
    ),
  };
}

/** More free directions than this, and the signs are not looked for: the work grows with their fourth power. */
const MOST_DIRECTIONS = 100;

/** Cosine of a direction of the cone with a coefficient below which it does not move that coefficient. */
const SIGN_TOLERANCE = 1e-7;

/** What the i-th part of a direction is to be compared with: the largest of its parts, in the unit of that part. */
function sizeOfPart(
  { design, terms }: BinaryProblem,
  standardised: Float64Array,
  asGiven: Float64Array,
  i: number,
): number {
  const largest = standardised.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  if (terms[i] !== design.interceptTerm) return largest / design.scale[terms[i]];
  return asGiven.reduce((most, part, j) => Math.max(most, Math.abs(part * design.centre[terms[j]])), largest);
}

/**
 * +1 or −1 for a coefficient that only rises or only falls along the recession cone, 0 for one that does both, or when there
 * are more than `MOST_DIRECTIONS` free directions. The cone lies in the span of the free directions, and there it is looked at: coordinates z of d = Σ z_f d_f, and the separated rows alone.
 */
function signsInCone(
  problem: BinaryProblem,
  { separated, free }: SeparatedRows,
  freeAsGiven: readonly Float64Array[],
  touched: readonly boolean[],
): number[] {
  const { terms, signs } = problem;
  if (free.length > MOST_DIRECTIONS) return touched.map(() => 0);
  const cells = designRows(problem.design, terms);
  const row = new Float64Array(terms.length);
  const cone: Cone = {
    dimension: free.length,
    rows: signs.length,
    margins: (z, into) => {
      const direction = new Float64Array(terms.length);
      free.forEach((part, f) => {
        for (let i = 0; i < direction.length; i++) direction[i] += z[f] * part[i];
      });
      into.set(gainsAlong(problem, direction));
      for (let p = 0; p < into.length; p++) if (separated[p] === 0) into[p] = Infinity;
    },
    row: (position, into) => {
      cells(position, row);
      free.forEach((part, f) => {
        into[f] = signs[position] * part.reduce((sum, cell, i) => sum + cell * row[i], 0);
      });
    },
    near: new Map(),
  };
  const known: Float64Array[] = [];
  return touched.map((isTouched, i) => {
    if (!isTouched) return 0;
    const functional = Float64Array.from(freeAsGiven, (direction) => direction[i]);
    const size = norm(functional);
    const along = (z: Float64Array): number =>
      functional.reduce((sum, part, f) => sum + part * z[f], 0) / (size * norm(z));
    const reaches = (sign: 1 | -1): boolean => {
      if (known.some((z) => sign * along(z) > SIGN_TOLERANCE)) return true;
      const projection = projectOntoCone(
        cone,
        functional.map((part) => (sign * part) / size),
      );
      if (projection === null || !(norm(projection) > SIGN_TOLERANCE)) return false;
      known.push(projection);
      return true;
    };
    const rises = reaches(1);
    return rises && reaches(-1) ? 0 : rises ? 1 : -1;
  });
}
