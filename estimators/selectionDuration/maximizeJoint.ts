import { exp, log } from "../../numerics/elementary.ts";
import { maximizeByNewton, type NewtonOptions, type NewtonResult } from "../numerics/newton.ts";
import type { DependenceModel, DependenceName } from "./dependenceModel.ts";
import { fgmDependence } from "./fgmDependence.ts";
import { gaussianDependence } from "./gaussianDependence.ts";
import { jointLikelihood } from "./jointLikelihood.ts";
import { EVENT, type JointRows, NOT_SELECTED } from "./jointRows.ts";
import { type JointModel, parametersOf } from "./rowContribution.ts";

/** atanh ½: where searches for a dependence start, with either sign, beside 0. */
const START_DEPENDENCE = 0.5493061443340549;
/** |a| from which a bound is tried: |tanh a| > 0.9993. */
const NEAR_BOUND = 4;
/** Values that differ by less than this share are level. */
const LEVEL = 1e-9;
/** |a| at which a search ends. */
const FAR = 7;
/** |a| from which a dependence without a bound of its own counts as run off: |tanh a| > 0.9999. */
const RUN_OFF = 5;

export const DEPENDENCE: Readonly<Record<DependenceName, (a: number) => DependenceModel>> = {
  fgm: fgmDependence,
  gaussian: gaussianDependence,
};

export interface JointMaximum {
  readonly search: NewtonResult;
  readonly model: JointModel;
  /** Whether the dependence is inside its range, at a bound that the likelihood reaches, or has run off towards one. */
  readonly dependence: "interior" | "bound" | "run off";
  /** Newton steps of all searches. */
  readonly iterations: number;
}

/** The two models apart, as the joint one with a held at 0. */
export function maximizeApart(
  rows: JointRows,
  kind: DependenceName,
  exponential: boolean,
  selectionStart: Float64Array,
  hasIntercept: boolean,
  options: NewtonOptions,
): NewtonResult {
  const model: JointModel = { dependenceAt: DEPENDENCE[kind], exponential, heldDependence: 0 };
  const start = new Float64Array(parametersOf(rows, model));
  start.set(selectionStart);
  // The intercept of exponential durations: events over time at risk.
  let events = 0;
  let exposure = 0;
  for (let row = 0; row < rows.rows; row++) {
    if (rows.state[row] === NOT_SELECTED) continue;
    const weight = rows.weights === null ? 1 : rows.weights[row];
    if (rows.state[row] === EVENT) events += weight;
    exposure += weight * exp(rows.logTime[row]);
  }
  if (hasIntercept && rows.durationTerms > 0) start[rows.selectionTerms] = log(events / exposure);
  return maximizeByNewton(jointLikelihood(rows, model), start, options);
}

/**
 * The joint maximum: the best of Newton searches from the given starts (all parameters but a, with several a). Searches
 * that approach a bound of the FGM dependence are repeated at the bound itself, which belongs to the model.
 */
export function maximizeJoint(
  rows: JointRows,
  kind: DependenceName,
  exponential: boolean,
  starts: readonly Float64Array[],
  options: NewtonOptions,
): JointMaximum {
  const dependenceAt = DEPENDENCE[kind];
  const free: JointModel = { dependenceAt, exponential, heldDependence: null };
  const stepLimits = new Float64Array(parametersOf(rows, free)).fill(Infinity);
  stepLimits.fill(1, rows.selectionTerms + rows.durationTerms);
  const found: JointMaximum[] = [];
  let iterations = 0;
  const keep = (search: NewtonResult, model: JointModel, dependence: JointMaximum["dependence"]): void => {
    iterations += search.iterations;
    found.push({ search, model, dependence, iterations: 0 });
  };
  const boundsTried = new Set<number>();
  for (const start of starts) {
    const search = maximizeByNewton(jointLikelihood(rows, free), start, {
      ...options,
      stepLimits,
      stop: (point) => Math.abs(point[point.length - 1]) > FAR,
    });
    const a = search.point[search.point.length - 1];
    if (kind === "gaussian" || !(Math.abs(a) > NEAR_BOUND)) {
      keep(search, free, Math.abs(a) > RUN_OFF ? "run off" : "interior");
      continue;
    }
    const bound = a > 0 ? Infinity : -Infinity;
    iterations += search.iterations;
    if (boundsTried.has(bound)) continue;
    boundsTried.add(bound);
    const model: JointModel = { dependenceAt, exponential, heldDependence: bound };
    const atBound = maximizeByNewton(jointLikelihood(rows, model), search.point.slice(0, -1), options);
    if (atBound.converged && atBound.value >= search.value - LEVEL * Math.abs(search.value)) {
      keep(atBound, model, "bound");
    } else {
      keep(search, free, "interior");
    }
  }
  const best = found.reduce((one, other) => (isBetter(other.search, one.search) ? other : one));
  return { ...best, iterations };
}

/** A maximum before a search that found none; then by value, beyond rounding. */
function isBetter(one: NewtonResult, other: NewtonResult): boolean {
  if (one.converged !== other.converged) return one.converged;
  return one.value > other.value + LEVEL * Math.abs(other.value);
}

/** The parameters apart with each of the a to start from. */
export function defaultStarts(apart: Float64Array): Float64Array[] {
  return [0, START_DEPENDENCE, -START_DEPENDENCE].map((a) => Float64Array.of(...apart, a));
}
