import { createHash } from "node:crypto";
import { describeScenario, resolveScenario, type Scenario } from "../../scenarios/index.ts";
import { advance, historyOf, startWorld, yearsOf } from "../../sim/index.ts";
import type { RunKey, SimulatedHistory } from "../../sim/run.ts";
import type { World } from "../../sim/world.ts";

export type Kind = Scenario["decision"]["kind"];
export const kinds: readonly Kind[] = ["dynamicProbit", "entryExit", "behavioural"];
export type Parameters = Readonly<Record<string, unknown>>;

export function key(replication = 0): RunKey {
  return { seed: "tests", condition: "world", replication };
}

const neutral = Object.fromEntries(
  describeScenario("canello-2022")
    .filter((row) => row.neutral !== undefined)
    .map((row) => [row.path, row.neutral]),
);

/** A small world in which every mechanism is at its neutral value, unless set. */
export function quietWorld(kind: Kind, set: Parameters = {}): Scenario {
  return resolveScenario("canello-2022", {
    ...neutral,
    "decision.kind": kind,
    provinceSizes: "mixture",
    surveyRule: "balanced",
    firms: 100,
    warmUpYears: 3,
    base: -1.2,
    ...set,
  });
}

const everything = {
  surveyRule: "balanced",
  footwearEffect: 0.1,
  destinationOffset: [0, -0.1, -0.2, -0.3],
  destinationTrend: [0.02, 0.03, -0.05, -0.11],
  provinceDestinationFitSd: 0.2,
  stateDependence: 1.2,
  initialEffect: 0.4,
  firmEffectSd: 0.3,
  pairEffectSd: 0.3,
  sortingSd: 0.2,
  shockSd: 0.3,
  costShockSd: 0.2,
  imitationSame: 0.1,
  imitationStay: 0.05,
  imitationOther: -0.02,
  imitationBackshore: 0.1,
  keepsDomesticShare: 0.3,
  baseErosion: 0.3,
  baseRecovery: 0.2,
  reshoringBarrier: 0.5,
  captiveFirms: 174,
  captiveSame: 0.05,
  captiveOther: -0.02,
  destinationLearning: 0.03,
  clientFollowing: 0.4,
  qualityMean: [0, 0.1, -0.1, 0],
  qualitySd: 0.6,
  optimismBias: 0.3,
  vicariousPrecision: 0.25,
  vicariousQualityGain: 0.05,
  volumePeer: 0.1,
  commitment: 0.2,
  exitThreshold: 0.2,
  hiddenCost: 0.2,
  experiencePrecision: 0.5,
  hazardTenure: -0.1,
  pauseShare: 0.4,
  tieDecay: 0.25,
  reentryBoost: 0.8,
  knowledgeKept: 0.7,
  volumeCut: 0.6,
  legitimacy: 0.02,
  competition: 0.001,
  exitDeterrence: 0.05,
  "hazard.size": -0.016,
  "hazard.domesticOutsourcingExperience": 0.3,
  "hazard.msePeersSameDestinationBeforeEntry": -0.05,
  "hazard.msePeersBackshoringSameDestination": 0.2,
  "hazard.msePeersBackshoringOtherDestinations": -0.1,
  "controls.size": 0.005,
  "controls.supplier": -0.162,
  "controls.exportingExperience": 0.045,
  "controls.migrantFirmShare": -0.015,
  datedShocks: [
    { year: 2007, exit: 0.4 },
    { year: 2009, closure: 0.117, entry: -0.2, destination: "eastAsia" },
  ],
};

/** A small world in which every mechanism is at work. */
export function busyWorld(kind: Kind, set: Parameters = {}): Scenario {
  return quietWorld(kind, { ...everything, ...set });
}

/** A finished world with the state of its pairs at the end of every simulated year. */
export interface Watched {
  readonly world: World;
  readonly history: SimulatedHistory;
  /** Status by pair, by calendar year; nobody is abroad before the first entry. */
  readonly active: ReadonlyMap<number, Uint8Array>;
  /** Status of captive firm × destination, by calendar year. */
  readonly captives: ReadonlyMap<number, Uint8Array>;
  readonly alive: ReadonlyMap<number, Uint8Array>;
}

export function watch(scenario: Scenario, runKey = key()): Watched {
  const world = startWorld(scenario, runKey);
  const active = new Map<number, Uint8Array>();
  const captives = new Map<number, Uint8Array>();
  const alive = new Map<number, Uint8Array>();
  for (let year = 0; year < yearsOf(scenario); year++) {
    advance(world, 1);
    active.set(world.year, world.pairs.active.slice());
    captives.set(world.year, world.captives.active.slice());
    alive.set(world.year, world.firms.alive.slice());
  }
  return { world, history: historyOf(world), active, captives, alive };
}

export function values(history: SimulatedHistory, name: string): ArrayLike<number> {
  const found = history.columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`no column ${name}`);
  return found.values;
}

/** The panel's columns by name. */
export function panelOf(history: SimulatedHistory): Record<string, ArrayLike<number>> {
  return Object.fromEntries(history.columns.map((column) => [column.name, column.values]));
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** A checksum of the bytes of a column. */
export function columnChecksum(values: SimulatedHistory["columns"][number]["values"]): string {
  return createHash("sha256")
    .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    .digest("hex");
}

/** One word for every byte of the panel, the effect of a peer and the diagnostics. */
export function fingerprint(history: SimulatedHistory): string {
  const columns = history.columns.map((column) => [column.name, columnChecksum(column.values)]);
  return JSON.stringify([columns, history.truth.peerEffect, history.diagnostics]);
}
