import type { Scenario } from "../../scenarios/index.ts";
import { withoutImitation } from "../counterfactual.ts";
import { nothingShared, type SharedFirms, sharedFirmsName } from "../firms/sharedFirms.ts";
import type { RunKey } from "../run.ts";
import { type Difference, differenceOf } from "./difference.ts";
import { startTrack, type WorldTrack, yearOfTrack } from "./worldTrack.ts";
import type { WorldYear } from "./worldYear.ts";

/** A world beside the same world without imitation, every draw shared, at the end of a year. */
export interface WatchSnapshot {
  /** From 0, the worlds before their first year, with everybody at home. */
  readonly index: number;
  /** Calendar year that is over. */
  readonly year: number;
  readonly with: WorldYear;
  readonly without: WorldYear;
  readonly difference: Difference;
}

/** The two worlds on their way, with every year so far. */
export interface WatchRun {
  readonly scenario: Scenario;
  readonly key: RunKey;
  readonly factual: WorldTrack;
  /** Nobody imitates: the world beside it is the same. */
  readonly sameWorlds: boolean;
  /** Without imitation; started when it is first asked for. */
  readonly beside: WorldTrack;
  /** By firm; see difference.ts. */
  readonly everFlipped: Uint8Array;
  readonly snapshots: WatchSnapshot[];
}

/**
 * Both worlds before their first year.
 *
 * @param trackOf gives the track of a world; a caller that keeps tracks returns one it has, and saves the years of it.
 * @throws InvalidInput for a pioneer or a shock in a province that the world does not have.
 */
export function startWatch(
  scenario: Scenario,
  key: RunKey,
  trackOf: (scenario: Scenario, key: RunKey) => WorldTrack = tracksWithSharedFirms(),
): WatchRun {
  const factual = trackOf(scenario, key);
  const alone = withoutImitation(scenario);
  const sameWorlds = sameWorld(scenario, alone);
  let beside = sameWorlds ? factual : null;
  return {
    scenario,
    key,
    factual,
    sameWorlds,
    get beside() {
      beside ??= trackOf(alone, key);
      return beside;
    },
    everFlipped: new Uint8Array(scenario.firms),
    snapshots: [],
  };
}

/** Starts tracks that draw the same firms once; those of the last firms asked for are kept. */
export function tracksWithSharedFirms(): (scenario: Scenario, key: RunKey) => WorldTrack {
  let known: { readonly name: string; readonly shared: SharedFirms } | null = null;
  return (scenario, key) => {
    const name = sharedFirmsName(scenario, key);
    if (name === null) return startTrack(scenario, key);
    if (known?.name !== name) known = { name, shared: nothingShared() };
    return startTrack(scenario, key, known.shared);
  };
}

/** Whether two parsed scenarios say the same; both have every parameter, in one order. */
export function sameWorld(one: Scenario, other: Scenario): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Years to watch, that before the first one included. */
export function yearsToWatch({ factual }: WatchRun): number {
  return factual.lastYear + 1;
}

/**
 * A year of the world with imitation alone, ahead of the one beside it: half the work, for whoever waits for one year. It changes nothing of
 * what `advanceWatch` gives.
 *
 * @param index from 0 to `yearsToWatch` − 1; a later one is taken for the last.
 */
export function factualYear(run: WatchRun, index: number): WorldYear {
  return yearOfTrack(run.factual, Math.min(index, run.factual.lastYear));
}

/** The next year of both worlds, beginning with the one before the first; null when all are watched. */
export function advanceWatch(run: WatchRun): WatchSnapshot | null {
  const index = run.snapshots.length;
  if (index >= yearsToWatch(run)) return null;
  const { factual, beside, everFlipped, scenario } = run;
  const year = scenario.firstYear - scenario.warmUpYears + index;
  const snapshot: WatchSnapshot = {
    index,
    year,
    with: yearOfTrack(factual, index),
    without: yearOfTrack(beside, index),
    difference: differenceOf(factual, beside, everFlipped, index, year > scenario.firstYear),
  };
  run.snapshots.push(snapshot);
  return snapshot;
}
