import type { Scenario } from "../../scenarios/index.ts";
import type { Decisions } from "../decisions/decide.ts";
import type { World } from "../world.ts";
import { type DormantTies, forgetTie } from "./dormantTie.ts";

/**
 * E4 · Re-entry: who kept a tie comes back more easily, to the supplier it knows.
 *
 *     index of starting += (reentryBoost + inwardBoost · 1{inward, E5}) · strength of the dormant tie
 *     expected quality   = knowledgeKept · belief + (1 − knowledgeKept) · prior       (behavioural only)
 *     at re-entry        : the old match, that expectation as belief, precision · knowledgeKept
 *
 * Unit: probit per tie; share. Defaults 1.5 (0 to 10; 0 to 2.5 plausible) and 0.8 (0 to 1), both [A]; off at
 * reentryBoost = 0, where paused pairs start like any other. Source: Freeman (2007), re-entry is faster through kept
 * ties; residual of the stock in Canello (2022), Table 1: 2 to 5 % of the stock a year.
 */
export function addReentryTerms(
  index: Float64Array,
  { paused, strength, inward }: DormantTies,
  { reentryBoost, inwardBoost }: Scenario,
): void {
  for (let pair = 0; pair < paused.length; pair++) {
    if (paused[pair] === 1) index[pair] += (reentryBoost + inwardBoost * inward[pair]) * strength[pair];
  }
}

/** What a paused firm expects of its old supplier. */
export function rememberedBelief({ pairs, scenario }: World, pair: number, prior: number): number {
  return scenario.knowledgeKept * pairs.belief[pair] + (1 - scenario.knowledgeKept) * prior;
}

/** Marks the pairs that are back, and wakes their ties. */
export function wakeTies(
  ties: DormantTies,
  { started, abroad }: Pick<Decisions, "started" | "abroad">,
): void {
  ties.reentered.fill(0);
  for (const pair of abroad) {
    if (started[pair] === 0 || ties.paused[pair] === 0) continue;
    ties.reentered[pair] = 1;
    forgetTie(ties, pair);
  }
}

/** Instead of a new match: the firm meets the supplier it had. `prior` is what a stranger would expect. */
export function resumeMatch(world: World, pair: number, prior: number): void {
  const { pairs, scenario } = world;
  pairs.belief[pair] = rememberedBelief(world, pair, prior);
  // A belief without doubt stays one; ∞ · 0 would be NaN.
  if (pairs.beliefPrecision[pair] !== Number.POSITIVE_INFINITY) {
    pairs.beliefPrecision[pair] *= scenario.knowledgeKept;
  }
}
