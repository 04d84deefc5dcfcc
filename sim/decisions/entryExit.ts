import { exp, log1p } from "../../numerics/elementary.ts";
import { typicalFirm } from "../firms/typicalFirm.ts";
import { peersBackshored } from "../mechanisms/backshoringImitation.ts";
import { profitHold } from "../mechanisms/profits.ts";
import { sunkCostHold } from "../mechanisms/sunkCost.ts";
import type { World } from "../world.ts";

/**
 * Return by a proportional hazard in continuous time. Within the year that begins after `k` completed years abroad
 * the hazard is constant:
 *
 *     λ = exitHazard · exp(hazardTenure · k + Σ hazard[x] · (x − typical x))
 *
 * so that a Cox model with the same covariates is correctly specified, from the exact times of return. Counts of
 * peers are measured from zero. By pair; 0 where the pair is not active.
 */
export type ExitHazard = Float64Array;

export function exitHazard(world: World): ExitHazard {
  const { pairs, destinations, scenario } = world;
  const rates = new Float64Array(pairs.active.length);
  const holds = [sunkCostHold(world), profitHold(world)];
  for (let pair = 0; pair < rates.length; pair++) {
    if (pairs.active[pair] === 0) continue;
    const firm = Math.floor(pair / destinations);
    if (world.reviews?.held[firm] === 1) continue;
    rates[pair] =
      scenario.exitHazard *
      exp(
        scenario.hazardTenure * pairs.tenure[pair] +
          firmPart(world, firm) +
          peerPart(world, firm, pair) -
          holds.reduce((sum, hold) => sum + (hold === null ? 0 : hold[firm]), 0),
      );
  }
  return rates;
}

function firmPart(world: World, firm: number): number {
  const { firms, scenario, provinceCharacteristics } = world;
  const effect = scenario.hazard;
  return (
    effect.size * (firms.size[firm] - typicalFirm.size) +
    effect.domesticOutsourcingExperience *
      (firms.domesticOutsourcingExperience[firm] - typicalFirm.domesticOutsourcingExperience) +
    effect.mainClientRevenueShare *
      (firms.mainClientRevenueShare[firm] - typicalFirm.mainClientRevenueShare) +
    effect.exportingExperience * (firms.exportingExperience[firm] - typicalFirm.exportingExperience) +
    effect.capitalIntensiveTechnology *
      (firms.capitalIntensiveTechnology[firm] - typicalFirm.capitalIntensiveTechnology) +
    effect.migrantFirmShare *
      (provinceCharacteristics.migrantFirmShare[firms.cell[firm]] - typicalFirm.migrantFirmShare)
  );
}

function peerPart(world: World, firm: number, pair: number): number {
  const { firms, pairs, scenario, destinations } = world;
  const effect = scenario.hazard;
  const destination = pair % destinations;
  const market = firms.cell[firm] * destinations + destination;
  return (
    effect.msePeersSameDestinationBeforeEntry * pairs.msePeersBeforeEntry[pair] +
    effect.largePeersSameDestinationBeforeEntry * pairs.largePeersBeforeEntry[pair] +
    effect.msePeersBackshoringSameDestination * peersBackshored(world, pair, market) +
    effect.msePeersBackshoringOtherDestinations * peersBackshoredElsewhere(world, pair, market)
  );
}

/** Peers that returned from other destinations, mean per year. */
export function peersBackshoredElsewhere(world: World, pair: number, market: number): number {
  const destination = pair % world.destinations;
  let sum = 0;
  for (let other = 0; other < world.destinations; other++) {
    if (other !== destination)
      sum += peersBackshored(world, pair - destination + other, market - destination + other);
  }
  return sum;
}

/** Years from the start of the year until the pair returns: above 1 where it stays to the year's end. */
export function returnTime(hazard: ExitHazard, pair: number, uniform: number): number {
  return hazard[pair] === 0 ? Number.POSITIVE_INFINITY : -log1p(-uniform) / hazard[pair];
}
