import type { Decisions } from "../decisions/decide.ts";
import type { World } from "../world.ts";
import { margin } from "./margin.ts";
import { startVolume } from "./vicariousLearning.ts";

/**
 * B5 · The gambler's start: small stakes, and what was won is put back.
 *
 *     volume += volumeGrowth · volume · (1 − volume), at most to 1,   in each year of a spell after the first without a loss
 *
 * A year without a loss is one whose margin (E2, E5) is not negative; in a behavioural world it has the belief, so that firms
 * with good suppliers grow. A volume cut before (E2) starts again from that of the start. Volumes grow from the year
 * `volumeGrowthFrom` on. Costs abroad follow volumes, and a larger volume holds a behavioural firm more (`commitment`, A3). Unit: per
 * year; default 0 (0.3 plausible), range 0 to 5; off at 0. Source: Canello & Pavone (draft); form and value [A].
 */
export function growVolumes(
  world: World,
  { abroad, started }: Pick<Decisions, "abroad" | "started">,
  year: number,
): void {
  const { pairs, scenario } = world;
  if (scenario.volumeGrowth === 0 || year < scenario.volumeGrowthFrom) return;
  for (const pair of abroad) {
    if (pairs.active[pair] === 0 || started[pair] === 1 || margin(world, pair, year) < 0) continue;
    const volume = Math.max(pairs.volume[pair], startVolume(scenario, pairs.msePeersBeforeEntry[pair]));
    pairs.volume[pair] = Math.min(1, volume + scenario.volumeGrowth * volume * (1 - volume));
  }
}
