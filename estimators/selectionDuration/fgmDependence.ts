import { exp, log1p } from "../../numerics/elementary.ts";
import { complementaryLogLog } from "../binary/links/complementaryLogLog.ts";
import { CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";
import {
  BY_A,
  BY_AA,
  BY_S,
  BY_SA,
  BY_SS,
  BY_SZ,
  BY_Z,
  BY_ZA,
  BY_ZZ,
  type DependenceModel,
  VALUE,
} from "./dependenceModel.ts";
import { tanh } from "./hyperbolic.ts";

/**
 * The Farlie–Gumbel–Morgenstern dependence of Boehmke, Morey & Shannon (2006), American Journal of Political Science 50,
 * 192–207. A unit exponential Y₁ exceeds λ₁ = e^−η with probability e^−λ₁: then the unit is selected. Y₂ = u(T), the integrated
 * hazard, is unit exponential too, and the two have the density e^(−y₁−y₂) [1 + α(2F₁ − 1)(2F₂ − 1)], α = tanh a.
 * With A = 1 − e^−λ₁:
 *
 *   not selected ln A; event −λ₁ − u + ln[1 + αA(1 − 2e^−u)]; censored −λ₁ − u + ln[1 + αA(1 − e^−u)].
 *
 * @param a may be ±Infinity, the bounds of the dependence; derivatives by it are then 0.
 */
export function fgmDependence(a: number): DependenceModel {
  const alpha = tanh(a);
  const alphaSlope = (1 - alpha) * (1 + alpha);
  const alphaCurvature = -2 * alpha * alphaSlope;
  const link = new Float64Array(3);

  /** Of a selected unit, `half` being 2 for an event and 1 for a censored duration. */
  const selected = (index: number, z: number, half: 1 | 2, result: Float64Array): void => {
    const rate = exp(-index);
    const integratedHazard = exp(z);
    const staying = exp(-integratedHazard);
    const out = complementaryLogLog.probability(-index);
    const outBy = -rate * (1 - out) || 0;
    const outByTwice = rate === Infinity ? 0 : outBy * (rate - 1);
    const k = 1 - half * staying;
    const kBy = staying === 0 ? 0 : half * integratedHazard * staying;
    const kByTwice = staying === 0 ? 0 : kBy * (1 - integratedHazard);

    const product = alpha * out * k;
    const inverse = 1 / (1 + product);
    const s = alpha * outBy * k * inverse;
    const t = alpha * out * kBy * inverse;
    const d = alphaSlope * out * k * inverse;
    result[VALUE] = log1p(product) - rate - integratedHazard;
    result[BY_S] = s + rate;
    result[BY_Z] = t - integratedHazard;
    result[BY_A] = d;
    result[BY_SS] = alpha * outByTwice * k * inverse - s * s - rate;
    result[BY_SZ] = alpha * outBy * kBy * inverse - s * t;
    result[BY_ZZ] = alpha * out * kByTwice * inverse - t * t - integratedHazard;
    result[BY_SA] = alphaSlope * outBy * k * inverse - s * d;
    result[BY_ZA] = alphaSlope * out * kBy * inverse - t * d;
    result[BY_AA] = alphaCurvature * out * k * inverse - d * d;
  };

  return {
    notSelected: (index, result) => {
      complementaryLogLog.row(1, -index, link);
      result[VALUE] = link[LOG_LIKELIHOOD];
      result[BY_S] = -link[SCORE];
      result[BY_SS] = -link[CURVATURE];
    },
    event: (index, z, result) => selected(index, z, 2, result),
    censored: (index, z, result) => selected(index, z, 1, result),
    logSelected: (index) => -exp(-index),
  };
}
