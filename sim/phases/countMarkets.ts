import type { Decisions } from "../decisions/decide.ts";
import { marketOf, type World } from "../world.ts";

/**
 * End of the year: who is active and who started becomes what others will see next year.
 *
 * @param reduced by pair, whether a part came home (C4): to others that is a return; null for nowhere.
 */
export function countMarkets(
  world: World,
  decisions: Decisions,
  reduced: Uint8Array | null,
  year: number,
): void {
  const { pairs, markets, scenario } = world;
  remember(pairs.activeHistory, pairs.active);
  remember(pairs.startedHistory, decisions.started);
  rememberCounts(world, markets.stockHistory, pairs.active, decisions.abroad);
  rememberCounts(world, markets.startHistory, decisions.started, decisions.abroad);
  if (year < scenario.firstYear) return;
  markets.returnYears += 1;
  addCounts(world, markets.returns, decisions.returned, decisions.abroad);
  for (const pair of decisions.abroad) pairs.returns[pair] += decisions.returned[pair];
  if (reduced === null) return;
  addCounts(world, markets.returns, reduced, decisions.abroad);
  for (const pair of decisions.abroad) pairs.returns[pair] += reduced[pair];
}

/** The oldest year makes room for the newest. */
function remember(history: Uint8Array[], flags: Uint8Array): void {
  const oldest = history.pop() as Uint8Array; // a history always holds at least two years
  oldest.set(flags);
  history.unshift(oldest);
}

function rememberCounts(world: World, history: Int32Array[], flags: Uint8Array, abroad: Int32Array): void {
  const oldest = history.pop() as Int32Array; // see above
  oldest.fill(0);
  addCounts(world, oldest, flags, abroad);
  history.unshift(oldest);
}

function addCounts(world: World, counts: Int32Array, flags: Uint8Array, abroad: Int32Array): void {
  for (const pair of abroad) counts[marketOf(world, pair)] += flags[pair];
}
