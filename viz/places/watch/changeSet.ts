import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { Intervention, LabState, ParameterValue } from "../../state/labState.ts";
import { worldNamed } from "./request.ts";

/** What the world of a link has for a parameter before the reader sets it. */
export function presetValue(state: Pick<LabState, "world">, world: WorldToWatch, path: string): unknown {
  const { set } = worldNamed(state.world);
  if (path in set) return set[path];
  return path
    .split(".")
    .reduce<unknown>(
      (inner, name) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined),
      world.ready,
    );
}

/** The set with one parameter changed; one that is as in the world again is left out, so that links hold what differs. */
export function withParameter(
  state: Pick<LabState, "world" | "set">,
  world: WorldToWatch,
  path: string,
  value: ParameterValue,
): LabState["set"] {
  const { [path]: _, ...others } = state.set;
  return JSON.stringify(presetValue(state, world, path)) === JSON.stringify(value)
    ? others
    : { ...others, [path]: value };
}

export type InterventionKind = "pioneers" | "datedShocks";

/** The pioneers or the shocks of the history: those the reader set, or those of the world. */
export function interventionsOf(
  state: Pick<LabState, "world" | "set">,
  kind: InterventionKind,
): readonly Intervention[] {
  const found = state.set[kind] ?? worldNamed(state.world).set[kind] ?? [];
  // A parameter of these names is a list of such objects wherever the schema accepts it; anything else is refused by the simulator.
  return Array.isArray(found) ? (found as readonly Intervention[]) : [];
}

export function withIntervention(
  state: Pick<LabState, "world" | "set">,
  world: WorldToWatch,
  kind: InterventionKind,
  added: Intervention,
): LabState["set"] {
  return withParameter(state, world, kind, [...interventionsOf(state, kind), added]);
}

export function withoutIntervention(
  state: Pick<LabState, "world" | "set">,
  world: WorldToWatch,
  kind: InterventionKind,
  at: number,
): LabState["set"] {
  const left = interventionsOf(state, kind).filter((_, each) => each !== at);
  return withParameter(state, world, kind, left);
}
