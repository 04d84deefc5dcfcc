import type { Preset } from "../family.ts";

/** Coefficients of Table 2, column C, for eq. (1) as the world itself. */
const equationOne = {
  decision: { kind: "dynamicProbit" },
  firms: 2000,
  // The pairs' index at the published controls, so that about 2 % of them are active.
  base: -2.6,
  stateDependence: 2.335,
  initialEffect: 1.581,
  firmEffectSd: 0,
  pairEffectSd: 0.5,
  // Eq. (1) has no destination effects, and no province-destination fit.
  destinationOffset: [0, 0, 0, 0],
  provinceDestinationFitSd: 0,
  peerMeasure: "stock",
  imitationSame: 0.039,
  imitationOther: -0.025,
  captiveSame: 0.044,
  captiveOther: -0.031,
};

export const presets: readonly Preset[] = [
  {
    name: "canello-2022",
    summary: "Firms that weigh, learn and imitate in Italian clothing and footwear, 2006–12",
    parameters: {
      qualitySd: 0.6,
      optimismBias: 0.5,
      vicariousPrecision: 0.25,
      vicariousQualityGain: 0.05,
      exitThreshold: 0.3,
      reshoringBarrier: 0.5,
      sortingSd: 0.25,
      shockSd: 0.3,
    },
  },
  {
    name: "canello-2022/eq1",
    summary: "Eq. (1) itself at the values of column C, in a world small enough to be stable",
    parameters: equationOne,
  },
  {
    name: "canello-2022/return",
    summary: "Entry by probit, return by a proportional hazard in continuous time",
    parameters: {
      ...equationOne,
      decision: { kind: "entryExit" },
      base: -2.2,
      initialEffect: 0,
      pairEffectSd: 0,
      hazard: { msePeersSameDestinationBeforeEntry: -0.05, msePeersBackshoringSameDestination: 0 },
    },
  },
  {
    name: "canello-2022/impostor",
    summary: "Nobody imitates: some destinations are popular, and some suit some provinces",
    parameters: {
      firms: 4000,
      imitationSame: 0,
      provinceDestinationFitSd: 0.3,
      qualitySd: 0.6,
      optimismBias: 0.5,
      exitThreshold: 0.3,
    },
  },
];
