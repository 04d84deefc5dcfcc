import type { LinkName } from "../../../estimators/binary/links/link.ts";
import { normalCdf } from "../../../numerics/normal.ts";

/** A panel as a textbook writes it: dense rows, each with its group, its weight and that of its group. */
export interface GridPanel {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly group: readonly number[];
  readonly weights?: readonly number[];
  readonly groupWeights?: readonly number[];
  readonly offset?: readonly number[];
}

/** log Pr(y), from the definition of each link. */
export function logProbability(link: LinkName, y: number, index: number): number {
  switch (link) {
    case "probit":
      return Math.log(normalCdf((2 * y - 1) * index));
    case "logit":
      return -Math.log1p(Math.exp(-(2 * y - 1) * index));
    case "cloglog":
      return y === 1 ? Math.log(-Math.expm1(-Math.exp(index))) : -Math.exp(index);
  }
}

export interface GridGroup {
  readonly logIntegral: number;
  /** Mean and variance of u given the outcomes. */
  readonly mean: number;
  readonly variance: number;
}

/**
 * Each group's ∫ Π_t p(y_t | x_t'b + σu)^w_t φ(u) du as a sum over an even grid of u, which for so smooth an integrand is
 * exact to rounding: no quadrature rule, no mode.
 */
export function gridGroups(
  panel: GridPanel,
  link: LinkName,
  coefficients: readonly number[],
  sigma: number,
  step = 0.04,
): Map<number, GridGroup> {
  const result = new Map<number, GridGroup>();
  for (const group of new Set(panel.group)) {
    const own = panel.y.flatMap((y, row) => {
      if (panel.group[row] !== group) return [];
      const index = panel.x[row].reduce(
        (sum, value, j) => sum + value * coefficients[j],
        panel.offset?.[row] ?? 0,
      );
      return [{ y, index, weight: panel.weights?.[row] ?? 1 }];
    });
    const places: { u: number; exponent: number }[] = [];
    for (let u = -10; u <= 10 + 1e-9; u += step) {
      const start = -0.5 * u * u - 0.5 * Math.log(2 * Math.PI);
      const exponent = own.reduce(
        (sum, { y, index, weight }) => sum + weight * logProbability(link, y, index + sigma * u),
        start,
      );
      places.push({ u, exponent });
    }
    const top = Math.max(...places.map(({ exponent }) => exponent));
    let [total, first, second] = [0, 0, 0];
    for (const { u, exponent } of places) {
      const weight = Math.exp(exponent - top);
      total += weight;
      first += weight * u;
      second += weight * u * u;
    }
    const mean = first / total;
    result.set(group, {
      logIntegral: top + Math.log(step * total),
      mean,
      variance: second / total - mean * mean,
    });
  }
  return result;
}

/** The log-likelihood, groups counted by their weights. */
export function gridLikelihood(
  panel: GridPanel,
  link: LinkName,
  coefficients: readonly number[],
  sigma: number,
): number {
  let sum = 0;
  for (const [group, { logIntegral }] of gridGroups(panel, link, coefficients, sigma)) {
    sum += (panel.groupWeights?.[panel.group.indexOf(group)] ?? 1) * logIntegral;
  }
  return sum;
}
