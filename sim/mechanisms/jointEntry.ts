import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import { marketOf, type World } from "../world.ts";
import type { DormantTies } from "./dormantTie.ts";

/**
 * E7 · Cooperation with rivals: paused firms come back together.
 *
 *     where a paused firm of a market (province, industry, destination) re-enters by its own decision, each other
 *     paused firm of the market joins it with probability jointEntry
 *
 * Joining happens once a year: who joined brings nobody along. Under exclusive choice (A2) only firms active
 * nowhere join. Unit: probability; default 0 (0.1 plausible), range 0 to 1; off at 0. Source: Freeman (2007), case
 * A: back within two years, in alliances with domestic competitors; value [A]. It clusters starts in place and time
 * without imitation.
 */
export function joinRivals(world: World, ties: DormantTies, decisions: Decisions, year: number): Decisions {
  const { scenario, destinations, workspace } = world;
  if (scenario.jointEntry === 0) return decisions;
  const { active, started } = decisions;
  const called = new Uint8Array(world.cellFirms.length * destinations);
  for (const pair of decisions.abroad) {
    if (started[pair] === 1 && ties.paused[pair] === 1) called[marketOf(world, pair)] = 1;
  }
  const { uniforms, abroad } = workspace;
  fillWithDraws(uniforms, world.key, "jointEntry", year);
  let count = 0;
  for (let pair = 0; pair < active.length; pair++) {
    const asked = ties.paused[pair] === 1 && active[pair] === 0 && called[marketOf(world, pair)] === 1;
    if (asked && uniforms[pair] < scenario.jointEntry && mayStart(world, active, pair)) {
      active[pair] = 1;
      started[pair] = 1;
    }
    if (active[pair] === 1 || world.pairs.active[pair] === 1) abroad[count++] = pair;
  }
  return { ...decisions, abroad: abroad.subarray(0, count) };
}

function mayStart({ scenario, destinations, pairs }: World, active: Uint8Array, pair: number): boolean {
  if (scenario.destinationChoice !== "exclusive") return true;
  const first = pair - (pair % destinations);
  for (let at = first; at < first + destinations; at++) {
    if (active[at] === 1 || pairs.active[at] === 1) return false;
  }
  return true;
}
