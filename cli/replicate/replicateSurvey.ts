import { setImmediate } from "node:timers/promises";
import type { Table } from "../../panel/table.ts";
import { type Family, InvalidInput } from "../../scenarios/index.ts";
import { type RepeatedSurvey, repeatedSurvey, surveyedWorlds } from "../../study/replicate/repeatedSurvey.ts";
import { simulatedSurvey, surveyedWorld } from "../../study/survey/surveyTable.ts";
import { Interrupted } from "../failure.ts";
import { progressDisplay } from "../progressDisplay.ts";

export interface SurveyRequestOptions {
  readonly scale: number;
  readonly seed: string;
  /** Of each world, a survey at the end of each. */
  readonly histories: number;
  readonly models: readonly string[];
}

/**
 * A paper that is a survey: histories of each of its worlds, firms asked at the end of each, with progress on standard error.
 *
 * @throws InvalidInput where models are asked for; Interrupted between two histories.
 */
export async function replicateSurvey(
  family: Family,
  { scale, seed, histories, models }: SurveyRequestOptions,
  signal: AbortSignal,
): Promise<RepeatedSurvey> {
  if (models.length > 0) {
    throw new InvalidInput({
      path: "--models",
      found: models.join(","),
      expected: `nothing: ${family.name} has no regression`,
    });
  }
  const worlds = surveyedWorlds(family);
  const surveys = new Map<string, Table[]>();
  let firms = 0;
  let done = 0;
  const progress = progressDisplay(worlds.length * histories, process.stderr, "surveys");
  try {
    for (const world of worlds) {
      const asked = surveyedWorld(world, scale);
      if (surveys.size === 0) firms = asked.scenario.firms;
      const ofWorld: Table[] = [];
      surveys.set(world, ofWorld);
      for (let replication = 1; replication <= histories; replication++) {
        await setImmediate();
        if (signal.aborted) throw new Interrupted();
        // One condition for all worlds: they share every draw.
        ofWorld.push(simulatedSurvey(asked, { seed, condition: "common", replication }));
        progress.update(++done, 0);
      }
    }
  } finally {
    progress.stop();
  }
  return repeatedSurvey(family, { scale, firms, seed }, (world) => surveys.get(world) ?? []);
}
