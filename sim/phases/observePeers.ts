import { nationalStock } from "../mechanisms/destinationLearning.ts";
import type { World } from "../world.ts";

/**
 * What firms (and later the statistician) see of each other at the start of a year. Counts are by market and include
 * everybody; `own…` say in how many of those years a pair itself was counted, so that it can be left out.
 */
export interface Observation {
  /** Small firms active, mean of t − 1 and t − 2. */
  readonly msePeers: Float64Array;
  /** Years of t − 1, t − 2 in which the pair itself was active: 0, 1 or 2. */
  readonly ownActiveYears: Uint8Array;
  /** Captive offshorers active, mean of t − 1 and t − 2. */
  readonly largePeers: Float64Array;
  /** Small firms of the industry active in the country, mean of t − 1 and t − 2, by industry × destination. */
  readonly nationalPeers: Float64Array;
  /** Small firms of the industry active in the country at the end of t − 1. */
  readonly nationalStock: Int32Array;
  /** What imitation responds to (A1): active or started firms, mean of the last peerYears years. */
  readonly exposure: Float64Array;
  readonly ownExposureYears: Uint8Array;
}

/** The statistician's window, fixed by the published definition: t − 1 and t − 2. */
export const publishedYears = 2;

export function observePeers(world: World): Observation {
  const { scenario, markets, pairs, captives } = world;
  const msePeers = mean(markets.stockHistory, publishedYears);
  const ownActiveYears = sumOfFlags(pairs.activeHistory, publishedYears);
  const startsCount = scenario.peerMeasure === "flow";
  const sameAsPublished = !startsCount && scenario.peerYears === publishedYears;
  return {
    msePeers,
    ownActiveYears,
    largePeers: mean(captives.countHistory, publishedYears),
    nationalPeers: mean([nationalStock(world, 0), nationalStock(world, 1)], publishedYears),
    nationalStock: nationalStock(world, 0),
    exposure: sameAsPublished
      ? msePeers
      : mean(startsCount ? markets.startHistory : markets.stockHistory, scenario.peerYears),
    ownExposureYears: sameAsPublished
      ? ownActiveYears
      : sumOfFlags(startsCount ? pairs.startedHistory : pairs.activeHistory, scenario.peerYears),
  };
}

function mean(history: readonly Int32Array[], years: number): Float64Array {
  const sums = new Float64Array(history[0].length);
  for (let lag = 0; lag < years; lag++) {
    const counts = history[lag];
    for (let at = 0; at < sums.length; at++) sums[at] += counts[at];
  }
  for (let at = 0; at < sums.length; at++) sums[at] /= years;
  return sums;
}

function sumOfFlags(history: readonly Uint8Array[], years: number): Uint8Array {
  const sums = history[0].slice();
  // Four pairs at a time, one in each byte of a word: no sum of flags is so large that it spills into the next byte.
  const words = new Uint32Array(sums.buffer, 0, sums.length >> 2);
  for (let lag = 1; lag < years; lag++) {
    const flags = history[lag];
    const flagWords = new Uint32Array(flags.buffer, flags.byteOffset, words.length);
    for (let at = 0; at < words.length; at++) words[at] += flagWords[at];
    for (let at = 4 * words.length; at < sums.length; at++) sums[at] += flags[at];
  }
  return sums;
}

/** Peers in the same destination as the published tables define them: mean of t − 1 and t − 2, own firm left out. */
export function peersSameDestination(observation: Observation, pair: number, market: number): number {
  return observation.msePeers[market] - observation.ownActiveYears[pair] / publishedYears;
}
