import { exp } from "../../../numerics/elementary.ts";
import type { ClusterWorld } from "../clusterWorld.ts";
import { modeCode } from "../modes.ts";
import { linksToward } from "./proactiveFirms.ts";

const following = modeCode("following");

/**
 * D6 · Lock-in.
 *
 *     links += linkAdjustment · (links of the mode − links)
 *     lock-in = exp(−links / lockInScale)
 *     productivity · (1 + productivityGrowth · (1 − lockInPenalty · lock-in))
 *
 * The links of a mode are its rating on objective 1 (+ 1, +- 0.5, − 0), those of a follower come through its focal firm
 * (D1). Everybody starts without links. Unit: shares; defaults 0.3, 0.2, 0.5, [A]; without effect on productivity at
 * lockInPenalty = 0. Source: Gancarczyk & Gancarczyk (2017); Shetou hosiery is their closed and declining case.
 */
export function tieAndUntie(world: ClusterWorld): void {
  const { firms, scenario } = world;
  firms.linksBefore.set(firms.links);
  for (let firm = 0; firm < firms.count; firm++) {
    if (firms.open[firm] === 0) continue;
    const toward = linksToward(world, firm, following);
    firms.links[firm] += scenario.linkAdjustment * (toward - firms.linksBefore[firm]);
    firms.productivity[firm] *=
      1 + scenario.productivityGrowth * (1 - scenario.lockInPenalty * lockInOf(world, firm));
  }
}

/** Between 0 and 1. */
export function lockInOf({ firms, scenario }: ClusterWorld, firm: number): number {
  return exp(-firms.links[firm] / scenario.lockInScale);
}
