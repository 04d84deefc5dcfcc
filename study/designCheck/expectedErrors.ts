import type { Cell } from "../cells.ts";
import type { Design } from "../design.ts";
import { isOfInterest } from "../estimands.ts";
import type { PerformanceName } from "../performanceNames.ts";
import type { StudySummary } from "../summary.ts";

/** Measures that are shares of replications: their error is known without a pilot, at any share. */
export const SHARES = [
  "coverage",
  "biasEliminatedCoverage",
  "rejection",
  "convergence",
  "typeS",
] as const satisfies readonly PerformanceName[];

/** The Monte Carlo standard error that a measure of an estimand will have. */
export interface ExpectedError {
  readonly measure: PerformanceName;
  readonly estimand: string;
  /** Where it is largest in the pilot. */
  readonly method: string;
  readonly world: string;
  /** With the design's replications; NaN where the pilot does not tell. */
  readonly mcse: number;
  /** Replications for the target of the design's rule, 0 where it has none, NaN where the pilot does not tell. */
  readonly needed: number;
}

/** The same of a share. */
export interface ExpectedShareError {
  readonly measure: (typeof SHARES)[number];
  /** At 1 − α for the coverages and at α for rejection; NaN for the others. */
  readonly nominal: number;
  /** At one half, the largest it can be. */
  readonly worst: number;
  /** Replications for the target of the rule, or of one percentage point without one: at the nominal share and at worst. */
  readonly target: number;
  readonly neededNominal: number;
  readonly neededWorst: number;
}

/**
 * Expected errors of the measures that are not shares. All of them fall with the root of the replications, so each is the
 * pilot's times √(valid replications of the pilot / replications): s/√n for the bias with the pilot's s. An estimand
 * stands with the worst of its methods and cells.
 *
 * @param cells of the pilot.
 */
export function expectedErrors(design: Design, cells: readonly Cell[], pilot: StudySummary): ExpectedError[] {
  const worst = new Map<string, ExpectedError>();
  for (const { cell, estimand, method, world, valid, measures } of pilot.estimands) {
    const of = cells[cell];
    if (of !== undefined && !isOfInterest(of, method, estimand)) continue;
    for (const [name, found] of Object.entries(measures)) {
      const measure = name as PerformanceName;
      if (isShare(measure) || found === undefined) continue;
      const one = found.mcse * Math.sqrt(valid);
      const target = design.until?.mcse?.[measure];
      const here: ExpectedError = {
        measure,
        estimand,
        method,
        world,
        mcse: one / Math.sqrt(design.replications),
        needed: target === undefined ? 0 : Math.ceil((one / target) ** 2),
      };
      const key = `${estimand}\u001f${measure}`;
      const known = worst.get(key);
      if (known === undefined || Number.isNaN(known.mcse) || here.mcse > known.mcse) worst.set(key, here);
    }
  }
  return [...worst.values()];
}

/** Of every share the design asks for: √(p(1 − p)/n). */
export function expectedShareErrors({
  performance,
  replications,
  alpha,
  until,
}: Design): ExpectedShareError[] {
  return SHARES.filter((measure) => performance.includes(measure)).map((measure) => {
    const nominal = measure === "convergence" || measure === "typeS" ? Number.NaN : alpha * (1 - alpha);
    const target = until?.mcse?.[measure] ?? 0.01;
    return {
      measure,
      nominal: Math.sqrt(nominal / replications),
      worst: Math.sqrt(0.25 / replications),
      target,
      neededNominal: neededFor(nominal, target),
      neededWorst: neededFor(0.25, target),
    };
  });
}

/** n ≥ variance / target², but for rounding. */
function neededFor(variance: number, target: number): number {
  return Math.ceil(variance / target ** 2 - 1e-6);
}

export function isShare(measure: PerformanceName): boolean {
  return SHARES.some((share) => share === measure);
}
