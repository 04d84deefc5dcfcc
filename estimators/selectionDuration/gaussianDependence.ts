import { logBivariateNormalCdf } from "../../numerics/bivariateNormal.ts";
import { exp } from "../../numerics/elementary.ts";
import { inverseMillsRatio, logNormalCdf } from "../../numerics/normal.ts";
import { CURVATURE, LOG_LIKELIHOOD, SCORE } from "../binary/links/link.ts";
import { probit } from "../binary/links/probit.ts";
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
import { normalScore } from "./normalScore.ts";

const LOG_SQRT_TWO_PI = 0.9189385332046728;

/**
 * A Gaussian copula of a probit selection and the duration: selected when η + e > 0, q = Φ⁻¹(F(T)), (e, q) standard normal with
 * correlation ρ = tanh a. With r = (η + ρq)/√(1 − ρ²) = η cosh a + q sinh a:
 *
 *   not selected ln Φ(−η); event −u + ln Φ(r); censored ln Φ₂(η, −q; ρ).
 *
 * @param a finite.
 */
export function gaussianDependence(a: number): DependenceModel {
  const rho = tanh(a);
  const grown = exp(Math.abs(a));
  const cosh = 0.5 * (grown + 1 / grown);
  const sinh = rho * cosh;
  const link = new Float64Array(3);
  const score = new Float64Array(3);

  const event = (index: number, z: number, result: Float64Array): void => {
    normalScore(z, score);
    const [q, slope, curvature] = score;
    const u = exp(z);
    const r = index * cosh + q * sinh;
    const turned = index * sinh + q * cosh;
    const mills = inverseMillsRatio(r);
    const bend = -Math.min(mills * (mills + r), 1);
    result[VALUE] = logNormalCdf(r) - u;
    result[BY_S] = mills * cosh;
    result[BY_Z] = mills * sinh * slope - u;
    result[BY_A] = mills * turned;
    result[BY_SS] = bend * cosh * cosh;
    result[BY_SZ] = bend * cosh * sinh * slope;
    result[BY_ZZ] = bend * sinh * sinh * slope * slope + mills * sinh * curvature - u;
    result[BY_SA] = bend * cosh * turned + mills * sinh;
    result[BY_ZA] = (bend * sinh * turned + mills * cosh) * slope;
    result[BY_AA] = bend * turned * turned + mills * r;
  };

  const censored = (index: number, z: number, result: Float64Array): void => {
    normalScore(z, score);
    const [q, slope, curvature] = score;
    const h = index;
    const k = -q;
    const value = logBivariateNormalCdf(h, k, rho);
    const ofK = k * cosh - h * sinh;
    const ofH = h * cosh - k * sinh;
    // φ(h)Φ(ofK), φ(k)Φ(ofH) and J = φ(h)φ(ofK), each over Φ₂.
    const byH = exp(logNormalCdf(ofK) - 0.5 * h * h - LOG_SQRT_TWO_PI - value);
    const byK = exp(logNormalCdf(ofH) - 0.5 * k * k - LOG_SQRT_TWO_PI - value);
    const joint = exp(-0.5 * (h * h + ofK * ofK) - 2 * LOG_SQRT_TWO_PI - value);
    const byA = joint / cosh;
    const byKK = -k * byK - joint * sinh - byK * byK;
    result[VALUE] = value;
    result[BY_S] = byH;
    result[BY_Z] = -byK * slope;
    result[BY_A] = byA;
    result[BY_SS] = -h * byH - joint * sinh - byH * byH;
    result[BY_SZ] = -(joint * cosh - byH * byK) * slope;
    result[BY_ZZ] = byKK * slope * slope - byK * curvature;
    result[BY_SA] = -ofH * joint - byH * byA;
    result[BY_ZA] = (ofK * joint + byK * byA) * slope;
    result[BY_AA] = byA * (ofK * ofH - rho) - byA * byA;
  };

  return {
    notSelected: (index, result) => {
      probit.row(0, index, link);
      result[VALUE] = link[LOG_LIKELIHOOD];
      result[BY_S] = link[SCORE];
      result[BY_SS] = -link[CURVATURE];
    },
    event,
    censored,
    logSelected: logNormalCdf,
  };
}
