import { normalQuantile } from "../../numerics/normal.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { renewFirmIndex, renewLargestPairEffect } from "../decisions/firmIndex.ts";
import { drawsPerFirm, equipFirm } from "../firms/firms.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { World } from "../world.ts";
import { clientOf, clientsToChoose } from "./clientFollowing.ts";
import { isFirstMover } from "./firstMovers.ts";
import { renewStayers } from "./moverStayer.ts";
import { sorting } from "./sorting.ts";
import { renewPortfolios } from "./supplierPortfolio.ts";

/**
 * Demography · Births: new firms take the places of those that closed.
 *
 *     at the beginning of a year each place without a firm gets a new one with probability birthRate
 *
 * from the second year with rows on; what closes is said by closureRate and by dated shocks (A12). A new firm has the province and
 * industry of the one it follows and everything else anew: characteristics, effects, client, profits, suppliers, whether it reviews, and no years of exporting; it
 * is abroad nowhere and has seen nothing. To its peers the one before it remains a peer of the past. Unit: share a year; default 0,
 * range 0 to 1; off at 0. Not in worlds of register firms (C1). Source: [A].
 */
export interface Births {
  /** How many firms a place has had before the present one. */
  readonly generation: Uint16Array;
  /** The same as it was in the recorded years: entry `place · years + year`. */
  readonly recorded: Uint16Array;
  /** Places of the firms born at the beginning of this year. */
  born: readonly number[];
}

/** null where nobody is born. */
export function emptyBirths(scenario: Scenario): Births | null {
  if (!hasBirths(scenario)) return null;
  const recorded = new Uint16Array(scenario.firms * (scenario.recordedYears - 1));
  return { generation: new Uint16Array(scenario.firms), recorded, born: [] };
}

export function hasBirths({ birthRate, firmPopulation }: Scenario): boolean {
  return birthRate > 0 && firmPopulation === "micro";
}

/** Number of the firm that has a place: places count from 0, numbers from 1; a later firm of a place has one that no other has. */
export function firmNumber({ births, firms }: World, place: number): number {
  return (births === null ? 0 : births.generation[place] * firms.count) + place + 1;
}

/** Draws of a new firm, in this order: characteristics, ties at home, effect, client, first mover, profits, pair effects. */
const [ties, effect, client, firstMover, profits] = [0, 1, 2, 3, 4].map((at) => drawsPerFirm + at);
const drawsBeforePairs = drawsPerFirm + 5;

export function bearFirms(world: World, year: number): void {
  const { births, firms, key, scenario, destinations } = world;
  if (births === null) return;
  if (year > scenario.firstYear + 1) births.born = places(world, year);
  if (births.born.length > 0) {
    const width = drawsBeforePairs + destinations;
    const draws = new Float64Array(firms.count * width);
    fillWithDraws(draws, key, "newFirm", year);
    const means = sorting(scenario, key, firms, world.provinces.length);
    const known = clientsToChoose(world.captives.cell, world.industries);
    for (const place of births.born) {
      const own = draws.subarray(place * width, (place + 1) * width);
      equip(world, place, own);
      world.firmEffect[place] = means[place] + scenario.firmEffectSd * normalQuantile(own[effect]);
      world.clients[place] = clientOf(known, firms, place, own[client]);
      forgetPairs(world, place, own.subarray(drawsBeforePairs));
    }
    renewPortfolios(world, births.born, year);
    renewStayers(world, births.born, year);
    renewFirmIndex(world, year);
    renewLargestPairEffect(world);
  }
  const at = year - scenario.firstYear - 1;
  if (at < 0 || at >= world.recording.years) return;
  births.generation.forEach((generation, place) => {
    births.recorded[place * world.recording.years + at] = generation;
  });
}

function places({ firms, key, scenario }: World, year: number): number[] {
  const draws = new Float64Array(firms.count);
  fillWithDraws(draws, key, "birth", year);
  return Array.from(firms.alive.keys()).filter(
    (place) => firms.alive[place] === 0 && draws[place] < scenario.birthRate,
  );
}

function equip(world: World, place: number, draws: Float64Array): void {
  const { births, firms, cellFirms, scenario } = world;
  if (births !== null) births.generation[place] += 1;
  firms.alive[place] = 1;
  cellFirms[firms.cell[place]] += 1;
  equipFirm(firms, place, draws, 0);
  firms.exportingExperience[place] = 0;
  firms.keepsDomesticSuppliers[place] = draws[ties] < scenario.keepsDomesticShare ? 1 : 0;
  if (scenario.earlyEntryCost !== 0)
    world.firstMovers[place] = isFirstMover(scenario, firms, place, draws[firstMover]) ? 1 : 0;
  if (world.profits.length > 0) world.profits[place] = normalQuantile(draws[profits]);
}

/** What the pairs of the one before it were is nothing to a new firm; what neighbours saw of it remains in their counts. */
function forgetPairs(
  { pairs, ties, destinations, scenario }: World,
  place: number,
  draws: Float64Array,
): void {
  const [from, to] = [place * destinations, (place + 1) * destinations];
  for (const history of [...pairs.activeHistory, ...pairs.startedHistory]) history.fill(0, from, to);
  pairs.initial.fill(0, from, to);
  pairs.returns.fill(0, from, to);
  pairs.exitTime.fill(Number.NaN, from, to);
  ties?.reentered.fill(0, from, to);
  for (let pair = from; pair < to; pair++)
    pairs.pairEffect[pair] = scenario.pairEffectSd * normalQuantile(draws[pair - from]);
}
