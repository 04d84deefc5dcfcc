import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";
import { type DormantTies, layDown } from "./dormantTie.ts";
import { margin } from "./margin.ts";

/**
 * E5 · Inward switch: in a bad year a firm stops to have work done abroad and buys what importers bring from there.
 *
 *     of the pairs that would stay, each with a negative margin turns inward with probability inwardSwitch
 *     index of starting += inwardBoost · strength of the dormant tie     (on top of E4)
 *
 * An inward pair is not active; its tie is dormant (E3) and stays inward until it is awake or dead. Unit: share of
 * bad pair-years; probit per tie. Defaults 0 (0.1 in the ready world, 0 to 1) and 0.5 (0 to 10), [A]; off at
 * inwardSwitch = 0. Source: Freeman (2007), case B: an exporter that became the reseller of its foreign partners.
 */
export function switchInward(
  world: World,
  ties: DormantTies,
  { active, returned, abroad }: Pick<Decisions, "active" | "returned" | "abroad">,
  year: number,
): void {
  const { scenario, pairs, workspace } = world;
  if (scenario.inwardSwitch === 0) return;
  const { uniforms } = workspace;
  fillWithDraws(uniforms, world.key, "inwardSwitch", year);
  for (const pair of abroad) {
    const stays = pairs.active[pair] === 1 && active[pair] === 1;
    if (!stays || uniforms[pair] >= scenario.inwardSwitch || margin(world, pair, year) >= 0) continue;
    active[pair] = 0;
    returned[pair] = 1;
    layDown(ties, pair);
    ties.inward[pair] = 1;
    // What is left of the draw is uniform again: when in the year it happens, for those who ask to the day.
    if (scenario.decision.kind === "entryExit") pairs.exitTime[pair] = uniforms[pair] / scenario.inwardSwitch;
  }
}
