import { destinationNames, type Scenario } from "../../scenarios/index.ts";
import { stream } from "../random/streams.ts";
import type { World } from "../world.ts";
import { forgetTiesOfFirm } from "./dormantTie.ts";

/**
 * A12 · Dated shocks: policy, crisis and closure, each in one calendar year.
 *
 *     index of starting += entry,   index of staying −= exit,   a share `closure` of firms closes at the year's end
 *
 * An event may be confined to one destination (entry and exit), and to the firms of one province or to one firm (all three). Unit: probit; share of firms. Default none. Exit +0.40 in 2007 and closure 0.117 in 2009 follow the rates of
 * Canello (2022), Table 1 (our arithmetic).
 *
 * @returns what all firms of a province share; see `firmShock` for events of one firm.
 */
export function datedShock(
  world: World,
  province: number,
  destination: number,
  year: number,
): { entry: number; staying: number } {
  return shocksOf(undefined, world, province, destination, year);
}

/** @param number of the firm whose own events are added up; undefined for those of all. */
function shocksOf(
  number: number | undefined,
  { scenario, provinces }: World,
  province: number,
  destination: number,
  year: number,
): { entry: number; staying: number } {
  let entry = 0;
  let staying = 0;
  for (const shock of scenario.datedShocks) {
    if (shock.year !== year || shock.firm !== number) continue;
    if (!strikes(shock, provinces[province].code, destination)) continue;
    entry += shock.entry;
    staying -= shock.exit;
  }
  return { entry, staying };
}

type DatedShock = Scenario["datedShocks"][number];

function strikes({ destination, province }: DatedShock, code: string, at: number): boolean {
  if (destination !== undefined && destination !== destinationNames[at]) return false;
  return province === undefined || province === code;
}

/** Whether an event of a year is one firm's alone. */
export function strikesFirms({ datedShocks }: Scenario, year: number): boolean {
  return datedShocks.some((shock) => shock.year === year && shock.firm !== undefined);
}

/** What the events of one firm alone add to the index of one of its pairs. */
export function firmShock(
  world: World,
  firm: number,
  destination: number,
  year: number,
): { entry: number; staying: number } {
  return shocksOf(firm + 1, world, world.firms.province[firm], destination, year);
}

/** Adds the events that are one firm's alone to the index; no other firm is changed. */
export function addFirmShocks(index: Float64Array, world: World, year: number): void {
  const { scenario, pairs, destinations } = world;
  if (!strikesFirms(scenario, year)) return;
  const struck = scenario.datedShocks.flatMap(({ firm }) => (firm === undefined ? [] : [firm - 1]));
  for (const firm of new Set(struck)) {
    for (let destination = 0; destination < destinations; destination++) {
      const { entry, staying } = firmShock(world, firm, destination, year);
      const pair = firm * destinations + destination;
      index[pair] += pairs.active[pair] === 1 ? staying : entry;
    }
  }
}

/**
 * Closes firms and ends their spells; a closure abroad is not a return. Beside the dated closures a share `closureRate` (default 0,
 * range 0 to 1, [A]) closes at the end of each year after the first recorded one.
 */
export function closeFirms(world: World, year: number): void {
  const shares = survivingShares(world, year);
  const ofFirm = survivingShareOfFirm(world, year);
  if (ofFirm.size === 0 && shares.every((share) => share === 1)) return;
  const { firms, pairs, destinations, cellFirms } = world;
  const draw = stream(world.key, "closure", year);
  for (let firm = 0; firm < firms.count; firm++) {
    const survives = draw() < shares[firms.province[firm]] * (ofFirm.get(firm) ?? 1);
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
  const shocks = scenario.datedShocks.filter((shock) => shock.year === year && shock.firm === undefined);
  return provinces.map(({ code }) =>
    shocks
      .filter(({ province }) => province === undefined || province === code)
      .reduce((open, shock) => open * (1 - shock.closure), yearly),
  );
}

/** The same of firms that are struck alone, by firm. */
function survivingShareOfFirm({ scenario, provinces, firms }: World, year: number): Map<number, number> {
  const open = new Map<number, number>();
  for (const shock of scenario.datedShocks) {
    if (shock.year !== year || shock.firm === undefined || shock.closure === 0) continue;
    const firm = shock.firm - 1;
    if (shock.province !== undefined && shock.province !== provinces[firms.province[firm]].code) continue;
    open.set(firm, (open.get(firm) ?? 1) * (1 - shock.closure));
  }
  return open;
}
