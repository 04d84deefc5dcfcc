import { type ClusterScenario, resolveClusterScenario } from "../../../scenarios/clusters/index.ts";
import { simulateClusters } from "../simulateClusters.ts";
import { type ModePolicy, type OrdinalCheck, ordinalChecks, type PolicyHistories } from "./ordinalChecks.ts";
import { type ShareOfSeeds, shareOfSeeds } from "./shareOfSeeds.ts";

/** A check in one world: how often the order held, and the mean of each side over the seeds in which it exists. */
export interface CheckResult extends ShareOfSeeds {
  readonly check: OrdinalCheck;
  readonly means: readonly number[];
}

const policies: readonly ModePolicy[] = [
  "choose",
  "exportOnly",
  "selective",
  "replicative",
  "highValue",
  "highValueMix",
];

/**
 * Every ordinal check in one world over `seeds` seeds, numbered from 1. The histories of one seed share their draws, so
 * that policies are compared on the same firms.
 *
 * @throws InvalidInput for an unknown world; RangeError without a seed.
 */
export function runChecks(
  world: string,
  seeds: number,
  set: Readonly<Record<string, unknown>> = {},
): CheckResult[] {
  const scenarios = policies.map((modePolicy) => resolveClusterScenario(world, { ...set, modePolicy }));
  const valuesOfSeeds = Array.from({ length: seeds }, (_, at) => {
    const histories = policyHistories(scenarios, at + 1);
    return ordinalChecks.map((check) => check.values(histories));
  });
  return ordinalChecks.map((check, at) => {
    const values = valuesOfSeeds.map((ofSeed) => ofSeed[at]);
    return { check, ...shareOfSeeds(values), means: check.sides.map((_, side) => meanOfSide(values, side)) };
  });
}

/** The condition is the same in every world, so worlds share their draws as well. */
function policyHistories(scenarios: readonly ClusterScenario[], replication: number): PolicyHistories {
  const [choose, exportOnly, selective, replicative, highValue, highValueMix] = scenarios.map((scenario) =>
    simulateClusters(scenario, { seed: "checks", condition: "clusters", replication }),
  );
  return { choose, exportOnly, selective, replicative, highValue, highValueMix };
}

function meanOfSide(values: readonly (readonly number[])[], side: number): number {
  const known = values.map((ofSeed) => ofSeed[side]).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
