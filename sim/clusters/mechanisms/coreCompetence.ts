import { type ClusterWorld, ordersOf } from "../clusterWorld.ts";
import { leakageFactor } from "./standardisedParts.ts";

/**
 * D5 · Core competence: renewal or hollowing-out.
 *
 *     Δcore = coreGrowth · local high-value work + coreInflow · links · complexity · capability
 *           − coreLeakage · high value abroad · (relief of D8) − coreHollowing · replicative
 *
 * Local high-value work is orders · (1 − high value abroad). Complexity is the firm's own times that of the mode's work
 * (high value 1, else lowValueComplexity), capability the partner's: a follower at home or abroad learns from the
 * partner of its focal firm. Core never falls below 0. Unit: stock, 1 at the start; per year 0.03, 0.05, 0.04, 0.10, [A];
 * each term off at 0. Source: Gancarczyk & Gancarczyk (2017), propositions 1a, 1c and 2c.
 */
export function changeCore(world: ClusterWorld): void {
  const { firms, modes, scenario } = world;
  for (let firm = 0; firm < firms.count; firm++) {
    if (firms.open[firm] === 0) continue;
    const mode = firms.mode[firm];
    const abroad = modes.highValueAbroad[mode];
    firms.inflow[firm] = coreInflowOf(world, firm);
    const change =
      scenario.coreGrowth * ordersOf(world, firm) * (1 - abroad) +
      firms.inflow[firm] -
      scenario.coreLeakage * abroad * leakageFactor(world, firm) -
      scenario.coreHollowing * modes.replicative[mode];
    firms.core[firm] = Math.max(0, firms.core[firm] + change);
  }
}

function coreInflowOf({ firms, modes, scenario }: ClusterWorld, firm: number): number {
  const focal = firms.focalFirm[firm];
  const own = firms.partnerCapability[firm];
  const capability = own > 0 || focal < 0 ? own : firms.partnerCapability[focal];
  return (
    scenario.coreInflow *
    firms.links[firm] *
    firms.complexity[firm] *
    modes.complexity[firms.mode[firm]] *
    capability
  );
}
