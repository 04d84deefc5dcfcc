import { fillWithDraws } from "../../random/streams.ts";
import type { ClusterWorld } from "../clusterWorld.ts";
import { modeCode } from "../modes.ts";
import { meetPartner } from "./reshoring.ts";

const local = modeCode("local");
const abroadAlone = modeCode("abroadAlone");

/**
 * D3's rival · Imitation within the cluster, blind to links.
 *
 *     Pr(a reactive firm at home goes abroad by itself) = min(1, clusterImitation · share of the cluster's other firms
 *                                                          that moved abroad last year)
 *
 * Unit: probability per share; default 0 (0 to 20), 0.8 in gancarczyk-2017/imitation; off at 0. [A]. Firms that closed
 * count among the others, so that closures alone move nobody. Such a firm comes home by D7, as a focal firm does.
 */
export function imitateCluster(world: ClusterWorld, year: number): void {
  const { firms, scenario, key } = world;
  if (scenario.clusterImitation === 0) return;
  const draws = new Float64Array(3 * firms.count);
  fillWithDraws(draws, key, "clusterImitation", year);
  const movers = new Int32Array(scenario.clusters);
  for (let firm = 0; firm < firms.count; firm++) movers[firms.cluster[firm]] += firms.movedBefore[firm];
  for (let firm = 0; firm < firms.count; firm++) {
    if (firms.proactive[firm] === 1 || firms.open[firm] === 0 || firms.mode[firm] !== local) continue;
    // A firm that came home this year stays for it. So none of those asked is itself among last year's movers.
    if (firms.returned[firm] === 1) continue;
    const others = movers[firms.cluster[firm]];
    const probability = (scenario.clusterImitation * others) / (scenario.firmsPerCluster - 1);
    if (draws[3 * firm] >= probability) continue;
    firms.mode[firm] = abroadAlone;
    firms.moved[firm] = 1;
    meetPartner(world, firm, draws[3 * firm + 1], draws[3 * firm + 2]);
  }
}
