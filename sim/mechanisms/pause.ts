import type { Decisions } from "../decisions/decide.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";
import { type DormantTies, layDown } from "./dormantTie.ts";

/**
 * E1 · Pause instead of exit: some of those who stop mean to come back.
 *
 *     of the pairs that return in a year, each is paused with probability pauseShare
 *
 * A paused pair orders nothing, so that its neighbours and every survey take it for a return; its tie lives on
 * (E3). Unit: share of returns; default 0 (0.25 in the ready world), range 0 to 1; off at 0. Source: Freeman
 * (2007), de-internationalisation is often temporary and deliberate; the value is an assumption [A] after the
 * positive stock-flow residuals of Canello (2022), Table 1.
 */
export function pauseReturns(
  world: World,
  ties: DormantTies,
  { returned, abroad }: Pick<Decisions, "returned" | "abroad">,
  year: number,
): void {
  if (world.scenario.pauseShare === 0) return;
  const { uniforms } = world.workspace;
  fillWithDraws(uniforms, world.key, "pause", year);
  for (const pair of abroad) {
    if (world.moves?.left[pair] === 1) continue;
    if (returned[pair] === 1 && uniforms[pair] < world.scenario.pauseShare) layDown(ties, pair);
  }
}
