import { resolveClusterScenario } from "../../../scenarios/clusters/index.ts";
import { type ClusterHistory, simulateClusters } from "../simulateClusters.ts";
import { type HistoryUnder, type ModePolicy, type OrdinalCheck, ordinalChecks } from "./ordinalChecks.ts";
import { type ShareOfSeeds, shareOfSeeds } from "./shareOfSeeds.ts";

/** A check in one world: how often the order held, and the mean of each side over the seeds in which it exists. */
export interface OrdinalCheckResult extends ShareOfSeeds {
  readonly check: OrdinalCheck;
  readonly means: readonly number[];
}

export interface OrdinalCheckOptions {
  /** How many; default 30. */
  readonly seeds?: number;
  /** Number of the first, the others follow it; default 1. */
  readonly firstSeed?: number;
  /** Parameters set on top of the world's. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Which checks; default all. */
  readonly checks?: readonly OrdinalCheck[];
}

/**
 * Ordinal checks in one world. The histories of one seed share their draws, so that policies are compared on the same
 * firms; so do the worlds.
 *
 * @throws InvalidInput for an unknown world or parameter; RangeError without a seed.
 */
export function runOrdinalChecks(
  world: string,
  { seeds = 30, firstSeed = 1, set = {}, checks = ordinalChecks }: OrdinalCheckOptions = {},
): OrdinalCheckResult[] {
  const valuesOfSeeds = Array.from({ length: seeds }, (_, at) =>
    ordinalValues(world, firstSeed + at, { set, checks }),
  );
  return ordinalResults(valuesOfSeeds, checks);
}

/** Of each check its sides in one seed. */
export type OrdinalValues = readonly (readonly number[])[];

/** One seed of `runOrdinalChecks`. */
export function ordinalValues(
  world: string,
  seed: number,
  { set = {}, checks = ordinalChecks }: Pick<OrdinalCheckOptions, "set" | "checks"> = {},
): OrdinalValues {
  const under = historiesOf(world, set, seed);
  return checks.map((check) => check.values(under));
}

/**
 * What `runOrdinalChecks` makes of its seeds.
 *
 * @throws RangeError without a seed.
 */
export function ordinalResults(
  valuesOfSeeds: readonly OrdinalValues[],
  checks: readonly OrdinalCheck[] = ordinalChecks,
): OrdinalCheckResult[] {
  return checks.map((check, at) => {
    const values = valuesOfSeeds.map((ofSeed) => ofSeed[at]);
    return { check, ...shareOfSeeds(values), means: check.sides.map((_, side) => meanOfSide(values, side)) };
  });
}

/** Simulates a policy when it is first asked for. */
function historiesOf(
  world: string,
  set: Readonly<Record<string, unknown>>,
  replication: number,
): HistoryUnder {
  const known = new Map<ModePolicy, ClusterHistory>();
  const key = { seed: "checks", condition: "clusters", replication };
  return (modePolicy) => {
    const history =
      known.get(modePolicy) ?? simulateClusters(resolveClusterScenario(world, { ...set, modePolicy }), key);
    known.set(modePolicy, history);
    return history;
  };
}

function meanOfSide(values: readonly (readonly number[])[], side: number): number {
  const known = values.map((ofSeed) => ofSeed[side]).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
