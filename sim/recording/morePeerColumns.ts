import { clientsActive } from "../mechanisms/clientFollowing.ts";
import { publishedYears } from "../phases/observePeers.ts";
import type { World } from "../world.ts";
import { column, note, type PanelColumn, type YearView } from "./column.ts";
import { elsewhere } from "./peerColumns.ts";
import { twinCells } from "./twinCells.ts";

const table3 = "Canello (2022) Table 3";
const table4 = "Canello (2022) Table 4";
const simulator = "simulator";

/** Peers in the national columns, in the last two columns of Table 3, and counted in other ways than the tables do. */
export const morePeerColumns: readonly PanelColumn[] = [
  column(
    "nationalLargeSameDestination",
    "number",
    "market",
    nationalLargeShare,
    note(
      "Captive firms of the own industry in the whole country with units in the same destination, as a share of all of them, mean of t − 1 and t − 2",
      "share",
      table4,
      1,
    ),
  ),
  column(
    "largePeersBackshoringSameDestination",
    "number",
    "market",
    largePeersBackshoring,
    note(
      "Units that captive offshorers of the own province and industry gave up in the destination, mean per recorded year before t, the first included",
      "units a year",
      table3,
      1,
    ),
  ),
  column(
    "largePeersBackshoringOtherDestinations",
    "number",
    "market",
    (view) => elsewhere(largePeersBackshoring(view), view.world.destinations),
    note(
      "Units that captive offshorers of the own province and industry gave up in other destinations, mean per recorded year before t, the first included",
      "units a year",
      table3,
      1,
    ),
  ),
  column(
    "msePeersWithOwnSameDestination",
    "number",
    "market",
    ({ observation }) => observation.msePeers,
    note(
      "Small firms of the own province and industry active in the same destination, own firm counted, mean of t − 1 and t − 2",
      "firms",
      simulator,
      1,
    ),
  ),
  column(
    "msePeersStartedSameDestination",
    "number",
    "pair",
    startedPeers,
    note(
      "Small peers of the own province and industry that started in the same destination, own starts left out, mean of t − 1 and t − 2",
      "firms a year",
      simulator,
      1,
    ),
  ),
  column(
    "msePeersShareSameDestination",
    "number",
    "pair",
    peersShare,
    note(
      "msePeersSameDestination as a share of the other firms of province and industry; 0 where there are none",
      "share",
      simulator,
      1,
    ),
  ),
  column(
    "msePeersPlaceboSameDestination",
    "number",
    "market",
    placeboPeers,
    note(
      "Small firms of the own industry active in the same destination in the twin of the own province: the one next to it in the order of the industry's firms; mean of t − 1 and t − 2",
      "firms",
      simulator,
      1,
    ),
  ),
  column(
    "clientActive",
    "indicator",
    "pair",
    ({ world }) => clientsActive(world, world.captives.active),
    note(
      "The client of the firm, a captive firm that it supplies, has a unit in the destination; 0 for firms without a client",
      "0/1",
      simulator,
      1,
    ),
  ),
];

/** By market: 0 where the industry has no captive firm. */
function nationalLargeShare({ world, observation }: YearView): Float64Array {
  const { captives, destinations, industries, cellFirms } = world;
  const firms = new Int32Array(industries);
  for (const cell of captives.cell) firms[cell % industries] += 1;
  const active = new Float64Array(industries * destinations);
  for (let market = 0; market < observation.largePeers.length; market++)
    active[industryMarket(world, market)] += observation.largePeers[market];
  return Float64Array.from({ length: cellFirms.length * destinations }, (_, market) => {
    const at = industryMarket(world, market);
    const all = firms[Math.floor(at / destinations)];
    return all === 0 ? 0 : active[at] / all;
  });
}

/** Industry × destination of a market. */
function industryMarket({ destinations, industries }: World, market: number): number {
  return (Math.floor(market / destinations) % industries) * destinations + (market % destinations);
}

function largePeersBackshoring({ world }: YearView): Float64Array {
  const { returnYears } = world.markets;
  return Float64Array.from(world.captives.returns, (count) => (returnYears === 0 ? 0 : count / returnYears));
}

function startedPeers({ world }: YearView): Float64Array {
  const { firms, pairs, markets, destinations } = world;
  const peers = new Float64Array(pairs.active.length);
  for (let lag = 0; lag < publishedYears; lag++) {
    const counts = markets.startHistory[lag];
    const own = pairs.startedHistory[lag];
    for (let firm = 0, pair = 0; firm < firms.count; firm++) {
      let market = firms.cell[firm] * destinations;
      for (const end = pair + destinations; pair < end; pair++, market++) {
        peers[pair] += (counts[market] - own[pair]) / publishedYears;
      }
    }
  }
  return peers;
}

function peersShare({ world, observation }: YearView): Float64Array {
  const { firms, pairs, destinations, cellFirms } = world;
  const shares = new Float64Array(pairs.active.length);
  for (let firm = 0, pair = 0; firm < firms.count; firm++) {
    const cell = firms.cell[firm];
    const others = cellFirms[cell] - firms.alive[firm];
    let market = cell * destinations;
    for (const end = pair + destinations; pair < end; pair++, market++) {
      const peers = observation.msePeers[market] - observation.ownActiveYears[pair] / publishedYears;
      shares[pair] = others > 0 ? peers / others : 0;
    }
  }
  return shares;
}

function placeboPeers({ world, observation }: YearView): Float64Array {
  const { destinations } = world;
  const twins = twinCells(world);
  return observation.msePeers.map(
    (_, market) =>
      observation.msePeers[twins[Math.floor(market / destinations)] * destinations + (market % destinations)],
  );
}
