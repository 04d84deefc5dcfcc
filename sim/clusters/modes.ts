import { type ClusterScenario, optionRatings } from "../../scenarios/clusters/index.ts";

/**
 * The governance modes of Gancarczyk & Gancarczyk (2017), Tables 2 and 3, by code, with what lies before, beside and
 * after them. `local` sells at home; `highValueMix` is export with part of the high-value outsourcing (proposition 2);
 * `following` went abroad with its focal firm, `abroadAlone` without it; `returned` is phase 4 of Table 1.
 */
export const modeNames = [
  "local",
  "exportMechanisation",
  "outsourceMaterials",
  "outsourceProcessing",
  "captiveSelective",
  "outsourceReplicative",
  "captiveReplicative",
  "exportNiche",
  "exportUpgrading",
  "outsourceHighValue",
  "captiveHighValue",
  "highValueMix",
  "following",
  "abroadAlone",
  "returned",
] as const;

export type ModeName = (typeof modeNames)[number];

export function modeCode(name: ModeName): number {
  return modeNames.indexOf(name);
}

/** What a firm may choose among: by cost (Table 2) and by differentiation (Table 3). */
export const costOptions = [1, 2, 3, 4, 5, 6] as const;
export const differentiationOptions = [7, 8, 9, 10] as const;

/** One entry a mode. Shares and ratings lie between 0 and 1. */
export interface ModeTable {
  /** D4: share of value added moved abroad, and of high-value work. */
  readonly movedShare: Float64Array;
  readonly highValueAbroad: Float64Array;
  readonly replicative: Uint8Array;
  /** D6: external links that the mode leads to. */
  readonly link: Float64Array;
  /** D5: complexity of the work done with partners. */
  readonly complexity: Float64Array;
  /** D2: ratings, steps of experience needed and fixed cost; 0 for modes that nobody chooses. */
  readonly feasibility: Float64Array;
  readonly leak: Float64Array;
  readonly step: Float64Array;
  readonly fixedCost: Float64Array;
  /** Phase of Table 1: 0 none, 1 exporting, 2 outsourcing, 3 captive, 4 back home. */
  readonly phase: Uint8Array;
}

/** Steps [A]: materials 0, processing and what is like it 1, captive 2. Fixed cost [A]: captive 1. */
const stepOf: Partial<Record<ModeName, number>> = {
  outsourceProcessing: 1,
  outsourceReplicative: 1,
  outsourceHighValue: 1,
  captiveSelective: 2,
  captiveReplicative: 2,
  captiveHighValue: 2,
};
const fixedCostOf: Partial<Record<ModeName, number>> = {
  outsourceMaterials: 0.1,
  outsourceProcessing: 0.2,
  outsourceReplicative: 0.5,
  outsourceHighValue: 0.3,
  captiveSelective: 1,
  captiveReplicative: 1,
  captiveHighValue: 1,
};

/**
 * D4 · Selective or replicative: what each mode moves.
 *
 *     moved share: materials selectiveShare / 2; processing, captive selective, high value selectiveShare;
 *                  mix selectiveShare · mixShare; replicative modes, following and abroad alone 1
 *
 * Of high-value work the modes of Table 3 move the same share, replicative ones and firms that went abroad themselves
 * all, the other modes none. Default selectiveShare 0.4, mixShare 0.5 (0 to 1), [A].
 */
export function modeTable({ selectiveShare, mixShare, lowValueComplexity }: ClusterScenario): ModeTable {
  const ratings = new Map(optionRatings().map((rating) => [rating.option, rating]));
  const rated = (name: ModeName) => ratings.get(name);
  const column = (value: (name: ModeName) => number) => Float64Array.from(modeNames, value);
  const flags = (value: (name: ModeName) => number) => Uint8Array.from(modeNames, value);
  const isReplicative = (name: ModeName) => name.endsWith("Replicative");
  const isAway = (name: ModeName) => name === "following" || name === "abroadAlone";
  const highValue = (name: ModeName) => {
    if (name === "highValueMix") return selectiveShare * mixShare;
    return name.endsWith("HighValue") ? selectiveShare : 0;
  };
  const moved = (name: ModeName) => {
    if (isReplicative(name) || isAway(name)) return 1;
    if (name === "outsourceMaterials") return selectiveShare / 2;
    if (name === "outsourceProcessing" || name === "captiveSelective") return selectiveShare;
    return highValue(name);
  };
  return {
    movedShare: column(moved),
    highValueAbroad: column((name) => (isReplicative(name) || isAway(name) ? 1 : highValue(name))),
    replicative: flags((name) => (isReplicative(name) ? 1 : 0)),
    link: column((name) => linkOf(name, mixShare, (option) => rated(option)?.avoidLockIn ?? 0)),
    complexity: column((name) => {
      if (highValue(name) > 0) return 1;
      return moved(name) > 0 || name === "local" || name === "returned" ? lowValueComplexity : 0;
    }),
    feasibility: column((name) => rated(name)?.feasibility ?? 0),
    leak: column((name) => 1 - (rated(name)?.protectCore ?? 1)),
    step: column((name) => stepOf[name] ?? 0),
    fixedCost: column((name) => fixedCostOf[name] ?? 0),
    phase: flags(phaseOf),
  };
}

/** The mix has its part of the links of high-value outsourcing; going abroad alone those of outsourced processing. */
function linkOf(name: ModeName, mixShare: number, rating: (name: ModeName) => number): number {
  if (name === "highValueMix") return mixShare * rating("outsourceHighValue");
  if (name === "abroadAlone") return rating("outsourceProcessing");
  return rating(name);
}

function phaseOf(name: ModeName): number {
  if (name === "local") return 0;
  if (name === "returned") return 4;
  if (name.startsWith("export")) return 1;
  return name.startsWith("captive") ? 3 : 2;
}
