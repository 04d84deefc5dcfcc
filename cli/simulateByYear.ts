import type { Scenario } from "../scenarios/index.ts";
import {
  advance,
  type Counterfactual,
  historyOf,
  type RunKey,
  type SimulatedHistory,
  startWorld,
  type World,
  withoutImitation,
  yearsOf,
} from "../sim/index.ts";
import { Interrupted } from "./failure.ts";

/**
 * `simulate` and, where asked for, `pairedCounterfactual` of the same world, with a breath after every year in which
 * a Ctrl-C is heard: byte for byte what these two give, in two thirds of their years, since the history itself is
 * the one that is compared.
 *
 * @throws Interrupted at the end of the year in which `signal` aborts.
 */
export async function simulateByYear(
  scenario: Scenario,
  key: RunKey,
  { counterfactual, signal }: { readonly counterfactual: boolean; readonly signal: AbortSignal },
): Promise<{ history: SimulatedHistory; counterfactual: Counterfactual | null }> {
  const world = startWorld(scenario, key);
  const beside = counterfactual ? startWorld(withoutImitation(scenario), key) : null;
  const comparison = beside === null ? null : emptyComparison(scenario);
  for (let year = 0; year < yearsOf(scenario); year++) {
    await breathe(signal);
    advance(world, 1);
    if (beside === null || comparison === null) continue;
    advance(beside, 1, { recordTruth: false });
    if (world.year > scenario.firstYear) compare(comparison, world, beside);
  }
  await breathe(signal);
  return {
    history: historyOf(world),
    counterfactual: comparison === null ? null : counterfactualOf(comparison),
  };
}

/** The simulator does not give way by itself, so a signal waits in the event loop until it is asked for. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise(setImmediate);
  if (signal.aborted) throw new Interrupted();
}

interface Comparison {
  readonly flippedFirm: Uint8Array;
  readonly activeWith: number[];
  readonly activeWithout: number[];
  flippedDecisions: number;
  decisions: number;
}

function emptyComparison(scenario: Scenario): Comparison {
  return {
    flippedFirm: new Uint8Array(scenario.firms),
    activeWith: [],
    activeWithout: [],
    flippedDecisions: 0,
    decisions: 0,
  };
}

/** Adds a recorded year that both worlds have just lived through. */
function compare(comparison: Comparison, world: World, beside: World): void {
  const { active } = world.pairs;
  let activeWith = 0;
  let activeWithout = 0;
  active.forEach((status, pair) => {
    const without = beside.pairs.active[pair] ?? 0;
    activeWith += status;
    activeWithout += without;
    if (status === without) return;
    comparison.flippedDecisions += 1;
    comparison.flippedFirm[Math.floor(pair / world.destinations)] = 1;
  });
  comparison.decisions += active.length;
  comparison.activeWith.push(activeWith);
  comparison.activeWithout.push(activeWithout);
}

function counterfactualOf({ flippedFirm, ...counts }: Comparison): Counterfactual {
  const { flippedDecisions, decisions, activeWith, activeWithout } = counts;
  const flippedFirms = flippedFirm.reduce((sum, flag) => sum + flag, 0);
  return { flippedFirms, flippedDecisions, decisions, activeWith, activeWithout };
}
