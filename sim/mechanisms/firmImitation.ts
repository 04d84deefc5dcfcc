import { log1p } from "../../numerics/elementary.ts";
import type { World } from "../world.ts";

/**
 * B1 · Local learning, firm level: a firm learns from every offshorer around it, wherever that one is active.
 *
 *     index of starting += imitationFirm · log(1 + P)    P: firms of the own province, of all industries, active in some
 *                                                        destination at the end of t − 1, own firm left out
 *
 * P is the same for all destinations. In `dynamicProbit` worlds, whose equation has one coefficient for both, the index
 * of staying has the term as well. Unit: probit per log(1 + n); default 0 (0.10 plausible), range −5 to 5; off at 0.
 * Source: Canello & Pavone (draft), Table 2: 0.018 per firm; form and value [A].
 */
export interface ProvincePeers {
  /** Firms active somewhere, by province, own firm not yet taken out. */
  readonly active: Int32Array;
  /** Whether a firm is itself one of them, by firm. */
  readonly own: Uint8Array;
}

/** null where nobody looks. */
export function provincePeers(world: World): ProvincePeers | null {
  const { firms, pairs, destinations, provinces, scenario } = world;
  if (scenario.imitationFirm === 0) return null;
  const active = new Int32Array(provinces.length);
  const own = new Uint8Array(firms.count);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    for (const end = pair + destinations; pair < end; pair++) own[firm] |= pairs.active[pair];
    active[firms.province[firm]] += own[firm];
  }
  return { active, own };
}

/** The term of a firm that is active nowhere itself, by province: part of what all firms of a market share. */
export function firmImitation(world: World, peers: ProvincePeers | null, province: number): number {
  return peers === null ? 0 : world.scenario.imitationFirm * log1p(peers.active[province]);
}

/** What one more firm active in the province would add to it. */
export function firmImitationGain(world: World, peers: ProvincePeers | null, province: number): number {
  if (peers === null) return 0;
  const { imitationFirm } = world.scenario;
  return imitationFirm * (log1p(peers.active[province] + 1) - log1p(peers.active[province]));
}

/** The tables hold all firms of the province; a firm does not learn from itself. */
export function subtractOwnFirm(world: World, candidates: Int32Array, index: Float64Array): void {
  const peers = provincePeers(world);
  if (peers === null) return;
  const { firms, pairs, destinations, scenario } = world;
  for (const firm of candidates) {
    if (peers.own[firm] === 0) continue;
    const all = peers.active[firms.province[firm]];
    const less = scenario.imitationFirm * (log1p(all) - log1p(all - 1));
    for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
      if (pairs.active[pair] === 0 || scenario.decision.kind === "dynamicProbit") index[pair] -= less;
    }
  }
}

/** The same for what one more firm would add: where the firm itself is one of those counted, log(1 + P) is steeper. */
export function addToOwnGain(world: World, gain: Float64Array): void {
  const peers = provincePeers(world);
  if (peers === null) return;
  const { firms, pairs, destinations, scenario } = world;
  for (let firm = 0; firm < firms.count; firm++) {
    if (peers.own[firm] === 0) continue;
    const all = peers.active[firms.province[firm]];
    const more = scenario.imitationFirm * (2 * log1p(all) - log1p(all - 1) - log1p(all + 1));
    for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
      if (pairs.active[pair] === 0 || scenario.decision.kind === "dynamicProbit") gain[pair] += more;
    }
  }
}
