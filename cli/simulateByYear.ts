import type { Scenario } from "../scenarios/index.ts";
import {
  advance,
  advancePair,
  type Counterfactual,
  counterfactualOf,
  historyOf,
  type RunKey,
  type SimulatedHistory,
  startPair,
  startWorld,
  yearsOf,
} from "../sim/index.ts";
import { breathe } from "./breathe.ts";

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
  const pair = counterfactual ? startPair(scenario, key) : null;
  const world = pair?.factual ?? startWorld(scenario, key);
  for (let year = 0; year < yearsOf(scenario); year++) {
    await breathe(signal);
    if (pair === null) advance(world, 1);
    else advancePair(pair);
  }
  await breathe(signal);
  return { history: historyOf(world), counterfactual: pair === null ? null : counterfactualOf(pair) };
}
