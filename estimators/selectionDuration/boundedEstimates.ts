import { exp } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import type { DependenceName } from "./dependenceModel.ts";
import { tanh } from "./hyperbolic.ts";
import type { BoundedEstimate, SelectionDurationDependence } from "./selectionDurationTypes.ts";

/** p from ln p: its standard error by the delta method, the limits of ln p exponentiated. */
export function shapeEstimate(lnShape: number, stdError: number, confidenceLevel: number): BoundedEstimate {
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * stdError;
  const estimate = exp(lnShape);
  return {
    estimate,
    stdError: estimate * stdError,
    confLow: exp(lnShape - halfWidth),
    confHigh: exp(lnShape + halfWidth),
  };
}

/** The dependence from a = atanh and its standard error; at a bound it has none. */
export function dependenceEstimate(
  kind: DependenceName,
  a: number,
  stdError: number,
  confidenceLevel: number,
): SelectionDurationDependence {
  const halfWidth = normalQuantile(0.5 + confidenceLevel / 2) * stdError;
  const estimate = tanh(a);
  const ofEstimate = (1 - estimate) * (1 + estimate) * stdError;
  const bound = kind === "fgm" ? 0.25 : 1;
  return {
    kind,
    parameter: kind === "fgm" ? "alpha" : "rho",
    estimate,
    stdError: ofEstimate,
    confLow: tanh(a - halfWidth),
    confHigh: tanh(a + halfWidth),
    atanh: a,
    atanhStdError: stdError,
    correlation: bound * estimate,
    correlationStdError: bound * ofEstimate,
    bound,
  };
}
