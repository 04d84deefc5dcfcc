/// <reference path="../../sim/random/seedrandom.d.ts" />
import alea from "seedrandom/lib/alea.js";
import { countOf, type PowerPoint } from "./powerCounts.ts";
import { fitPowerCurve, type PowerScale } from "./powerCurve.ts";

export interface AnswerInterval {
  /** −∞ and ∞ where the interval leaves the values that were tried. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 499;

/**
 * Interval of the value with the target power: percentiles of a bootstrap over replications. A replication is drawn with all
 * its values, which share their random numbers, and the curve is chosen and fitted anew each time. The same seed gives the
 * same interval.
 *
 * @param points in the order of their values, each of as many replications.
 * @throws RangeError when the numbers of replications differ.
 */
export function answerInterval(
  points: readonly PowerPoint[],
  { target, scale, seed, level = 0.95 }: { target: number; scale: PowerScale; seed: string; level?: number },
): AnswerInterval {
  const total = points[0]?.found.length ?? 0;
  if (points.some(({ found }) => found.length !== total)) {
    throw new RangeError("values of different numbers of replications: expected as many of each");
  }
  const draw = alea(`${seed} | bootstrap of the answer`);
  const answers = Float64Array.from({ length: RESAMPLES }, () => {
    const chosen = Int32Array.from({ length: total }, () => Math.floor(draw() * total));
    const counts = points.map((point) => ({
      ...countOf(point),
      found: chosen.reduce((sum, replication) => sum + (point.found[replication] ?? 0), 0),
    }));
    return fitPowerCurve(counts, scale).valueAt(target);
  }).sort();
  const tail = (1 - level) / 2;
  const at = (share: number) => answers[Math.round(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { low: at(tail), high: at(1 - tail) };
}
