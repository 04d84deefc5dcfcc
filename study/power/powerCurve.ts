import { fitProbit } from "../../estimators/index.ts";
import { chiSquaredUpperTail } from "../../numerics/chiSquared.ts";
import { log } from "../../numerics/elementary.ts";
import { normalCdf, normalQuantile } from "../../numerics/normal.ts";
import { isotonicFit } from "./isotonicFit.ts";
import type { PowerCount } from "./powerCounts.ts";

/** On what the power is a straight line in probits: √N of a size N, the effect itself of an effect. */
export type PowerScale = "squareRoot" | "linear";

/**
 * Power as a non-decreasing function of a value.
 *
 * - `probit`: Φ(a + b s(value)) with b > 0, s the scale, by maximum likelihood (Maruo, Tada, Ishii & Gosho 2018, Stat. Biopharm. Res. 10, 1–8, fit a probit in √N). The
 *   power of a test of a mean in N observations is of this form, Φ(√N δ/σ − z), but for the far tail.
 * - `isotonic`: the monotone maximum of the likelihood without any form, straight between the values.
 */
export interface PowerCurve {
  readonly kind: "probit" | "isotonic";
  powerAt(value: number): number;
  /** Smallest value with this power; −∞ and ∞ where an isotonic curve has it below its first, or not at its last value. */
  valueAt(power: number): number;
}

/** Below this p-value of the deviance between the two, the probit's form is given up. */
const MISFIT = 0.01;

/**
 * The probit where it is finite, rising and not further from the counts than chance allows (deviance against the isotonic
 * curve, χ² with as many degrees of freedom as there are values beyond two; p ≥ 0.01), else the isotonic curve.
 *
 * @param counts in the order of their values.
 * @param kind to fit one of the two only; a probit that does not exist is then still an isotonic curve.
 * @throws RangeError without counts.
 */
export function fitPowerCurve(
  counts: readonly PowerCount[],
  scale: PowerScale,
  kind?: PowerCurve["kind"],
): PowerCurve {
  const isotonic = isotonicCurve(counts, scale);
  if (kind === "isotonic") return isotonic;
  const probit = probitCurve(counts, scale);
  if (probit === null) return isotonic;
  if (kind === "probit" || counts.length <= 2) return probit;
  const deviance = 2 * (logLikelihood(counts, isotonic) - logLikelihood(counts, probit));
  return chiSquaredUpperTail(Math.max(0, deviance), counts.length - 2) < MISFIT ? isotonic : probit;
}

function scaled(value: number, scale: PowerScale): number {
  return scale === "squareRoot" ? Math.sqrt(value) : value;
}

function unscaled(position: number, scale: PowerScale): number {
  return scale === "squareRoot" ? Math.max(0, position) ** 2 : position;
}

/** The value halfway between two, on the scale. */
export function between(low: number, high: number, share: number, scale: PowerScale): number {
  const start = scaled(low, scale);
  return unscaled(start + share * (scaled(high, scale) - start), scale);
}

function isotonicCurve(counts: readonly PowerCount[], scale: PowerScale): PowerCurve {
  const [first] = counts;
  if (first === undefined) throw new RangeError("no counts: expected at least one value");
  const shares = isotonicFit(
    counts.map(({ found, total }) => found / total),
    counts.map(({ total }) => total),
  );
  const knots = counts.map(({ value }, at) => ({
    at: scaled(value, scale),
    power: shares[at] ?? Number.NaN,
  }));
  const interpolated = (x: number) => {
    const next = knots.findIndex(({ at }) => at >= x);
    const [low, high] = [knots[next - 1], knots[next]];
    if (high === undefined) return knots.at(-1)?.power ?? Number.NaN;
    if (low === undefined) return high.power;
    return low.power + ((x - low.at) / (high.at - low.at)) * (high.power - low.power);
  };
  return {
    kind: "isotonic",
    powerAt: (value) => interpolated(scaled(value, scale)),
    valueAt(power) {
      const next = knots.findIndex((knot) => knot.power >= power);
      const [low, high] = [knots[next - 1], knots[next]];
      if (high === undefined) return Number.POSITIVE_INFINITY;
      if (low === undefined)
        return high.power === power ? unscaled(high.at, scale) : Number.NEGATIVE_INFINITY;
      const share = (power - low.power) / (high.power - low.power);
      return unscaled(low.at + share * (high.at - low.at), scale);
    },
  };
}

/** Null where the maximum is not finite or does not rise. */
function probitCurve(counts: readonly PowerCount[], scale: PowerScale): PowerCurve | null {
  if (counts.length < 2) return null;
  const positions: number[] = [];
  const outcomes: number[] = [];
  const weights: number[] = [];
  for (const { value, found, total } of counts) {
    for (const [outcome, weight] of [
      [1, found],
      [0, total - found],
    ] as const) {
      if (weight === 0) continue;
      positions.push(scaled(value, scale));
      outcomes.push(outcome);
      weights.push(weight);
    }
  }
  const matrix = {
    rows: positions.length,
    intercept: true,
    numeric: [{ name: "scale", values: Float64Array.from(positions) }],
    factors: [],
  };
  const fit = fitProbit(matrix, Float64Array.from(outcomes), { weights });
  const [intercept = Number.NaN, slope = Number.NaN] = fit.terms.map(({ estimate }) => estimate);
  if (!fit.converged || !Number.isFinite(intercept) || !(slope > 0)) return null;
  return {
    kind: "probit",
    powerAt: (value) => normalCdf(intercept + slope * scaled(value, scale)),
    valueAt: (power) => unscaled((normalQuantile(power) - intercept) / slope, scale),
  };
}

function logLikelihood(counts: readonly PowerCount[], curve: PowerCurve): number {
  return counts.reduce((sum, { value, found, total }) => {
    const power = curve.powerAt(value);
    return (
      sum + (found === 0 ? 0 : found * log(power)) + (found === total ? 0 : (total - found) * log(1 - power))
    );
  }, 0);
}
