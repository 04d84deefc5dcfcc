import type { Measure, SpreadMeasure } from "./measuresOfMoments.ts";
import { kurtosisOf, type Moments, varianceOf } from "./moments.ts";

/** A difference of two shares over the same replications. */
export interface PairedShare extends Measure {
  /** Replications in which the method has it and the reference has not. */
  readonly onlyMethod: number;
  /** The other way round. */
  readonly onlyReference: number;
}

/** How the errors of two methods go together; deviations from their means. */
export interface CrossMoments {
  /** Σ a b. */
  readonly product: number;
  /** Σ a² b². */
  readonly squares: number;
}

/**
 * How much more precise a method is than the reference, in per cent: 100 ((s_A / s_B)² − 1), with s_A the empirical
 * standard error of the reference and s_B that of the method over the replications in which both are valid. MCSE
 * 200 (s_A / s_B)² √((1 − ρ²) / (n − 1)), ρ the correlation of their errors (White 2010); for any shape
 * 100 (s_A / s_B)² √(Var(a² / m₂(a) − b² / m₂(b)) / n), by the delta method.
 */
export function relativePrecisionOf(
  method: Moments,
  reference: Moments,
  { product, squares }: CrossMoments,
): SpreadMeasure {
  const ratio = varianceOf(reference) / varianceOf(method);
  const n = method.count;
  // Rounding may put ρ² above 1, and a variance below 0.
  const unexplained = Math.max(0, 1 - product ** 2 / (method.second * reference.second));
  const together = (n * squares) / (method.second * reference.second);
  const variance = Math.max(0, kurtosisOf(method) + kurtosisOf(reference) - 2 * together);
  return {
    value: 100 * (ratio - 1),
    mcse: 200 * ratio * Math.sqrt(unexplained / (n - 1)),
    mcseAnyShape: 100 * ratio * Math.sqrt(variance / n),
  };
}

/** (b − c) / n of the discordant pairs b and c; MCSE √(b + c − (b − c)² / n) / n. NaN when n is 0. */
export function pairedShareOf(onlyMethod: number, onlyReference: number, pairs: number): PairedShare {
  const difference = onlyMethod - onlyReference;
  return {
    value: difference / pairs,
    mcse: Math.sqrt(onlyMethod + onlyReference - difference ** 2 / pairs) / pairs,
    onlyMethod,
    onlyReference,
  };
}
