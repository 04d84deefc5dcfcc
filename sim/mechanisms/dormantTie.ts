import type { Scenario } from "../../scenarios/index.ts";
import type { World } from "../world.ts";

/**
 * E3 · The dormant tie: a firm that pauses keeps its supplier in mind, for a while.
 *
 *     strength = 1 in the year in which a spell is paused
 *     strength *= 1 − tieDecay at the end of each further year without orders; dead below tieFloor
 *
 * Unit: tie strength, 1 that of a running spell. Defaults: tieDecay 0.30 (half-life of two years), range 0 to 1;
 * tieFloor 0.2 [A], with which a tie lives through four silent years. Absent where nobody pauses (E1, E5). Source:
 * Freeman (2007): contact kept about twelve months (case B), three to four years of silence not an end (case F).
 */
export interface DormantTies {
  /** By pair, as all of these. Whether the spell is paused at the end of the last year, and the tie still lives. */
  readonly paused: Uint8Array;
  /** 0 where nothing is paused. */
  readonly strength: Float64Array;
  /** E5: whether a paused pair turned inward. */
  readonly inward: Uint8Array;
  /** Whether a paused pair became active again in the last year. */
  readonly reentered: Uint8Array;
}

/** null in a world in which nobody pauses: it then is the world without the mechanism, bit by bit. */
export function emptyTies(scenario: Scenario, pairs: number): DormantTies | null {
  if (!hasTies(scenario)) return null;
  return {
    paused: new Uint8Array(pairs),
    strength: new Float64Array(pairs),
    inward: new Uint8Array(pairs),
    reentered: new Uint8Array(pairs),
  };
}

/** Whether a world of this scenario keeps dormant ties. */
export function hasTies({ pauseShare, inwardSwitch }: Scenario): boolean {
  return pauseShare > 0 || inwardSwitch > 0;
}

/** One more year without orders for every paused pair; nothing is to be done about pairs that are active. */
export function decayTies(ties: DormantTies, { tieDecay, tieFloor }: Scenario): void {
  const { paused, strength } = ties;
  for (let pair = 0; pair < paused.length; pair++) {
    if (paused[pair] === 0) continue;
    strength[pair] *= 1 - tieDecay;
    if (strength[pair] < tieFloor) forgetTie(ties, pair);
  }
}

/** The beginning of a pause. */
export function layDown({ paused, strength }: DormantTies, pair: number): void {
  paused[pair] = 1;
  strength[pair] = 1;
}

/** The end of a tie: dead, or awake again. */
export function forgetTie({ paused, strength, inward }: DormantTies, pair: number): void {
  paused[pair] = 0;
  strength[pair] = 0;
  inward[pair] = 0;
}

/** Firms that close have no ties left. */
export function forgetTiesOfFirm({ ties, destinations }: World, firm: number): void {
  if (ties === null) return;
  for (let pair = firm * destinations; pair < (firm + 1) * destinations; pair++) forgetTie(ties, pair);
}
