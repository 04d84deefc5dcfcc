import type { ClusterFirms, ClusterWorld } from "../clusterWorld.ts";

/**
 * D1 · Proactive and reactive firms.
 *
 *     a firm is proactive with probability proactiveShare; a reactive one supplies a proactive one of its cluster,
 *     each with equal probability
 *     links of a follower at home → linkTransfer · links of its focal firm;  abroad with it → its links
 *
 * Default proactiveShare 0.15 (0.05 to 0.3 plausible), linkTransfer 0.5 (0 to 1), [A]. In a cluster without a
 * proactive firm nobody is linked. Source: Gancarczyk & Gancarczyk (2017): most firms of a cluster are reactive.
 *
 * @param draws two a firm: proactive or not, and which focal firm.
 */
export function linkFollowers(
  { count, cluster, proactive, focalFirm }: ClusterFirms,
  draws: Float64Array,
  proactiveShare: number,
): void {
  for (let firm = 0; firm < count; firm++) proactive[firm] = draws[2 * firm] < proactiveShare ? 1 : 0;
  for (let first = 0; first < count; ) {
    let end = first;
    const focal: number[] = [];
    for (; end < count && cluster[end] === cluster[first]; end++) if (proactive[end] === 1) focal.push(end);
    for (let firm = first; firm < end; firm++) {
      const linked = proactive[firm] === 0 && focal.length > 0;
      focalFirm[firm] = linked ? focal[Math.floor(draws[2 * firm + 1] * focal.length)] : -1;
    }
    first = end;
  }
}

/** What the links of a firm tend to: those of its mode, or what comes through its focal firm. */
export function linksToward(
  { firms, modes, scenario }: ClusterWorld,
  firm: number,
  following: number,
): number {
  const focal = firms.focalFirm[firm];
  const own = modes.link[firms.mode[firm]];
  if (focal < 0 || firms.open[focal] === 0) return own;
  const share = firms.mode[firm] === following ? 1 : scenario.linkTransfer;
  return Math.max(own, share * firms.linksBefore[focal]);
}
