import { destinationNames } from "../../scenarios/index.ts";
import { stream } from "../random/streams.ts";
import type { World } from "../world.ts";
import { forgetTiesOfFirm } from "./dormantTie.ts";

/**
 * A12 · Dated shocks: policy, crisis and closure, each in one calendar year.
 *
 *     index of starting += entry,   index of staying −= exit,   a share `closure` of firms closes at the year's end
 *
 * An entry may be confined to one destination (entry and exit) and to the firms of one province (all three). Unit: probit; share of firms. Default none. Exit +0.40 in 2007 and closure 0.117 in 2009 follow the rates of
 * Canello (2022), Table 1 (our arithmetic).
 */
export function datedShock(
  world: World,
  province: number,
  destination: number,
  year: number,
): { entry: number; staying: number } {
  let entry = 0;
  let staying = 0;
  for (const shock of world.scenario.datedShocks) {
    if (shock.year !== year) continue;
    if (shock.destination !== undefined && shock.destination !== destinationNames[destination]) continue;
    if (shock.province !== undefined && shock.province !== world.provinces[province].code) continue;
    entry += shock.entry;
    staying -= shock.exit;
  }
  return { entry, staying };
}

/**
 * Closes firms and ends their spells; a closure abroad is not a return. Beside the dated closures a share `closureRate` (default 0,
 * range 0 to 1, [A]) closes at the end of each year after the first recorded one.
 */
export function closeFirms(world: World, year: number): void {
  const shares = survivingShares(world, year);
  if (shares.every((share) => share === 1)) return;
  const { firms, pairs, destinations, cellFirms } = world;
  const draw = stream(world.key, "closure", year);
  for (let firm = 0; firm < firms.count; firm++) {
    const survives = draw() < shares[firms.province[firm]];
    if (survives || firms.alive[firm] === 0) continue;
    firms.alive[firm] = 0;
    cellFirms[firms.cell[firm]] -= 1;
    const [from, to] = [firm * destinations, (firm + 1) * destinations];
    pairs.active.fill(0, from, to);
    pairs.tenure.fill(-1, from, to);
    pairs.msePeersBeforeEntry.fill(Number.NaN, from, to);
    pairs.largePeersBeforeEntry.fill(Number.NaN, from, to);
    forgetTiesOfFirm(world, firm);
  }
}

/** Share of the firms that do not close this year, by province. */
function survivingShares({ scenario, provinces }: World, year: number): number[] {
  const yearly = year > scenario.firstYear ? 1 - scenario.closureRate : 1;
  const shocks = scenario.datedShocks.filter((shock) => shock.year === year);
  return provinces.map(({ code }) =>
    shocks
      .filter(({ province }) => province === undefined || province === code)
      .reduce((open, shock) => open * (1 - shock.closure), yearly),
  );
}
