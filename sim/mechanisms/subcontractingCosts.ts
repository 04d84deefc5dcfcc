import { turnoverOf } from "../firms/turnover.ts";
import type { World } from "../world.ts";

/**
 * Costs of subcontracting, abroad and at home. They describe firms and by themselves move none; B4 and B5 do.
 *
 *     abroad  = foreignCostRate · turnover · V        V = min(1, Σ over active pairs of the volume)
 *     at home = domesticCostRate · turnover · relative cost of domestic outsourcing     0 while a firm that gave up its
 *                                                                                       domestic suppliers is abroad
 *
 * V is the share of production made abroad. Unit: EUR thousand a year; rates in EUR per EUR of turnover, defaults 1 and
 * 0.39, range 0 to 100. Source: Canello (2022), Table 1, the costs of 2006; form and values [A].
 */
export function foreignCosts(world: World): Float64Array {
  const shares = volumeAbroad(world);
  return turnoverOf(world.firms).map(
    (turnover, firm) => world.scenario.foreignCostRate * turnover * shares[firm],
  );
}

/** By firm, EUR thousand. */
export function domesticCosts(world: World): Float64Array {
  const rates = domesticRates(world, volumeAbroad(world));
  return turnoverOf(world.firms).map((turnover, firm) => turnover * rates[firm]);
}

/** Foreign cost in all cost of subcontracting, by firm, percent; 0 where a firm subcontracts nothing. */
export function foreignCostShares(world: World): Float64Array {
  const volumes = volumeAbroad(world);
  const atHome = domesticRates(world, volumes);
  return volumes.map((volume, firm) => {
    const abroad = world.scenario.foreignCostRate * volume;
    return abroad === 0 ? 0 : 100 * (abroad / (abroad + atHome[firm]));
  });
}

/** Share of production abroad, by firm. */
function volumeAbroad({ firms, pairs, destinations }: World): Float64Array {
  const volumes = new Float64Array(firms.count);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    let volume = 0;
    for (const end = pair + destinations; pair < end; pair++) {
      if (pairs.active[pair] === 1) volume += pairs.volume[pair];
    }
    volumes[firm] = Math.min(1, volume);
  }
  return volumes;
}

function domesticRates({ firms, scenario }: World, volumes: Float64Array): Float64Array {
  return volumes.map((volume, firm) =>
    volume > 0 && firms.keepsDomesticSuppliers[firm] === 0
      ? 0
      : scenario.domesticCostRate * firms.domesticOutsourcingExperience[firm],
  );
}
