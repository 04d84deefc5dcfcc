import { type WatchWorld, watchWorlds } from "../../../scenarios/lab/watchWorlds.ts";
import type { WatchRequest } from "../../../sim/index.ts";
import type { LabState } from "../../state/labState.ts";

/** What a reader without a link sees. */
export const firstWorld = "herding";

/** A world by the name a link has for it: one of the lab's own, or any ready scenario. */
export function worldNamed(name: string): Pick<WatchWorld, "id" | "scenario" | "set"> {
  const id = name === "" ? firstWorld : name;
  return watchWorlds.find((world) => world.id === id) ?? { id, scenario: id, set: {} };
}

/** The history that a link names. Two states with equal requests show the same numbers. */
export function requestOf(state: Pick<LabState, "world" | "set" | "seed">): WatchRequest {
  const { scenario, set } = worldNamed(state.world);
  return { scenario, set: { ...set, ...state.set }, seed: state.seed };
}
