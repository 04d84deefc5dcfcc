import type { Scenario } from "../../../scenarios/index.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { ParameterValue } from "../../state/labState.ts";

/** Why a control does nothing in a world: a key of the words. */
export type Reason = "noPeers" | "notBehavioural" | "hazardDecides";

export type SliderName =
  | "imitation"
  | "imitationStay"
  | "imitationFirm"
  | "peerYears"
  | "costShocks"
  | "demandShocks"
  | "qualitySpread"
  | "optimism"
  | "popularity"
  | "fit"
  | "firms"
  | "years";

/** A slider over one parameter. What is set is a parameter of the scenario, so that a link and a terminal understand it. */
export interface WatchSlider {
  readonly name: SliderName;
  /** Its parameter, by its path. */
  readonly path: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value of a world. */
  readonly read: (world: WorldToWatch, scenario: Scenario) => number;
  /** What the parameter is set to. */
  readonly write: (world: WorldToWatch, value: number) => ParameterValue;
  readonly idle: (scenario: Scenario) => Reason | null;
}

type NumberPath = {
  [Name in keyof Scenario]: Scenario[Name] extends number ? Name : never;
}[keyof Scenario];

const always = () => null;
const ifBehavioural = ({ decision }: Scenario): Reason | null =>
  decision.kind === "behavioural" ? null : "notBehavioural";
const ifNoHazard = ({ decision }: Scenario): Reason | null =>
  decision.kind === "entryExit" ? "hazardDecides" : null;
const ifPeersCount = ({ imitationSame, imitationStay }: Scenario): Reason | null =>
  imitationSame === 0 && imitationStay === 0 ? "noPeers" : null;

function slider(
  name: SliderName,
  path: NumberPath,
  [min, max, step]: readonly [number, number, number],
  idle: WatchSlider["idle"] = always,
): WatchSlider {
  return {
    name,
    path,
    min,
    max,
    step,
    idle,
    read: (_, scenario) => scenario[path],
    write: (_, value) => value,
  };
}

/** Peer measures with the largest weight on the slider, and the weight a change of measure begins with. */
export const peerMeasures = {
  log: { max: 1, usual: 0.28 },
  stock: { max: 0.1, usual: 0.02 },
  flow: { max: 0.5, usual: 0.1 },
  share: { max: 5, usual: 3 },
  threshold: { max: 2, usual: 0.5 },
  invertedU: { max: 0.1, usual: 0.02 },
} as const satisfies Readonly<
  Record<Scenario["peerMeasure"], { readonly max: number; readonly usual: number }>
>;

export type PeerMeasure = keyof typeof peerMeasures;

/** The sliders of a world, in their groups; those of imitation have the range of its peer measure. */
export function slidersOf(scenario: Scenario): {
  readonly imitation: readonly WatchSlider[];
  readonly causes: readonly WatchSlider[];
  readonly size: readonly WatchSlider[];
} {
  const { max } = peerMeasures[scenario.peerMeasure];
  const weight = [0, max, max / 100] as const;
  return {
    imitation: [
      slider("imitation", "imitationSame", weight),
      slider("imitationStay", "imitationStay", weight, ifNoHazard),
      slider("imitationFirm", "imitationFirm", [0, 1, 0.01]),
      slider("peerYears", "peerYears", [1, 5, 1], ifPeersCount),
    ],
    causes: [
      slider("demandShocks", "shockSd", [0, 1, 0.05]),
      slider("costShocks", "costShockSd", [0, 1, 0.05]),
      popularity,
      slider("fit", "provinceDestinationFitSd", [0, 1, 0.05]),
      slider("qualitySpread", "qualitySd", [0, 2, 0.05], ifBehavioural),
      slider("optimism", "optimismBias", [-1, 2, 0.05], ifBehavioural),
    ],
    size: [slider("firms", "firms", [1_000, 15_902, 1]), slider("years", "recordedYears", [3, 40, 1])],
  };
}

/** One factor on all location advantages: 0 for destinations that are alike. */
const popularity: WatchSlider = {
  name: "popularity",
  path: "destinationOffset",
  min: 0,
  max: 2,
  step: 0.05,
  idle: always,
  read({ popularity: offsets }, { destinationOffset }) {
    const at = offsets.reduce((best, each, index) => (each < (offsets[best] ?? 0) ? index : best), 0);
    return rounded((destinationOffset[at] ?? 0) / (offsets[at] ?? 1)) + 0;
  },
  write: ({ popularity: offsets }, factor) => offsets.map((offset) => rounded(offset * factor) + 0),
};

/** Numbers of firms that the slider of firms stops at; that of the world itself is among them. */
export function firmStops(current: number): readonly number[] {
  return [...new Set([1_000, 2_000, 4_000, 6_000, 8_000, 10_000, 12_000, 15_902, current])].sort(
    (one, other) => one - other,
  );
}

/** Three decimals, so that a link stays readable. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
