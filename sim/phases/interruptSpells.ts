import type { Decisions } from "../decisions/decide.ts";
import { decayTies } from "../mechanisms/dormantTie.ts";
import { pauseReturns } from "../mechanisms/pause.ts";
import { wakeTies } from "../mechanisms/reentry.ts";
import type { World } from "../world.ts";

/**
 * After the decisions: paused firms that are back wake their ties, the other dormant ties weaken, and some of those
 * who return this year only pause. Nothing where nobody ever pauses.
 */
export function interruptSpells(world: World, decisions: Decisions, year: number): void {
  const { ties, scenario } = world;
  if (ties === null) return;
  wakeTies(ties, decisions);
  decayTies(ties, scenario);
  pauseReturns(world, ties, decisions, year);
}
