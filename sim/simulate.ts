import type { Scenario } from "../scenarios/index.ts";
import { isRequested } from "./recording/panelColumns.ts";
import { recordedPanel } from "./recording/recording.ts";
import type { RunKey, SimulatedHistory } from "./run.ts";
import { type RecordingOptions, startWorld } from "./startWorld.ts";
import { survey } from "./survey/survey.ts";
import { surveyedProvinces } from "./survey/surveyedProvinces.ts";
import { trueCoefficients, trueLogHazardRatios } from "./truth/coefficients.ts";
import { diagnose } from "./truth/diagnostics.ts";
import { peerEffect } from "./truth/peerEffect.ts";
import type { World } from "./world.ts";
import { simulateYear } from "./year.ts";

export interface AdvanceOptions {
  /** Compute the interventional truth; it changes no draw. Default true. */
  readonly recordTruth?: boolean;
  /**
   * Write the panel and count its flows, for `historyOf`; a world that is only looked at does without. It changes no draw. Default
   * true.
   */
  readonly recordPanel?: boolean;
}

export interface SimulationOptions extends AdvanceOptions, RecordingOptions {}

/** Years of a scenario from the empty world to the last recorded year. */
export function yearsOf(scenario: Scenario): number {
  return scenario.warmUpYears + scenario.recordedYears - 1;
}

/** Takes a world `years` further. Going in steps or in one go gives the same world. */
export function advance(world: World, years: number, options: AdvanceOptions = {}): void {
  for (let year = 0; year < years; year++)
    simulateYear(world, options.recordTruth ?? true, options.recordPanel ?? true);
}

/**
 * Simulates one history from an empty world to the last recorded year. Same scenario and key, same bytes, also of a panel of
 * which only some columns are asked for.
 *
 * @throws InvalidInput for a column asked for that no panel has.
 */
export function simulate(scenario: Scenario, key: RunKey, options: SimulationOptions = {}): SimulatedHistory {
  const world = startWorld(scenario, key, options);
  advance(world, yearsOf(scenario), options);
  return historyOf(world);
}

/** What a finished world hands on. */
export function historyOf(world: World): SimulatedHistory {
  const { scenario } = world;
  const { rows, columns } = survey(recordedPanel(world), scenario, surveyedProvinces(world));
  return {
    rows,
    columns: columns.filter(({ name }) => isRequested(world, name)),
    truth: {
      coefficients: trueCoefficients(world),
      logHazardRatios: trueLogHazardRatios(scenario),
      peerEffect: peerEffect(world.truth),
    },
    diagnostics: diagnose(world),
  };
}
