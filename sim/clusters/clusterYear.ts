import type { ClusterWorld } from "./clusterWorld.ts";
import { imitateCluster } from "./mechanisms/clusterImitation.ts";
import { changeCore } from "./mechanisms/coreCompetence.ts";
import { moveFollowers } from "./mechanisms/displacement.ts";
import { shrinkMarket } from "./mechanisms/fallingMarket.ts";
import { tieAndUntie } from "./mechanisms/lockIn.ts";
import { chooseModes } from "./mechanisms/modeChoice.ts";
import { bringHome } from "./mechanisms/reshoring.ts";
import { modeCode } from "./modes.ts";
import { recordClusters } from "./recording/recording.ts";

const following = modeCode("following");

/** One year: market → gains and returns → choice of modes → followers → imitation → links, core → record. */
export function simulateClusterYear(world: ClusterWorld): void {
  const year = world.year + 1;
  const { firms } = world;
  firms.movedBefore.set(firms.moved);
  firms.moved.fill(0);
  firms.returned.fill(0);

  shrinkMarket(world);
  bringHome(world, year);
  chooseModes(world, year);
  moveFollowers(world, year);
  imitateCluster(world, year);
  countYearsAbroad(world);
  tieAndUntie(world);
  changeCore(world);

  recordClusters(world, year);
  world.year = year;
}

/** Experience of dealing abroad oneself; those who follow gain none. */
function countYearsAbroad({ firms, modes }: ClusterWorld): void {
  for (let firm = 0; firm < firms.count; firm++) {
    const mode = firms.mode[firm];
    if (firms.open[firm] === 1 && mode !== following && modes.movedShare[mode] > 0)
      firms.yearsAbroad[firm] += 1;
  }
}
