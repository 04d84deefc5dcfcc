import type { World } from "../world.ts";
import { correlatedShockOf } from "./correlatedShocks.ts";
import { datedShock, firmShock } from "./datedShocks.ts";

/**
 * The margin of a running spell: what times and the supplier give, without what holds the firm where it is.
 *
 *     margin = demand shock + cost shock (A8) + dated shock of staying (A12) + belief (A3, behavioural only)
 *
 * A year is bad where it is negative; E2 and E5 act in bad years only. Where nothing of this exists no year is
 * bad. Unit: probit. Our assumption [A]: Freeman (2007) speaks of hostile conditions without a measure.
 */
export function margin(world: World, pair: number, year: number): number {
  const { firms, destinations, pairs, scenario } = world;
  const firm = Math.floor(pair / destinations);
  const destination = pair % destinations;
  const belief = scenario.decision.kind === "behavioural" ? pairs.belief[pair] : 0;
  return (
    correlatedShockOf(world, firms.cell[firm], firms.industry[firm], destination) +
    datedShock(world, firms.province[firm], destination, year).staying +
    firmShock(world, firm, destination, year).staying +
    belief
  );
}
