import { fillWithDraws } from "../../random/streams.ts";
import type { ClusterWorld } from "../clusterWorld.ts";
import { modeCode } from "../modes.ts";

const local = modeCode("local");
const following = modeCode("following");

/**
 * D3 · Displacement and following: what a move of the focal firm does to those who supply it.
 *
 *     the focal firm moves more work abroad:  a follower at home goes with it (followProbability), or closes
 *                                             (closeProbability), or loses the share orderLoss of its orders
 *     the focal firm comes home:              its followers come home, and those who stayed have their orders back
 *
 * Units: probabilities and a share; defaults 0.2, 0.1, 0.5 (0 to 1), [A]; off at 0. Where the two probabilities add to
 * more than 1, following comes first. A follower that goes along keeps its orders. In counts by province this looks
 * like imitation; the links alone tell. Source: Gancarczyk & Gancarczyk (2017), reactive internationalisation.
 */
export function moveFollowers(world: ClusterWorld, year: number): void {
  const { firms, scenario, key } = world;
  const draws = new Float64Array(firms.count);
  fillWithDraws(draws, key, "following", year);
  for (let firm = 0; firm < firms.count; firm++) {
    const focal = firms.focalFirm[firm];
    if (focal < 0 || firms.open[firm] === 0) continue;
    if (firms.returned[focal] === 1) comeHome(world, firm);
    // A firm that came home by itself this year stays for it.
    if (firms.moved[focal] === 0 || firms.mode[firm] !== local || firms.returned[firm] === 1) continue;
    if (draws[firm] < scenario.followProbability) {
      firms.mode[firm] = following;
      firms.moved[firm] = 1;
    } else if (draws[firm] < scenario.followProbability + scenario.closeProbability) {
      firms.open[firm] = 0;
    } else {
      firms.displacements[firm] += 1;
    }
  }
}

function comeHome({ firms }: ClusterWorld, firm: number): void {
  if (firms.mode[firm] === following) {
    firms.mode[firm] = local;
    firms.returned[firm] = 1;
  }
  firms.displacements[firm] = 0;
}
