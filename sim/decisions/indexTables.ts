import { correlatedShockOf } from "../mechanisms/correlatedShocks.ts";
import { datedShock } from "../mechanisms/datedShocks.ts";
import { densityDependence } from "../mechanisms/densityDependence.ts";
import { destinationLearning } from "../mechanisms/destinationLearning.ts";
import { diversion } from "../mechanisms/diversion.ts";
import { returnersLastYear } from "../mechanisms/exitDeterrence.ts";
import { firmImitation, firmImitationGain, provincePeers } from "../mechanisms/firmImitation.ts";
import { peerMeasure } from "../mechanisms/imitation.ts";
import { locationAdvantage } from "../mechanisms/locationAdvantage.ts";
import type { Observation } from "../phases/observePeers.ts";
import type { World } from "../world.ts";
import { type PriorBelief, priorBelief } from "./behavioural.ts";

/**
 * The part of the index that all firms of a market share, tabulated by market × years in which the firm itself was
 * counted among the peers (0 … peerYears): that is all in which firms of one market see different peers.
 * Entry `market · width + ownYears`.
 */
export interface IndexTables {
  readonly width: number;
  readonly starting: Float64Array;
  readonly staying: Float64Array;
  /** What behavioural firms that are not abroad expect of a supplier; null in other worlds, and where nobody expects anything. */
  readonly prior: PriorBelief | null;
  /** Change of the two when one more peer is counted in every year, all else equal; null where not asked for. */
  readonly gain: { readonly starting: Float64Array; readonly staying: Float64Array } | null;
}

export function indexTables(
  world: World,
  observation: Observation,
  year: number,
  withGain: boolean,
): IndexTables {
  const { scenario, destinations, industries, cellFirms } = world;
  const width = scenario.peerYears + 1;
  const size = cellFirms.length * destinations * width;
  const tables = {
    width,
    starting: new Float64Array(size),
    staying: new Float64Array(size),
    prior: scenario.decision.kind === "behavioural" ? priorBelief(world, observation, withGain) : null,
    gain: withGain ? { starting: new Float64Array(size), staying: new Float64Array(size) } : null,
  };
  // Eq. (1) has one peer coefficient for starting and for staying; elsewhere staying has its own.
  const stayingWeight =
    scenario.imitationStay + (scenario.decision.kind === "dynamicProbit" ? scenario.imitationSame : 0);
  const returners = returnersLastYear(world);
  const aroundFirms = provincePeers(world);
  const learnsAbroad = scenario.decision.kind === "dynamicProbit";
  for (let cell = 0; cell < cellFirms.length; cell++) {
    const industry = cell % industries;
    const province = Math.floor(cell / industries);
    const learned = firmImitation(world, aroundFirms, province);
    const learnedOfOneMore = firmImitationGain(world, aroundFirms, province);
    const district = scenario.districtDummy * world.districts[cell];
    for (let destination = 0; destination < destinations; destination++) {
      const market = cell * destinations + destination;
      const shared =
        scenario.base +
        scenario.footwearEffect * industry +
        locationAdvantage(world, destination, year) +
        world.fit[province * destinations + destination] +
        destinationLearning(world, observation.nationalStock, industry, destination) +
        correlatedShockOf(world, cell, industry, destination) +
        diversion(world, otherDestinations(observation.msePeers, market, destination, destinations)) +
        scenario.captiveSame * observation.largePeers[market] +
        scenario.captiveOther * otherDestinations(observation.largePeers, market, destination, destinations) +
        district;
      const dated = datedShock(world, province, destination, year);
      const deterred = returners === null ? 0 : scenario.exitDeterrence * returners[market];
      const national = observation.nationalPeers[industry * destinations + destination];
      for (let ownYears = 0; ownYears < width; ownYears++) {
        const own = scenario.includeOwnFirm ? 0 : ownYears / scenario.peerYears;
        const peers = Math.max(0, observation.exposure[market] - own);
        const others = cellFirms[cell] - (scenario.includeOwnFirm ? 0 : 1);
        const measure = peerMeasure(scenario, peers, others);
        const at = market * width + ownYears;
        const density = densityDependence(scenario, peers, national);
        tables.starting[at] =
          shared + dated.entry + scenario.imitationSame * measure + density - deterred + learned;
        tables.staying[at] =
          shared +
          dated.staying +
          scenario.stateDependence +
          stayingWeight * measure +
          (learnsAbroad ? learned : 0);
        if (tables.gain === null) continue;
        const gain = peerMeasure(scenario, peers + 1, others) - measure;
        tables.gain.starting[at] =
          scenario.imitationSame * gain +
          densityDependence(scenario, peers + 1, national + 1) -
          density +
          learnedOfOneMore;
        tables.gain.staying[at] = stayingWeight * gain + (learnsAbroad ? learnedOfOneMore : 0);
      }
    }
  }
  return tables;
}

function otherDestinations(
  counts: Float64Array,
  market: number,
  destination: number,
  destinations: number,
): number {
  let sum = 0;
  for (let other = 0; other < destinations; other++) {
    if (other !== destination) sum += counts[market - destination + other];
  }
  return sum;
}
