import { resolveScenario, type Scenario } from "../../scenarios/index.ts";
import type { RunKey } from "../run.ts";

/** A history to watch, in full: what a link to it holds. Pioneers, shocks and the number of years are in `set`. */
export interface WatchRequest {
  /** Name of a ready scenario. */
  readonly scenario: string;
  /** Parameters on top of it, as `--set` and a scenario file have them. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly seed: string;
  /** Names the draws in a study; the scenario's name when left out, as `bandwagon simulate` has it. */
  readonly condition?: string;
  /** 1 when left out, as `bandwagon simulate` has it. */
  readonly replication?: number;
}

/**
 * The world and the key of a request. `simulate` of the two gives the panel of the very history that is watched, and
 * `bandwagon simulate SCENARIO --set … --seed SEED` prints it.
 *
 * @throws InvalidInput for an unknown scenario, an unknown parameter or a value out of its range.
 */
export function watchedWorld(request: WatchRequest): { readonly scenario: Scenario; readonly key: RunKey } {
  const { scenario: name, set, seed, condition = name, replication = 1 } = request;
  return { scenario: resolveScenario(name, set), key: { seed, condition, replication } };
}
