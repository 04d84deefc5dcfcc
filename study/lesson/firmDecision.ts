import { normalCdf } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { everyFirm } from "../../sim/decisions/candidateFirms.ts";
import { decisionIndex } from "../../sim/decisions/decisionIndex.ts";
import { indexTables } from "../../sim/decisions/indexTables.ts";
import { advance, startWorld, type World } from "../../sim/index.ts";
import { drawShocks } from "../../sim/mechanisms/correlatedShocks.ts";
import { peerMeasure } from "../../sim/mechanisms/imitation.ts";
import { observePeers } from "../../sim/phases/observePeers.ts";
import type { RunKey } from "../../sim/run.ts";

/** One firm before one decision: what it sees, and what the model makes of it. Parts are in probit units and add up to the index. */
export interface FirmDecision {
  readonly place: number;
  readonly provinceName: string;
  readonly industry: string;
  readonly destination: string;
  /** The year in which it decides. */
  readonly year: number;
  /** Employees. */
  readonly size: number;
  readonly exporter: boolean;
  /** Peers that it sees in the destination: mean of the two years before, a whole number. */
  readonly peers: number;
  /** Firms of its province and industry. */
  readonly others: number;
  /** What going abroad costs and risks everybody: base, destination, the times. */
  readonly costs: number;
  /** What speaks for this firm more than for a typical one. */
  readonly firm: number;
  /** How well the destination's supplier suits this firm and its province. */
  readonly supplier: number;
  /** What the peers add. */
  readonly imitation: number;
  readonly index: number;
  /** Of starting: Φ(index). */
  readonly probability: number;
  /** The probability with 0, 1, 2 … peers, all else equal. */
  readonly byPeers: readonly number[];
  /** Whether it started in the model's history. */
  readonly started: boolean;
}

/** Peers up to which the probability is given. */
const mostPeers = 40;
/** A probability that leaves something to guess. */
const wanted = 0.2;
const fewestPeers = 4;
const peersAtMost = 25;

/**
 * The firm of the country whose chance to start lies nearest to one in five, among those at home that see some peers, a whole number of them.
 *
 * @param year calendar year of the decision.
 * @throws RangeError where no firm sees peers.
 */
export function firmDecision(scenario: Scenario, key: RunKey, year: number): FirmDecision {
  const world = startWorld(scenario, key, { columns: [] });
  advance(world, year - 1 - world.year, { recordTruth: false, recordPanel: false });
  const { destinations, firms, pairs, cellFirms } = world;
  const index = startingIndex(structuredClone(world), year);
  const { exposure } = observePeers(world);
  let chosen = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let pair = 0; pair < index.length; pair++) {
    const firm = Math.floor(pair / destinations);
    if (!isAtHome(world, firm)) continue;
    const peers = exposure[(firms.cell[firm] ?? 0) * destinations + (pair % destinations)] ?? 0;
    // A mean of two years that is a whole number of firms can be said and marked.
    if (peers < fewestPeers || peers > peersAtMost || !Number.isInteger(peers)) continue;
    const off = Math.abs(normalCdf(index[pair] ?? 0) - wanted);
    if (off < distance) [chosen, distance] = [pair, off];
  }
  if (chosen < 0)
    throw new RangeError(`no firm at home sees between ${fewestPeers} and ${peersAtMost} peers`);

  const place = Math.floor(chosen / destinations);
  const destination = chosen % destinations;
  const cell = firms.cell[place] ?? 0;
  const province = firms.province[place] ?? 0;
  const peers = exposure[cell * destinations + destination] ?? 0;
  const others = (cellFirms[cell] ?? 0) - 1;
  const weightOf = (count: number) => scenario.imitationSame * peerMeasure(scenario, count, others);
  const parts = {
    firm: world.firmIndex[place] ?? 0,
    supplier: (pairs.pairEffect[chosen] ?? 0) + (world.fit[province * destinations + destination] ?? 0),
    imitation: weightOf(peers),
  };
  const sum = index[chosen] ?? 0;
  advance(world, 1, { recordTruth: false, recordPanel: false });
  return {
    place,
    provinceName: world.provinces[province]?.name ?? "",
    industry: world.industryNames[firms.industry[place] ?? 0] ?? "",
    destination: world.destinationNames[destination] ?? "",
    year,
    size: firms.size[place] ?? 0,
    exporter: firms.exporter[place] === 1,
    peers,
    others,
    costs: sum - parts.firm - parts.supplier - parts.imitation,
    ...parts,
    index: sum,
    probability: normalCdf(sum),
    byPeers: Array.from({ length: mostPeers + 1 }, (_, count) =>
      normalCdf(sum - parts.imitation + weightOf(count)),
    ),
    started: pairs.active[chosen] === 1,
  };
}

/** The index of all pairs in the coming year; the world's shocks move on. */
function startingIndex(world: World, year: number): Float64Array {
  drawShocks(world, year);
  const observation = observePeers(world);
  const tables = indexTables(world, observation, year, false);
  return decisionIndex(world, observation, tables, everyFirm(world)).index;
}

/** Neither abroad now nor in the years that are still counted. */
function isAtHome({ pairs, destinations, firms }: World, firm: number): boolean {
  if (firms.alive[firm] === 0) return false;
  for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++)
    if (pairs.activeHistory.some((year) => year[pair] === 1) || pairs.active[pair] === 1) return false;
  return true;
}
