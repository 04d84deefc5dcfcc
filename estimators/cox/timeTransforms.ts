import { log } from "../../numerics/elementary.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import type { CoxData } from "./coxData.ts";
import { buildRiskSets, type RiskSets } from "./riskSets.ts";

/** What a change of coefficients is supposed to be linear in. */
export type TimeTransform = "km" | "rank" | "identity" | "log";

/** g(t) of every slot, minus its mean over the events. */
export function transformedTimes(data: CoxData, riskSets: RiskSets, transform: TimeTransform): Float64Array {
  const g = riskSets.times.map(transformOf(data, transform));
  let sum = 0;
  riskSets.deaths.forEach((deaths, slot) => {
    if (deaths === 0) g[slot] = 0;
    sum += deaths * g[slot];
  });
  return g.map((value, slot) => (riskSets.deaths[slot] > 0 ? value - sum / riskSets.events : 0));
}

function transformOf(data: CoxData, transform: TimeTransform): (time: number) => number {
  switch (transform) {
    case "identity":
      return (time) => time;
    case "log": {
      const row = data.stop.findIndex((time, at) => data.event[at] === 1 && !(time > 0));
      if (row >= 0) {
        const expected = 'a positive time of event, for "log"';
        throw new InvalidInput({ path: `stop[${row}]`, found: String(data.stop[row]), expected });
      }
      return log;
    }
    case "rank":
      return averageRank(data.stop);
    case "km":
      return failedBefore(data);
  }
}

/** Rank of a time among those given, equal ones sharing their mean rank. */
function averageRank(times: Float64Array): (time: number) => number {
  const sorted = times.slice().sort();
  return (time) => {
    const below = firstIndex(sorted, (other) => other >= time);
    const upTo = firstIndex(sorted, (other) => other > time);
    return (below + upTo + 1) / 2;
  };
}

/** One minus the Kaplan–Meier estimate just before a time, in one stratum and without case weights, as R has it. */
function failedBefore({ matrix, start, stop, event }: CoxData): (time: number) => number {
  const { times, deaths, atRisk } = buildRiskSets({ matrix, stop, event, ...(start ? { start } : {}) });
  const before = new Float64Array(times.length);
  let survival = 1;
  for (let slot = 0; slot < times.length; slot++) {
    before[slot] = 1 - survival;
    if (deaths[slot] > 0) survival *= 1 - deaths[slot] / atRisk[slot];
  }
  return (time) => before[firstIndex(times, (other) => other >= time)];
}

/** The first position of a sorted array at which a condition holds that goes on holding. */
function firstIndex(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
