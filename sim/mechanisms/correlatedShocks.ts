import { normalQuantile } from "../../numerics/normal.ts";
import { type Purpose, stream } from "../random/streams.ts";
import type { World } from "../world.ts";

/**
 * A8 · Correlated shocks: neighbours move together because the same thing hits them.
 *
 *     demand[j, k, t] = ρ demand[j, k, t−1] + √(1 − ρ²) · shockSd · ε        (province × industry)
 *     cost[k, l, t]   = ρ′ cost[k, l, t−1] + √(1 − ρ′²) · costShockSd · ε′   (industry × destination)
 *
 * Both start in the first simulated year from their stationary distribution, and are added to the index. Unit: probit, stationary standard deviation; defaults 0 (0.3 plausible), persistence
 * 0.7; off at 0. The demand shock raises all destinations of a province alike; province × industry × year effects
 * remove it.
 */
export function drawShocks(world: World, year: number): void {
  const { shockSd, shockPersistence, costShockSd, costShockPersistence } = world.scenario;
  advance(world, world.demandShock, "demandShock", year, shockSd, shockPersistence);
  advance(world, world.costShock, "costShock", year, costShockSd, costShockPersistence);
}

function advance(
  world: World,
  shocks: Float64Array,
  purpose: Purpose,
  year: number,
  stationarySd: number,
  persistence: number,
): void {
  if (stationarySd === 0) return;
  const draw = stream(world.key, purpose, year);
  const first = year === world.scenario.firstYear - world.scenario.warmUpYears + 1;
  const innovationSd = first ? stationarySd : stationarySd * Math.sqrt(1 - persistence * persistence);
  for (let at = 0; at < shocks.length; at++) {
    shocks[at] = persistence * shocks[at] + innovationSd * normalQuantile(draw());
  }
}

/** The two shocks as they stand, for a market. */
export function correlatedShockOf(world: World, cell: number, industry: number, destination: number): number {
  return world.demandShock[cell] + world.costShock[industry * world.destinations + destination];
}
