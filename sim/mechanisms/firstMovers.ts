import type { Scenario } from "../../scenarios/index.ts";
import type { Firms } from "../firms/firms.ts";
import { typicalFirm } from "../firms/typicalFirm.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";

/**
 * B6 · Two times of going abroad: able firms first, small suppliers once it has become cheap.
 *
 *     index of starting −= earlyEntryCost,   in the years up to earlyEntryCostUntil, for small suppliers that are no first movers
 *
 * Small are suppliers with fewer employees than the typical firm; each is a first mover with probability `firstMoverShare`,
 * drawn once. Unit: probit; default 0 (0.5 plausible), range 0 to 10; 2007 and 0.2; off at earlyEntryCost = 0. Source: Canello & Pavone
 * (draft), the share of small starters rises; form and values [A].
 */
export function drawFirstMovers(scenario: Scenario, key: RunKey, firms: Firms): Uint8Array {
  const first = new Uint8Array(firms.count).fill(1);
  if (scenario.earlyEntryCost === 0) return first;
  const draws = new Float64Array(firms.count);
  fillWithDraws(draws, key, "firstMover");
  return first.map((_, firm) => (isFirstMover(scenario, firms, firm, draws[firm]) ? 1 : 0));
}

/** Every firm that is no small supplier is one. */
export function isFirstMover(scenario: Scenario, firms: Firms, firm: number, uniform: number): boolean {
  const small = firms.supplier[firm] === 1 && firms.size[firm] < typicalFirm.size;
  return !small || uniform < scenario.firstMoverShare;
}

/** Takes the cost from the index of starting; never adds, so that no start is missed among candidates. */
export function subtractEarlyEntryCost(
  { firstMovers, pairs, destinations, scenario, year }: World,
  candidates: Int32Array,
  index: Float64Array,
): void {
  // The world still is at the end of the year before.
  if (scenario.earlyEntryCost === 0 || year + 1 > scenario.earlyEntryCostUntil) return;
  for (const firm of candidates) {
    if (firstMovers[firm] === 1) continue;
    for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) {
      if (pairs.active[pair] === 0) index[pair] -= scenario.earlyEntryCost;
    }
  }
}
