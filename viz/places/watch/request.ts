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

/** The largest number of a replication that a link may name. */
export const mostReplications = 1_000_000;

/** A whole number from 1, without a leading zero. */
export function isReplication(text: string): boolean {
  return /^[1-9]\d{0,6}$/.test(text) && Number(text) <= mostReplications;
}

type Named = Pick<LabState, "world" | "set" | "seed"> & Partial<Pick<LabState, "detail">>;

/**
 * The history that a link names: the first of its world and seed, or with `x.replication` and `x.condition` the one that a study
 * drew. Two states with equal requests show the same numbers.
 */
export function requestOf({ world, set: moved, seed, detail = {} }: Named): WatchRequest {
  const { scenario, set } = worldNamed(world);
  const { replication = "1", condition = scenario } = detail;
  return {
    scenario,
    set: { ...set, ...moved },
    seed,
    ...(condition === scenario ? {} : { condition }),
    ...(replication === "1" || !isReplication(replication) ? {} : { replication: Number(replication) }),
  };
}

/** The details of a link without the history of a study that it names. */
export function withoutKey({
  replication: _,
  condition: __,
  ...others
}: LabState["detail"]): LabState["detail"] {
  return others;
}

/** Whether `bandwagon simulate` can draw a history: it knows neither a condition nor a replication. */
export function isFirstHistory({ scenario, condition = scenario, replication = 1 }: WatchRequest): boolean {
  return condition === scenario && replication === 1;
}

/** Whether firms may imitate others, as far as a request tells: until the simulator has read its scenario. */
export function mayImitate({ scenario, set }: WatchRequest): boolean {
  const own = watchWorlds.some((world) => world.scenario === scenario);
  return !own || Object.entries(set).some(([name, value]) => name.startsWith("imitation") && value !== 0);
}
