import type { World } from "../world.ts";

/**
 * A6 · Location advantage: not imitation, but it looks like it.
 *
 *     index += destinationOffset[l] + destinationTrend[l] · (t − firstYear)
 *
 * Unit: probit; default 0, −0.79, −0.88, −0.95 (mean mix of Canello 2022, Table 1) and no trend; off at zeros. The
 * trend starts in the first recorded year: the warm-up has the offsets alone.
 */
export function locationAdvantage(world: World, destination: number, year: number): number {
  const { destinationOffset, destinationTrend, firstYear } = world.scenario;
  return destinationOffset[destination] + destinationTrend[destination] * Math.max(0, year - firstYear);
}
