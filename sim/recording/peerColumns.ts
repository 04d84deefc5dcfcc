import { peersBackshoredElsewhere } from "../decisions/entryExit.ts";
import { peersBackshored } from "../mechanisms/backshoringImitation.ts";
import { type Observation, peersOtherDestinations, peersSameDestination } from "../phases/observePeers.ts";
import type { World } from "../world.ts";
import { column, note, type PanelColumn } from "./column.ts";

const table2 = "Canello (2022) Table 2";
const table3 = "Canello (2022) Table 3";

/** What the neighbours do, as the published tables define it. */
export const peerColumns: readonly PanelColumn[] = [
  column(
    "msePeersSameDestination",
    "number",
    "pair",
    ({ world, observation }) =>
      byPair(world, (pair, market) => peersSameDestination(observation, pair, market)),
    note(
      "Small peers of the own province and industry active in the same destination, own firm left out, mean of t − 1 and t − 2",
      "firms",
      table2,
      1,
    ),
  ),
  column(
    "msePeersOtherDestinations",
    "number",
    "pair",
    ({ world, observation }) =>
      byPair(world, (pair, market) => peersOtherDestinations(observation, pair, market, world.destinations)),
    note(
      "Small peers of the own province and industry active in other destinations, summed over these, own firm left out, mean of t − 1 and t − 2",
      "firms",
      table2,
      1,
    ),
  ),
  column(
    "largePeersSameDestination",
    "number",
    "pair",
    ({ world, observation }) => byPair(world, (_, market) => observation.largePeers[market]),
    note(
      "Captive offshorers of the own province and industry in the same destination, mean of t − 1 and t − 2",
      "firms",
      table2,
      1,
    ),
  ),
  column(
    "largePeersOtherDestinations",
    "number",
    "pair",
    ({ world, observation }) =>
      byPair(world, (pair, market) => largePeersElsewhere(world, observation, pair, market)),
    note(
      "Captive offshorers of the own province and industry in other destinations, summed, mean of t − 1 and t − 2",
      "firms",
      table2,
      1,
    ),
  ),
  column(
    "nationalMseSameDestination",
    "number",
    "pair",
    ({ world, observation }) =>
      byPair(world, (pair, market) => nationalPeers(world, observation, pair, market)),
    note(
      "Small firms of the own industry in the whole country active in the same destination, mean of t − 1 and t − 2",
      "hundred firms",
      "Canello (2022) Table 4",
      1,
    ),
  ),
  column(
    "msePeersSameDestinationBeforeEntry",
    "number",
    "pair",
    ({ world }) => world.pairs.msePeersBeforeEntry,
    note(
      "Small peers in the destination in the two years before the running spell began; missing outside a spell",
      "firms",
      table3,
      null,
    ),
  ),
  column(
    "largePeersSameDestinationBeforeEntry",
    "number",
    "pair",
    ({ world }) => world.pairs.largePeersBeforeEntry,
    note(
      "Captive offshorers in the destination in the two years before the running spell began; missing outside a spell",
      "firms",
      table3,
      null,
    ),
  ),
  column(
    "msePeersBackshoringSameDestination",
    "number",
    "pair",
    ({ world }) => byPair(world, (pair, market) => peersBackshored(world, pair, market)),
    note(
      "Small peers that returned from the destination, mean per recorded year before t, own returns left out",
      "firms a year",
      table3,
      1,
    ),
  ),
  column(
    "msePeersBackshoringOtherDestinations",
    "number",
    "pair",
    ({ world }) => byPair(world, (pair, market) => peersBackshoredElsewhere(world, pair, market)),
    note(
      "Small peers that returned from other destinations, mean per recorded year before t, own returns left out",
      "firms a year",
      table3,
      1,
    ),
  ),
];

/** A value for every pair, by a function of pair and market. */
function byPair(world: World, value: (pair: number, market: number) => number): Float64Array {
  const { firms, destinations, pairs } = world;
  const values = new Float64Array(pairs.active.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let destination = 0; destination < destinations; destination++, pair++) {
      values[pair] = value(pair, firstMarket + destination);
    }
  }
  return values;
}

function largePeersElsewhere(world: World, observation: Observation, pair: number, market: number): number {
  const destination = pair % world.destinations;
  let sum = -observation.largePeers[market];
  for (let other = 0; other < world.destinations; other++)
    sum += observation.largePeers[market - destination + other];
  return sum;
}

function nationalPeers(world: World, observation: Observation, pair: number, market: number): number {
  const { destinations, industries } = world;
  const industry = Math.floor(market / destinations) % industries;
  return observation.nationalPeers[industry * destinations + (pair % destinations)] / 100;
}
