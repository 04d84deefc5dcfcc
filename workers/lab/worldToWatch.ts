import { checked, resolveScenario, scenarioSchema } from "../../scenarios/index.ts";
import { type WatchRequest, type WatchRun, yearsToWatch } from "../../sim/watch/index.ts";
import type { WorldToWatch } from "./watchJobs.ts";

export function worldToWatch(run: WatchRun, request: WatchRequest): WorldToWatch {
  const { factual, sameWorlds, scenario } = run;
  const { provinces, destinationNames, industryNames } = factual.world;
  const ready = resolveScenario(request.scenario);
  const first = scenario.firstYear - scenario.warmUpYears;
  return {
    provinces: provinces.map(({ code, name, region }) => ({ code, name, region })),
    destinations: destinationNames,
    industries: industryNames,
    firms: scenario.firms,
    years: Array.from({ length: yearsToWatch(run) }, (_, index) => first + index),
    firstRecorded: scenario.warmUpYears,
    sameWorlds,
    scenario,
    ready,
    popularity: alike(ready.destinationOffset)
      ? checked(scenarioSchema, {}, []).destinationOffset
      : ready.destinationOffset,
  };
}

function alike(offsets: readonly number[]): boolean {
  return offsets.every((offset) => offset === offsets[0]);
}
