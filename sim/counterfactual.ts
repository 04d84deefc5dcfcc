import type { Scenario } from "../scenarios/index.ts";
import type { RunKey } from "./run.ts";
import { yearsOf } from "./simulate.ts";
import { startWorld } from "./startWorld.ts";
import { simulateYear } from "./year.ts";

/** A world beside itself without imitation, every draw shared: the total effect, cascades included. */
export interface Counterfactual {
  /** Firms that in some recorded year were active somewhere they would not have been, or the reverse. */
  readonly flippedFirms: number;
  /** Pair-years of the recorded years whose status differs. */
  readonly flippedDecisions: number;
  readonly decisions: number;
  /** Active pairs by recorded year, with imitation and without. */
  readonly activeWith: readonly number[];
  readonly activeWithout: readonly number[];
}

/** Every kind of imitation off: of starts, of staying and of returns. */
export function withoutImitation(scenario: Scenario): Scenario {
  return {
    ...scenario,
    imitationSame: 0,
    imitationStay: 0,
    imitationBackshore: 0,
    hazard: {
      ...scenario.hazard,
      msePeersBackshoringSameDestination: 0,
      msePeersBackshoringOtherDestinations: 0,
    },
  };
}

/** Runs both histories year by year. With imitation off already, nothing flips. */
export function pairedCounterfactual(scenario: Scenario, key: RunKey): Counterfactual {
  const factual = startWorld(scenario, key);
  const counterfactual = startWorld(withoutImitation(scenario), key);
  const flipped = new Uint8Array(scenario.firms);
  const activeWith: number[] = [];
  const activeWithout: number[] = [];
  let flippedDecisions = 0;
  for (let year = 0; year < yearsOf(scenario); year++) {
    simulateYear(factual, false);
    simulateYear(counterfactual, false);
    if (factual.year <= scenario.firstYear) continue;
    activeWith.push(sum(factual.pairs.active));
    activeWithout.push(sum(counterfactual.pairs.active));
    for (let pair = 0; pair < factual.pairs.active.length; pair++) {
      if (factual.pairs.active[pair] === counterfactual.pairs.active[pair]) continue;
      flippedDecisions += 1;
      flipped[Math.floor(pair / factual.destinations)] = 1;
    }
  }
  return {
    flippedFirms: sum(flipped),
    flippedDecisions,
    decisions: factual.pairs.active.length * activeWith.length,
    activeWith,
    activeWithout,
  };
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
