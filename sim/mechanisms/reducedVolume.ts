import type { Decisions } from "../decisions/decide.ts";
import type { World } from "../world.ts";
import { margin } from "./margin.ts";
import { startVolume } from "./vicariousLearning.ts";

/**
 * E2 · Reduced volume: orders are cut before ties are.
 *
 *     volume *= volumeCut in a year in which the margin is negative; else the volume of the start
 *
 * in running spells of behavioural worlds. A small volume binds less (`commitment`, A3). Unit: factor a year;
 * default 1, range 0 to 1 (0.5 in the ready world, 0.2 to 0.8 plausible); off at 1. Source: Freeman (2007): small
 * volumes are kept in bad years (case E), reduced ones go to key customers (case G); value [A]. Where volumes grow (B5)
 * that mechanism says what a good year does.
 */
export function cutVolumes(world: World, { abroad }: Pick<Decisions, "abroad">, year: number): void {
  const { pairs, scenario } = world;
  if (scenario.volumeCut === 1) return;
  for (const pair of abroad) {
    if (pairs.active[pair] === 0) continue;
    if (margin(world, pair, year) < 0) pairs.volume[pair] *= scenario.volumeCut;
    else if (scenario.volumeGrowth === 0)
      pairs.volume[pair] = startVolume(scenario, pairs.msePeersBeforeEntry[pair]);
  }
}
