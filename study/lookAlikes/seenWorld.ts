import { resolveScenario } from "../../scenarios/index.ts";
import { type Cause, type LookAlike, lookAlikes } from "../../scenarios/lab/lookAlikes.ts";
import { type PeerEffect, type RunKey, simulate, startTrack, type WorldTrack } from "../../sim/index.ts";
import { yearOfTrack } from "../../sim/watch/worldTrack.ts";
import { type PlainStatistics, plainStatistics } from "./plainStatistics.ts";

/** Which world of a cause: as it is, with every imitation off, or with its own cause off; all draws shared. */
export type Variant = "asItIs" | "noImitation" | "noCause";

/** What is seen of a world without a look at its parameters. */
export interface SeenWorld {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly region: string }[];
  /** Calendar years, the first before anything happens. */
  readonly years: readonly number[];
  /** Share of the firms abroad at the end of each year. */
  readonly shares: readonly number[];
  /** Firms and firms abroad by province, at the end of the last year. */
  readonly alive: readonly number[];
  readonly abroad: readonly number[];
  readonly statistics: PlainStatistics;
}

/** The draws of a history: those of the study that `lookAlikeDesign` makes with the same seed, so that its first replication is the world seen. */
export function lookAlikeKey(cause: Cause, seed: string, replication: number): RunKey {
  return { seed, condition: lookAlikes[cause].name, replication };
}

function scenarioOf(cause: Cause, variant: Variant) {
  const { scenario, set, withoutCause }: LookAlike = lookAlikes[cause];
  const off = variant === "noCause" ? withoutCause : variant === "noImitation" ? { imitationSame: 0 } : {};
  return resolveScenario(scenario, { ...set, ...off });
}

/** Runs a history of a cause and counts what can be counted. */
export function seenWorld(
  cause: Cause,
  seed: string,
  variant: Variant = "asItIs",
  replication = 1,
): SeenWorld {
  const scenario = scenarioOf(cause, variant);
  const track: WorldTrack = startTrack(scenario, lookAlikeKey(cause, seed, replication));
  const last = yearOfTrack(track, track.lastYear);
  const first = scenario.firstYear - scenario.warmUpYears;
  return {
    provinces: track.world.provinces.map(({ code, name, region }) => ({ code, name, region })),
    years: track.years.map((_, index) => first + index),
    shares: track.years.map(({ total }) => total.abroad / total.alive),
    alive: Array.from(last.alive),
    abroad: Array.from(last.abroad),
    statistics: plainStatistics(track, scenario.warmUpYears),
  };
}

/** The effect of one more peer in this history, by intervention. */
export function peerEffectOf(cause: Cause, seed: string): PeerEffect {
  const history = simulate(scenarioOf(cause, "asItIs"), lookAlikeKey(cause, seed, 1), { columns: [] });
  return history.truth.peerEffect;
}
