import type { Scenario } from "../../scenarios/index.ts";
import type { Firms } from "../firms/firms.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey } from "../run.ts";
import type { World } from "../world.ts";

/**
 * B3 · Client followership: a supplier goes where its client is. Suppliers of one client move together, and imitate
 * nobody.
 *
 *     index += clientFollowing · 1{the client of i had a unit in l at the end of t − 1}
 *
 * The client of a supplier is one of the captive firms of its cell, each as likely as the other; of its industry where
 * its cell has none; none where the industry has none. It is drawn once. Firms that are no suppliers have no client. Unit:
 * probit; default 0, range −5 to 5 (0.6 plausible); off at 0. Source: Canello & Pavone (draft); value [A].
 */
export function drawClients(
  scenario: Scenario,
  key: RunKey,
  firms: Firms,
  captiveCells: Int32Array,
  industries: number,
): Int32Array {
  const clients = new Int32Array(firms.count).fill(-1);
  if (scenario.captiveFirms === 0) return clients;
  const known = clientsToChoose(captiveCells, industries);
  const draws = new Float64Array(firms.count);
  fillWithDraws(draws, key, "client");
  for (let firm = 0; firm < firms.count; firm++) clients[firm] = clientOf(known, firms, firm, draws[firm]);
  return clients;
}

/** Captive firms by the cell and by the industry that they are in. */
interface ClientsToChoose {
  readonly ofCell: ReadonlyMap<number, readonly number[]>;
  readonly ofIndustry: ReadonlyMap<number, readonly number[]>;
}

export function clientsToChoose(captiveCells: Int32Array, industries: number): ClientsToChoose {
  const ofCell = new Map<number, number[]>();
  const ofIndustry = new Map<number, number[]>();
  captiveCells.forEach((cell, captive) => {
    ofCell.set(cell, [...(ofCell.get(cell) ?? []), captive]);
    ofIndustry.set(cell % industries, [...(ofIndustry.get(cell % industries) ?? []), captive]);
  });
  return { ofCell, ofIndustry };
}

/** −1 for a firm that is no supplier, or has no captive firm to supply. */
export function clientOf(
  { ofCell, ofIndustry }: ClientsToChoose,
  { supplier, cell, industry }: Firms,
  firm: number,
  uniform: number,
): number {
  if (supplier[firm] === 0) return -1;
  const known = ofCell.get(cell[firm]) ?? ofIndustry.get(industry[firm]);
  return known === undefined ? -1 : known[Math.floor(uniform * known.length)];
}

/** By pair: 1 where the firm's client is there. @param active status of captive firm × destination. */
export function clientsActive({ clients, destinations }: World, active: Uint8Array): Uint8Array {
  const there = new Uint8Array(clients.length * destinations);
  for (let firm = 0; firm < clients.length; firm++) {
    if (clients[firm] < 0) continue;
    const from = clients[firm] * destinations;
    there.set(active.subarray(from, from + destinations), firm * destinations);
  }
  return there;
}

/** The term of the formula, for every pair. */
export function addClientFollowing(index: Float64Array, world: World): void {
  const weight = world.scenario.clientFollowing;
  if (weight === 0) return;
  const there = clientsActive(world, world.captives.activeBefore);
  for (let pair = 0; pair < index.length; pair++) if (there[pair] === 1) index[pair] += weight;
}
