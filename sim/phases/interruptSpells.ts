import type { Decisions } from "../decisions/decide.ts";
import { decayTies } from "../mechanisms/dormantTie.ts";
import { switchInward } from "../mechanisms/inwardSwitch.ts";
import { joinRivals } from "../mechanisms/jointEntry.ts";
import { pauseReturns } from "../mechanisms/pause.ts";
import { wakeTies } from "../mechanisms/reentry.ts";
import type { World } from "../world.ts";

/**
 * After the decisions: paused firms join rivals that re-enter, those that are back wake their ties, the other dormant
 * ties weaken; then some of those who return this year only pause, and some who would stay turn inward. Nothing where
 * nobody ever pauses.
 *
 * @returns what firms do in the end.
 */
export function interruptSpells(world: World, decided: Decisions, year: number): Decisions {
  const { ties, scenario } = world;
  if (ties === null) return decided;
  const decisions = joinRivals(world, ties, decided, year);
  wakeTies(ties, decisions);
  decayTies(ties, scenario);
  pauseReturns(world, ties, decisions, year);
  switchInward(world, ties, decisions, year);
  return decisions;
}
