import type { Family } from "../../scenarios/index.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { type SpreadOverSeeds, spreadOverSeeds } from "../../study/replicate/spreadOverSeeds.ts";
import { progressDisplay } from "../progressDisplay.ts";
import { plannedReplication, type RegressionRequest, replicateHistory, stepsOf } from "./replicateHistory.ts";

/**
 * A family's first world, simulated once for each seed, and its published models fitted one after the other, with progress on
 * standard error. Of a history that is over only its results are kept.
 *
 * @param seeds one, or several for the spread over histories.
 * @throws Interrupted between two models; InvalidInput for a model that the paper has not.
 */
export async function replicateRegressions(
  family: Family,
  { seeds, ...request }: RegressionRequest & { readonly seeds: readonly string[] },
  signal: AbortSignal,
): Promise<RepeatedPaper | SpreadOverSeeds> {
  const planned = plannedReplication(family, request);
  const progress = progressDisplay(seeds.length * stepsOf(planned), process.stderr, "steps");
  let [done, failures] = [0, 0];
  const stepDone = (failed: boolean) => {
    done++;
    if (failed) failures++;
    progress.update(done, failures);
  };
  const histories: RepeatedPaper[] = [];
  try {
    for (const seed of seeds) histories.push(await replicateHistory(planned, seed, signal, stepDone));
  } finally {
    progress.stop();
  }
  const [first] = histories;
  if (first !== undefined && histories.length === 1) return first;
  return spreadOverSeeds(histories);
}
