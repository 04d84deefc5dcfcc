import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { type Family, InvalidInput, type Scenario, scenarioOfPreset } from "../../scenarios/index.ts";
import { type PlannedModel, plannedModels, selectionIsPlanned } from "../../study/replicate/plannedModels.ts";
import { notesOfCells, type RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { repeatedSelection } from "../../study/replicate/repeatedSelection.ts";
import { replicatedDescriptives } from "../../study/replicate/replicatedDescriptives.ts";
import { type ReplicatedModel, replicatedModel } from "../../study/replicate/replicatedModel.ts";
import { survivors } from "../../study/targets/survivors.ts";
import { breathe } from "../breathe.ts";
import { memoryLimit, refuseTooLarge, withinMemory } from "../panelMemory.ts";
import type { NamedWorld } from "../scenarioFile.ts";
import { simulateByYear } from "../simulateByYear.ts";

export interface RegressionRequest {
  readonly scale: number;
  /** Empty for every published model, the descriptives and the two-stage check. */
  readonly models: readonly string[];
  /** In place of the family's first. */
  readonly world?: NamedWorld | undefined;
}

/** What is repeated in each history, and in which world. */
export interface PlannedReplication {
  readonly family: Family;
  readonly world: string;
  /** Of the draws: not the name of a file. */
  readonly condition: string;
  readonly scenario: Scenario;
  readonly scale: number;
  readonly models: readonly PlannedModel[];
  readonly descriptives: boolean;
  readonly selection: boolean;
}

/** @throws InvalidInput for a model that the paper has not, or a panel that does not fit into memory. */
export function plannedReplication(
  family: Family,
  { scale, models, world: chosen }: RegressionRequest,
): PlannedReplication {
  const planned = chosenModels(family, models);
  const preset = family.presets[0] ?? { name: family.name, summary: "", parameters: {} };
  const whole = chosen?.scenario ?? scenarioOfPreset(preset);
  const scenario = { ...whole, firms: Math.max(1, Math.round(scale * whole.firms)) };
  refuseTooLarge(scenario, "--scale", 1, memoryLimit());
  const selection = selectionIsPlanned(family, models);
  const world = chosen?.name ?? preset.name;
  return {
    family,
    world,
    condition: chosen?.base ?? preset.name,
    scenario,
    scale,
    models: planned,
    descriptives: models.length === 0,
    selection,
  };
}

/** Steps of one history, as progress counts them: the simulation and each fit. */
export function stepsOf({ models, selection }: PlannedReplication): number {
  return 1 + models.length + (selection ? 1 : 0);
}

/**
 * One history, and what is repeated in it, one after the other.
 *
 * @param seed names every random draw.
 * @param stepDone called after each step.
 * @throws Interrupted between two steps.
 */
export async function replicateHistory(
  planned: PlannedReplication,
  seed: string,
  signal: AbortSignal,
  stepDone: (failed: boolean) => void,
): Promise<RepeatedPaper> {
  const { family, world, condition, scenario, scale } = planned;
  const key = { seed, condition, replication: 1 };
  const { history } = await withinMemory(scenario, () =>
    simulateByYear(scenario, key, { counterfactual: false, signal }),
  );
  const panel = tableFromColumns(history.columns);
  const descriptives = planned.descriptives ? replicatedDescriptives(panel, family) : null;
  stepDone(false);
  const sample = family.regressionSample === "survivors" ? survivors(panel) : panel;
  const models: ReplicatedModel[] = [];
  for (const each of planned.models) {
    await breathe(signal);
    const model = replicatedModel(sample, family, each);
    models.push(model);
    stepDone(!model.ours.converged);
  }
  await breathe(signal);
  const selection = planned.selection ? repeatedSelection(sample, family) : null;
  if (selection !== null) stepDone(!selection.converged);
  const oddities = [
    ...(descriptives?.rows.flatMap((row) => row.oddities) ?? []),
    ...models.flatMap((model) => [...model.oddities, ...model.terms.flatMap((term) => term.oddities)]),
  ];
  return {
    kind: "regressions",
    paper: family.name,
    reference: family.reference,
    scenario: world,
    scale,
    firms: scenario.firms,
    seed,
    descriptives,
    models,
    selection,
    notes: notesOfCells(family, oddities),
  };
}

/** The same complaint with `--models` for the path. */
function chosenModels(family: Family, models: readonly string[]): readonly PlannedModel[] {
  try {
    return plannedModels(family, models);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    throw new InvalidInput({ path: "--models", found, expected, suggestion });
  }
}
