import type { Scenario } from "../../scenarios/index.ts";
import type { Hypothesis } from "../../scenarios/lab/hypotheses.ts";
import type { Truth } from "../../sim/index.ts";
import type { TrueAnswer } from "./conclusions.ts";

/**
 * What is true of a paper's claim in a simulated world: by intervention where the claim is about starting, else by the parameters that
 * could cause it.
 */
export function trueAnswer(claim: Hypothesis, scenario: Scenario, truth: Truth): TrueAnswer {
  const causes = claim.causes.flatMap(({ path, sign, onlyWith }) => {
    const works = isInForce(scenario, path) && sign * numberAt(scenario, path) > 0;
    if (onlyWith === undefined) return works ? [path] : [];
    return works && valueAt(scenario, onlyWith.path) === onlyWith.value ? [path, onlyWith.path] : [];
  });
  if (claim.truth === "peerEffectOnStarting") {
    const { entry } = truth.peerEffect;
    if (Number.isNaN(entry)) return { holds: null, effect: null, causes };
    return { holds: claim.sign * entry > 0, effect: entry, causes };
  }
  return { holds: causes.length > 0, effect: null, causes };
}

/** The answers to all claims by their ids. */
export function trueAnswers(
  claims: readonly Hypothesis[],
  scenario: Scenario,
  truth: Truth,
): ReadonlyMap<string, TrueAnswer> {
  return new Map(claims.map((claim) => [claim.id, trueAnswer(claim, scenario, truth)]));
}

/** Returns by hazard know no index of staying, and an index of staying no hazard; no client can be followed where there is none. */
function isInForce({ decision, captiveFirms }: Scenario, path: string): boolean {
  const byHazard = decision.kind === "entryExit";
  if (path.startsWith("hazard.")) return byHazard;
  if (path === "clientFollowing") return captiveFirms > 0;
  return path !== "imitationStay" || !byHazard;
}

function numberAt(scenario: Scenario, path: string): number {
  const found = valueAt(scenario, path);
  return typeof found === "number" ? found : 0;
}

/** What stands at a path; undefined where there is no such parameter. */
function valueAt(scenario: Scenario, path: string): unknown {
  let found: unknown = scenario;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === name)?.[1];
  }
  return found;
}
