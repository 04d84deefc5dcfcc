import { type Family, InvalidInput, resolveScenario } from "../../scenarios/index.ts";
import type { OrdinalValues } from "../../sim/index.ts";
import { type HistoryMeasures, measuredBy, measuresOfHistory } from "../../study/propositions.ts";
import {
  orderValues,
  type RepeatedClaims,
  type RepeatedOrders,
  repeatedClaims,
  repeatedOrders,
  worldsOfClaims,
} from "../../study/replicate/repeatedClaims.ts";
import { breathe } from "../breathe.ts";
import { progressDisplay } from "../progressDisplay.ts";
import { wholeSeed } from "./seedsFrom.ts";

export interface ClaimsRequest {
  readonly scale: number;
  readonly seed: string;
  /** Of each world. */
  readonly histories: number;
  readonly models: readonly string[];
}

/**
 * A paper without regressions: its targets and propositions over some histories of each world.
 *
 * @throws InvalidInput where models are asked for; Interrupted between two histories.
 */
export async function replicateClaims(
  family: Family,
  { scale, seed, histories, models }: ClaimsRequest,
  signal: AbortSignal,
): Promise<RepeatedClaims> {
  refuseModels(family, models);
  const worlds = worldsOfClaims(family);
  const firms = Math.max(1, Math.round(scale * resolveScenario(worlds[0] ?? family.name).firms));
  const measured = new Map<string, HistoryMeasures[]>(worlds.map((world) => [world, []]));
  const progress = progressDisplay(worlds.length * histories, process.stderr, "histories");
  let done = 0;
  try {
    for (const [world, ofWorld] of measured) {
      for (let replication = 1; replication <= histories; replication++) {
        await breathe(signal);
        ofWorld.push(measuresOfHistory(world, replication, { seed, set: { firms } }));
        progress.update(++done, 0);
      }
    }
  } finally {
    progress.stop();
  }
  const measure = measuredBy((world) => measured.get(world) ?? []);
  return repeatedClaims(family, { scale, seed }, measure);
}

/**
 * A paper without numbers: its orders over histories numbered from the seed on.
 *
 * @throws InvalidInput where models are asked for, or the seed is no whole number; Interrupted between two histories.
 */
export async function replicateOrders(
  family: Family,
  { scale, seed, histories, models }: ClaimsRequest,
  signal: AbortSignal,
): Promise<RepeatedOrders> {
  refuseModels(family, models);
  const firstSeed = wholeSeed(seed);
  const progress = progressDisplay(histories, process.stderr, "seeds");
  const values: OrdinalValues[] = [];
  try {
    while (values.length < histories) {
      await breathe(signal);
      values.push(orderValues(family, scale, firstSeed + values.length));
      progress.update(values.length, 0);
    }
  } finally {
    progress.stop();
  }
  return repeatedOrders(family, { scale, firstSeed }, values);
}

function refuseModels(family: Family, models: readonly string[]): void {
  if (models.length === 0) return;
  throw new InvalidInput({
    path: "--models",
    found: models.join(","),
    expected: `nothing: ${family.name} has no regression`,
  });
}
