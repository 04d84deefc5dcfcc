import { clusterScenarioNames, resolveClusterScenario } from "../../scenarios/clusters/index.ts";
import type { Family } from "../../scenarios/index.ts";
import { type OrdinalValues, ordinalResults, ordinalValues } from "../../sim/index.ts";
import { checkPropositions, checkTargets, type MeasuredWorlds } from "../propositions.ts";

/** A published figure, or a claim in words, beside what many histories give. */
export interface RepeatedClaim {
  /** `target`, or the name of the proposition. */
  readonly of: string;
  readonly measure: string;
  readonly world: string;
  /** What would agree with the paper. */
  readonly expected: string;
  /** Mean over histories. */
  readonly found: number;
  /** Of a proposition: what is found less what it is compared with, history by history; null of a target. */
  readonly difference: number | null;
  /** Monte Carlo standard error of the difference; of what is found where there is none. */
  readonly monteCarloError: number;
  /** Histories in which the measure had a value. */
  readonly histories: number;
  /** Null where the histories are too few to tell. */
  readonly holds: boolean | null;
}

/** A paper without regressions: its figures and claims in the family's worlds. */
export interface RepeatedClaims {
  readonly kind: "claims";
  readonly paper: string;
  readonly reference: string;
  readonly scale: number;
  readonly seed: string;
  readonly claims: readonly RepeatedClaim[];
  readonly notSimulated: readonly { readonly of: string; readonly what: string }[];
}

/** Worlds that the claims of a family are about, each once. */
export function worldsOfClaims({ presets, targets = [], propositions = [] }: Family): readonly string[] {
  const checks = propositions.flatMap((proposition) => proposition.checks);
  const first = targets.length === 0 ? [] : presets.slice(0, 1).map(({ name }) => name);
  const others = checks.flatMap(({ world, than }) =>
    typeof than === "number" ? [world] : [world, than.world],
  );
  return [...new Set([...first, ...others])];
}

/** The claims of a family held against measured histories. */
export function repeatedClaims(
  family: Family,
  { scale, seed }: { readonly scale: number; readonly seed: string },
  measure: MeasuredWorlds,
): RepeatedClaims {
  const targets = checkTargets(family, measure).map(
    ({ target, mean, monteCarloError, histories, holds }) => ({
      of: "target",
      measure: target.name,
      world: family.presets[0]?.name ?? family.name,
      expected: `${target.from} to ${target.to} (${target.unit}; published: ${target.published})`,
      found: mean,
      difference: null,
      monteCarloError,
      histories,
      holds,
    }),
  );
  const propositions = checkPropositions(family, measure).map(
    ({ proposition, check, found, comparison, difference, holds }) => ({
      of: proposition.name,
      measure: check.measure,
      world: check.world,
      expected:
        typeof check.than === "number"
          ? `${check.is} ${check.than}`
          : `${check.is} ${Number(comparison.toPrecision(3))} in ${check.than.world}`,
      found: found.mean,
      difference: difference.mean,
      monteCarloError: difference.monteCarloError,
      histories: difference.histories,
      holds,
    }),
  );
  const notSimulated = (family.propositions ?? []).flatMap(({ name, notSimulated: what }) =>
    what === "" ? [] : [{ of: name, what }],
  );
  const { name: paper, reference } = family;
  return {
    kind: "claims",
    paper,
    reference,
    scale,
    seed,
    claims: [...targets, ...propositions],
    notSimulated,
  };
}

/** Orders that a paper implies, and in which share of the seeds each held. */
export interface RepeatedOrders {
  readonly kind: "orders";
  readonly paper: string;
  readonly reference: string;
  readonly world: string;
  readonly scale: number;
  /** The first of the seeds, which are numbered upwards. */
  readonly firstSeed: number;
  readonly orders: readonly {
    readonly of: string;
    readonly quantity: string;
    /** From the highest to the lowest, as the paper has them, and their means over seeds. */
    readonly sides: readonly string[];
    readonly means: readonly number[];
    readonly share: number;
    readonly monteCarloError: number;
    /** Where it held always or never: the exact 97.5 % bound of the share. */
    readonly bound: number | null;
    readonly seeds: number;
    readonly undecided: number;
  }[];
}

/** The world that the orders of a family are looked for in, and how many clusters of it. */
export function worldOfOrders(family: Family, scale: number): { world: string; clusters: number } {
  const world =
    clusterScenarioNames().find((name) => name === family.clusterPresets?.[0]?.name) ?? family.name;
  const clusters = Math.max(1, Math.round(scale * resolveClusterScenario(world).clusters));
  return { world, clusters };
}

/** One seed of the checks, for `repeatedOrders`. @throws InvalidInput where the family has no worlds of clusters. */
export function orderValues(family: Family, scale: number, seed: number): OrdinalValues {
  const { world, clusters } = worldOfOrders(family, scale);
  return ordinalValues(world, seed, { set: { clusters } });
}

/**
 * @param values `orderValues` of the seeds from `firstSeed` on.
 * @throws RangeError without a seed.
 */
export function repeatedOrders(
  family: Family,
  { scale, firstSeed = 1 }: { readonly scale: number; readonly firstSeed?: number },
  values: readonly OrdinalValues[],
): RepeatedOrders {
  const { world } = worldOfOrders(family, scale);
  const orders = ordinalResults(values).map(({ check, ...result }) => {
    const { share, monteCarloError, bound, seeds: held, undecided, means } = result;
    const { of, quantity, sides } = check;
    return { of, quantity, sides, means, share, monteCarloError, bound, seeds: held, undecided };
  });
  const { name: paper, reference } = family;
  return { kind: "orders", paper, reference, world, scale, firstSeed, orders };
}
