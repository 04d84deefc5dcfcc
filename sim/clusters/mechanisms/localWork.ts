import { type ClusterWorld, ordersOf } from "../clusterWorld.ts";

/**
 * D4 · What stays in the cluster: selective modes move at most `selectiveShare` of value added, replicative ones all.
 *
 *     local employment of a firm = size · orders · (1 − moved share)
 *     supplier base of a cluster = sum of the orders of its reactive firms at home, in supplier equivalents
 *
 * No state of its own and no parameter but those of the modes (see modes.ts) and of D3. A falling market erodes both
 * as well. Source: Gancarczyk & Gancarczyk (2017): selective or replicative.
 */
export function localEmployment(world: ClusterWorld, firm: number): number {
  const { firms, modes } = world;
  return firms.size[firm] * ordersOf(world, firm) * (1 - modes.movedShare[firms.mode[firm]]);
}

/** By cluster. */
export function supplierBase(world: ClusterWorld): Float64Array {
  const { firms, modes } = world;
  return byCluster(world, (firm) =>
    firms.proactive[firm] === 1 ? 0 : ordersOf(world, firm) * (1 - modes.movedShare[firms.mode[firm]]),
  );
}

/** Sums over the firms of each cluster. */
export function byCluster({ firms, scenario }: ClusterWorld, value: (firm: number) => number): Float64Array {
  const sums = new Float64Array(scenario.clusters);
  for (let firm = 0; firm < firms.count; firm++) sums[firms.cluster[firm]] += value(firm);
  return sums;
}
