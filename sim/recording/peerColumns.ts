import { peersBackshored } from "../mechanisms/backshoringImitation.ts";
import { peersSameDestination } from "../phases/observePeers.ts";
import { column, note, type PanelColumn, type YearView } from "./column.ts";

const table2 = "Canello (2022) Table 2";
const table3 = "Canello (2022) Table 3";

/** What the neighbours do, as the published tables define it. */
export const peerColumns: readonly PanelColumn[] = [
  column(
    "msePeersSameDestination",
    "number",
    "pair",
    msePeers,
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
    (view) => elsewhere(msePeers(view), view.world.destinations),
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
    "market",
    ({ observation }) => observation.largePeers,
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
    "market",
    ({ world, observation }) => elsewhere(observation.largePeers, world.destinations),
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
    "market",
    nationalPeers,
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
    msePeersBackshoring,
    note(
      "Small peers that returned from the destination, mean per recorded year before t, the first included (its own returns stand in no row), own returns left out",
      "firms a year",
      table3,
      1,
    ),
  ),
  column(
    "msePeersBackshoringOtherDestinations",
    "number",
    "pair",
    (view) => elsewhere(msePeersBackshoring(view), view.world.destinations),
    note(
      "Small peers that returned from other destinations, mean per recorded year before t, the first included (its own returns stand in no row), own returns left out",
      "firms a year",
      table3,
      1,
    ),
  ),
];

/** By pair: peers of the same destination. */
function msePeers({ world, observation }: YearView): Float64Array {
  const { firms, destinations } = world;
  const peers = new Float64Array(world.pairs.active.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let destination = 0; destination < destinations; destination++, pair++) {
      peers[pair] = peersSameDestination(observation, pair, firstMarket + destination);
    }
  }
  return peers;
}

/** By pair: peers that returned from the same destination. */
function msePeersBackshoring({ world }: YearView): Float64Array {
  const { firms, destinations } = world;
  const peers = new Float64Array(world.pairs.active.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const firstMarket = firms.cell[firm] * destinations;
    for (let destination = 0; destination < destinations; destination++, pair++) {
      peers[pair] = peersBackshored(world, pair, firstMarket + destination);
    }
  }
  return peers;
}

/** From values by pair or by market: the sum over the other destinations. */
export function elsewhere(values: Float64Array, destinations: number): Float64Array {
  const sums = new Float64Array(values.length);
  for (let first = 0; first < values.length; first += destinations) {
    for (let own = first; own < first + destinations; own++) {
      let sum = 0;
      for (let other = first; other < first + destinations; other++) {
        if (other !== own) sum += values[other];
      }
      sums[own] = sum;
    }
  }
  return sums;
}

/** By market: small firms of the industry in the whole country, in hundreds. */
function nationalPeers({ world, observation }: YearView): Float64Array {
  const { destinations, industries, cellFirms } = world;
  return Float64Array.from({ length: cellFirms.length * destinations }, (_, market) => {
    const industry = Math.floor(market / destinations) % industries;
    return observation.nationalPeers[industry * destinations + (market % destinations)] / 100;
  });
}
