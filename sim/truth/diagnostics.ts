import type { Diagnostics } from "../run.ts";
import type { World } from "../world.ts";

/** Smallest cell that can be called filled, and the share of its firms that fills it. */
const fewestFirms = 10;
const filledShare = 0.9;

/**
 * The reproduction number R of a market: followers of one more active firm over its stay. It is the summed gain in
 * Pr(start) from one more peer, times the mean years a firm is active (once only, where imitation follows starters).
 * Above 1 one start breeds more than one, and the cell fills up until it runs out of firms: legal, but to be known.
 * Infinite where somebody follows and nobody returned, so that a stay has no end.
 * NaN where the run did not record its truth, or nobody was abroad whose stay could be measured.
 */
export function diagnose(world: World): Diagnostics {
  const { scenario, truth, cellFirms, destinations, recording } = world;
  const exitRate = recording.returns / recording.atRisk;
  const meanStay = scenario.peerMeasure === "flow" ? 1 : 1 / exitRate;
  let largest = 0;
  let largestMarket = 0;
  let weighted = 0;
  let firms = 0;
  for (let market = 0; market < truth.marketGain.length; market++) {
    const weight = cellFirms[Math.floor(market / destinations)];
    // A market in which nobody follows has R = 0 even where no firm ever returned and the mean stay is endless.
    const value = truth.marketGain[market] === 0 ? 0 : (truth.marketGain[market] / truth.years) * meanStay;
    if (value > largest) {
      largest = value;
      largestMarket = market;
    }
    weighted += weight * value;
    firms += weight;
  }
  const known = truth.years > 0 && !Number.isNaN(weighted);
  return {
    reproductionNumber: {
      largest: known ? largest : Number.NaN,
      largestCell: largest === 0 ? "" : marketName(world, largestMarket),
      mean: known ? weighted / firms : Number.NaN,
    },
    filledCells: filledMarkets(world),
    activeShare: recording.activeFirmYears / recording.firmYears,
    entryRate: recording.starts / recording.notAbroad,
    exitRate,
  };
}

function filledMarkets(world: World): string[] {
  const { cellFirms, destinations, markets } = world;
  const names: string[] = [];
  const stock = markets.stockHistory[0];
  for (let market = 0; market < stock.length; market++) {
    const firms = cellFirms[Math.floor(market / destinations)];
    if (firms >= fewestFirms && stock[market] >= filledShare * firms) names.push(marketName(world, market));
  }
  return names;
}

function marketName(world: World, market: number): string {
  const { provinces, industries, destinations } = world;
  const cell = Math.floor(market / destinations);
  const province = provinces[Math.floor(cell / industries)].code;
  return `${province} ${world.industryNames[cell % industries]} ${world.destinationNames[market % destinations]}`;
}
