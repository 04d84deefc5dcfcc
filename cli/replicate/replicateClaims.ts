import { setImmediate } from "node:timers/promises";
import { type Family, InvalidInput, resolveScenario } from "../../scenarios/index.ts";
import { measuredWorlds } from "../../study/propositions.ts";
import {
  type RepeatedClaims,
  type RepeatedOrders,
  repeatedClaims,
  repeatedOrders,
  worldsOfClaims,
} from "../../study/replicate/repeatedClaims.ts";
import { Interrupted } from "../failure.ts";
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
 * @throws InvalidInput where models are asked for; Interrupted between two worlds.
 */
export async function replicateClaims(
  family: Family,
  { scale, seed, histories, models }: ClaimsRequest,
  signal: AbortSignal,
): Promise<RepeatedClaims> {
  refuseModels(family, models);
  const worlds = worldsOfClaims(family);
  const firms = Math.max(1, Math.round(scale * resolveScenario(worlds[0] ?? family.name).firms));
  const measure = measuredWorlds({ replications: histories, seed, set: { firms } });
  const [anyMeasure = ""] = (family.propositions ?? []).flatMap(({ checks }) =>
    checks.map((check) => check.measure),
  );
  const progress = progressDisplay(worlds.length, process.stderr, "worlds");
  try {
    for (const [at, world] of worlds.entries()) {
      await setImmediate();
      if (signal.aborted) throw new Interrupted();
      // All measures of a world are taken when the first is asked for.
      measure(world, anyMeasure);
      progress.update(at + 1, 0);
    }
  } finally {
    progress.stop();
  }
  return repeatedClaims(family, { scale, seed }, measure);
}

/**
 * A paper without numbers: its orders over histories numbered from the seed on.
 *
 * @throws InvalidInput where models are asked for, or the seed is no whole number.
 */
export function replicateOrders(
  family: Family,
  { scale, seed, histories, models }: ClaimsRequest,
): RepeatedOrders {
  refuseModels(family, models);
  return repeatedOrders(family, { scale, seeds: histories, firstSeed: wholeSeed(seed) });
}

function refuseModels(family: Family, models: readonly string[]): void {
  if (models.length === 0) return;
  throw new InvalidInput({
    path: "--models",
    found: models.join(","),
    expected: `nothing: ${family.name} has no regression`,
  });
}
