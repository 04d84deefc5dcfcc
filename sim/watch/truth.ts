import type { Scenario } from "../../scenarios/index.ts";
import type { Diagnostics, RunKey, Truth } from "../run.ts";
import { simulate } from "../simulate.ts";

/** What only the simulator knows of a history: coefficients, the effect of one more peer, and diagnostics. */
export interface WatchTruth {
  readonly truth: Truth;
  readonly diagnostics: Diagnostics;
}

/**
 * Goes through the same history once more and asks, at every decision of the recorded years, what one more peer would have
 * changed. It changes no draw; it takes about twice as long as watching one of the two worlds.
 */
export function watchTruth(scenario: Scenario, key: RunKey): WatchTruth {
  const { truth, diagnostics } = simulate(scenario, key, { columns: [] });
  return { truth, diagnostics };
}
