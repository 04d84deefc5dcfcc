/// <reference path="../../../sim/random/seedrandom.d.ts" />
import alea from "seedrandom/lib/alea.js";
import { normalQuantile } from "../../../numerics/normal.ts";
import type { PowerPoint } from "../../../study/power/powerCounts.ts";
import { type NextValues, nextValues, type SearchRange } from "../../../study/power/powerSearch.ts";

/**
 * Replications of the z-test of a mean δ of N normal observations of variance 1, two-sided at 5 %, whose power is known:
 * Φ(√N δ − 1.96) + Φ(−√N δ − 1.96). Every replication has one draw, the standardised mean's error, at every value.
 */
export function normalTestPoint(
  value: number,
  replications: number,
  noncentrality: number,
  seed: string,
): PowerPoint {
  const draw = alea(seed);
  let positive = 0;
  const found = Uint8Array.from({ length: replications }, () => {
    const z = noncentrality + normalQuantile(draw());
    if (Math.abs(z) < 1.959963984540054) return 0;
    if (z > 0) positive++;
    return 1;
  });
  const rejected = found.reduce((sum, each) => sum + each, 0);
  return {
    value,
    found,
    failed: 0,
    positive: positive / rejected,
    estimate: Number.NaN,
    stdError: Number.NaN,
    truth: Number.NaN,
  };
}

/** A search from its first batch to its last. */
export function search(range: SearchRange, point: (value: number) => PowerPoint) {
  const points: PowerPoint[] = [];
  const batches = { grid: 0, extend: 0, refine: 0 };
  const order: NextValues["why"][] = [];
  for (
    let next = nextValues(range, points, batches);
    next !== null;
    next = nextValues(range, points, batches)
  ) {
    points.push(...next.values.map(point));
    points.sort((a, b) => a.value - b.value);
    batches[next.why]++;
    order.push(next.why);
  }
  return { points, order };
}
