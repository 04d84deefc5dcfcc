import type { Scenario } from "../scenarios/index.ts";
import type { RunKey } from "./run.ts";
import { type AdvanceOptions, advance, yearsOf } from "./simulate.ts";
import { type RecordingOptions, startWorld } from "./startWorld.ts";
import type { World } from "./world.ts";

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

/** Every kind of imitation off: of starts, of staying and of returns, by legitimacy, by competition and by deterrence. */
export function withoutImitation(scenario: Scenario): Scenario {
  return {
    ...scenario,
    imitationSame: 0,
    imitationStay: 0,
    imitationFirm: 0,
    imitationBackshore: 0,
    legitimacy: 0,
    competition: 0,
    exitDeterrence: 0,
    hazard: {
      ...scenario.hazard,
      msePeersBackshoringSameDestination: 0,
      msePeersBackshoringOtherDestinations: 0,
    },
  };
}

/** A world and the one beside it, on their way together, and what was counted of their difference so far. */
export interface PairedWorlds {
  readonly factual: World;
  readonly beside: World;
  readonly flippedFirm: Uint8Array;
  readonly activeWith: number[];
  readonly activeWithout: number[];
  flippedDecisions: number;
}

/** Nothing but statuses is compared, so no panel is written. */
const noPanel: RecordingOptions = { columns: [] };

/** Both worlds before their first year. `options` are those of the world with imitation; the one beside it has no panel. */
export function startPair(scenario: Scenario, key: RunKey, options: RecordingOptions = {}): PairedWorlds {
  return {
    factual: startWorld(scenario, key, options),
    beside: startWorld(withoutImitation(scenario), key, noPanel),
    flippedFirm: new Uint8Array(scenario.firms),
    activeWith: [],
    activeWithout: [],
    flippedDecisions: 0,
  };
}

/**
 * Takes both worlds a year further and, in a recorded year, counts where they differ. `options` are those of the
 * world with imitation: its history may be recorded on the way.
 */
export function advancePair(pair: PairedWorlds, options: AdvanceOptions = {}): void {
  const { factual, beside, flippedFirm } = pair;
  advance(factual, 1, options);
  advance(beside, 1, { recordTruth: false, recordPanel: false });
  if (factual.year <= factual.scenario.firstYear) return;
  const active = factual.pairs.active;
  const activeWithout = beside.pairs.active;
  pair.activeWith.push(sum(active));
  pair.activeWithout.push(sum(activeWithout));
  for (let each = 0; each < active.length; each++) {
    if (active[each] === activeWithout[each]) continue;
    pair.flippedDecisions += 1;
    flippedFirm[Math.floor(each / factual.destinations)] = 1;
  }
}

/** What was counted so far. */
export function counterfactualOf(pair: PairedWorlds): Counterfactual {
  const { factual, flippedFirm, flippedDecisions, activeWith, activeWithout } = pair;
  return {
    flippedFirms: sum(flippedFirm),
    flippedDecisions,
    decisions: factual.pairs.active.length * activeWith.length,
    activeWith,
    activeWithout,
  };
}

/** Runs both histories year by year. With imitation off already, nothing flips. */
export function pairedCounterfactual(scenario: Scenario, key: RunKey): Counterfactual {
  const pair = startPair(scenario, key, noPanel);
  for (let year = 0; year < yearsOf(scenario); year++) advancePair(pair, { recordTruth: false });
  return counterfactualOf(pair);
}

function sum(flags: Uint8Array): number {
  let total = 0;
  for (const flag of flags) total += flag;
  return total;
}
