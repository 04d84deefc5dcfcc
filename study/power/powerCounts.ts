/** What the replications of one value came to. */
export interface PowerPoint {
  /** Of what is solved for, e.g. 4000 firms. */
  readonly value: number;
  /**
   * 1 where the test rejects, by replication (from 0): the same replication draws the same random numbers at every value. 0
   * also where the method gave no estimate: who gets none finds nothing.
   */
  readonly found: Uint8Array;
  /** Replications without an estimate. */
  readonly failed: number;
  /** Share of the rejections that have a positive estimate; NaN without one. */
  readonly positive: number;
  /** Means over the replications with an estimate; NaN without one. */
  readonly estimate: number;
  readonly stdError: number;
  /** NaN where no truth is defined. */
  readonly truth: number;
}

/** How often, of how many. */
export interface PowerCount {
  readonly value: number;
  readonly found: number;
  readonly total: number;
}

export function countOf({ value, found }: PowerPoint): PowerCount {
  return { value, found: found.reduce((sum, each) => sum + each, 0), total: found.length };
}

/**
 * Neighbouring values between which the power falls although both have the same draws: z below −3 of the paired difference,
 * (b − c) / √(b + c − (b − c)² / n) over the discordant pairs b and c. A test is not then monotone in the value.
 *
 * @param points in the order of their values.
 */
export function fallsOfPower(points: readonly PowerPoint[]): { from: number; to: number }[] {
  const falls: { from: number; to: number }[] = [];
  for (const [at, here] of points.entries()) {
    const next = points[at + 1];
    if (next === undefined) continue;
    let onlyNext = 0;
    let onlyHere = 0;
    for (const [replication, found] of here.found.entries()) {
      if (found < (next.found[replication] ?? 0)) onlyNext++;
      if (found > (next.found[replication] ?? 0)) onlyHere++;
    }
    const difference = onlyNext - onlyHere;
    const variance = onlyNext + onlyHere - difference ** 2 / here.found.length;
    if (difference < -3 * Math.sqrt(variance)) falls.push({ from: here.value, to: next.value });
  }
  return falls;
}
