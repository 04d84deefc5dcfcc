import { type WatchRun, yearsToWatch } from "../../sim/index.ts";
import type { WorldToWatch } from "./watchJobs.ts";

export function worldToWatch(run: WatchRun): WorldToWatch {
  const { factual, beside, scenario } = run;
  const { provinces, destinationNames, industryNames } = factual.world;
  const first = scenario.firstYear - scenario.warmUpYears;
  return {
    provinces: provinces.map(({ code, name, region }) => ({ code, name, region })),
    destinations: destinationNames,
    industries: industryNames,
    firms: scenario.firms,
    years: Array.from({ length: yearsToWatch(run) }, (_, index) => first + index),
    firstRecorded: scenario.warmUpYears,
    sameWorlds: factual === beside,
  };
}
