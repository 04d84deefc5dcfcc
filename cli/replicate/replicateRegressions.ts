import { setImmediate } from "node:timers/promises";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { type Family, InvalidInput, resolveScenario } from "../../scenarios/index.ts";
import { type PlannedModel, plannedModels } from "../../study/replicate/plannedModels.ts";
import { notesOfCells, type RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { replicatedDescriptives } from "../../study/replicate/replicatedDescriptives.ts";
import { type ReplicatedModel, replicatedModel } from "../../study/replicate/replicatedModel.ts";
import { Interrupted } from "../failure.ts";
import { memoryLimit, refuseTooLarge, withinMemory } from "../panelMemory.ts";
import { progressDisplay } from "../progressDisplay.ts";
import { simulateByYear } from "../simulateByYear.ts";

export interface RegressionRequest {
  readonly scale: number;
  readonly seed: string;
  /** Empty for every published model. */
  readonly models: readonly string[];
}

/**
 * One history of a family's first world, its published models fitted one after the other, with progress on standard error.
 *
 * @throws Interrupted between two models; InvalidInput for a model that the paper has not.
 */
export async function replicateRegressions(
  family: Family,
  { scale, seed, models }: RegressionRequest,
  signal: AbortSignal,
): Promise<RepeatedPaper> {
  const planned = chosenModels(family, models);
  const world = family.presets[0]?.name ?? family.name;
  const firms = Math.max(1, Math.round(scale * resolveScenario(world).firms));
  const scenario = resolveScenario(world, { firms });
  refuseTooLarge(scenario, "--scale", 1, memoryLimit());
  const progress = progressDisplay(planned.length + 1, process.stderr, "steps");
  let failures = 0;
  try {
    const key = { seed, condition: world, replication: 1 };
    const { history } = await withinMemory(scenario, () =>
      simulateByYear(scenario, key, { counterfactual: false, signal }),
    );
    const panel = tableFromColumns(history.columns);
    const descriptives = models.length === 0 ? replicatedDescriptives(panel, family) : null;
    progress.update(1, 0);
    const fitted: ReplicatedModel[] = [];
    for (const each of planned) {
      await setImmediate();
      if (signal.aborted) throw new Interrupted();
      const model = replicatedModel(panel, family, each);
      fitted.push(model);
      if (!model.ours.converged) failures++;
      progress.update(1 + fitted.length, failures);
    }
    const oddities = [
      ...(descriptives?.rows.flatMap((row) => row.oddities) ?? []),
      ...fitted.flatMap((model) => [...model.oddities, ...model.terms.flatMap((term) => term.oddities)]),
    ];
    return {
      kind: "regressions",
      paper: family.name,
      reference: family.reference,
      scenario: world,
      scale,
      firms,
      seed,
      descriptives,
      models: fitted,
      notes: notesOfCells(family, oddities),
    };
  } finally {
    progress.stop();
  }
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
