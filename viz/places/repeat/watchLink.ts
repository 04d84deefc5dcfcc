import type { WatchRequest } from "../../../sim/index.ts";
import type { Intervention, LabState, ParameterValue } from "../../state/labState.ts";
import { readLink, writeLink } from "../../state/urlState.ts";
import { requestOf } from "../watch/request.ts";
import { setupOf } from "./setup.ts";

/**
 * The link that watches the very history of a replication; null where a parameter of it cannot stand in a link (a list of words), or
 * where “Watch” would show another history.
 *
 * @param history the world and the key, as the study has them.
 */
export function watchLink(state: LabState, history: Required<WatchRequest>): string | null {
  const { scenario, set, seed, condition, replication } = history;
  const own = setupOf(state);
  const parameters: Record<string, ParameterValue> = {};
  for (const [name, value] of Object.entries(own.study === "" ? { ...state.set, firms: own.firms } : set)) {
    if (!isParameterValue(value)) return null;
    parameters[name] = value;
  }
  const link = writeLink({
    ...state,
    place: "watch",
    world: own.study === "" ? own.world : scenario,
    set: parameters,
    seed,
    step: null,
    detail: {
      ...(replication === 1 ? {} : { replication: String(replication) }),
      ...(condition === scenario ? {} : { condition }),
    },
  });
  return sameHistory(requestOf(readLink(link).state), history) ? link : null;
}

function sameHistory(watched: WatchRequest, history: Required<WatchRequest>): boolean {
  const whole = { condition: watched.scenario, replication: 1, ...watched };
  return JSON.stringify(inOrder(whole)) === JSON.stringify(inOrder(history));
}

function inOrder({ scenario, set, seed, condition, replication }: Required<WatchRequest>): unknown[] {
  const sorted = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  return [scenario, sorted, seed, condition, replication];
}

function isParameterValue(value: unknown): value is ParameterValue {
  if (["number", "string", "boolean"].includes(typeof value)) return true;
  if (!Array.isArray(value)) return false;
  return value.every((each) => typeof each === "number") || value.every(isIntervention);
}

function isIntervention(value: unknown): value is Intervention {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each === "number" || typeof each === "string")
  );
}
