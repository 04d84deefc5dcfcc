import type { Preset } from "../family.ts";
// By name, which an import attribute would forbid, so that a bundle holds the parameters without their calibration.
import { set as imitation } from "./calibrated/imitation.json";
import { set as noImitation } from "./calibrated/no-imitation.json";
import { quickCheckWorlds } from "./quickCheckWorlds.ts";
import { worlds } from "./worlds.ts";

/**
 * Coefficients of Table 2, column C, for eq. (1) as the world itself. The four peer coefficients are half the printed
 * ones: at 1,200 firms the printed 0.039 per peer can make the largest district explosive (reproduction number above 1).
 */
const equationOne = {
  decision: { kind: "dynamicProbit" },
  firms: 1200,
  base: -2.4,
  stateDependence: 2.335,
  initialEffect: 1.581,
  firmEffectSd: 0,
  pairEffectSd: 0.5,
  // Eq. (1) has no destination effects and no province-destination fit.
  destinationOffset: [0, 0, 0, 0],
  provinceDestinationFitSd: 0,
  peerMeasure: "stock",
  imitationSame: 0.0195,
  imitationOther: -0.0125,
  captiveSame: 0.022,
  captiveOther: -0.0155,
};

export const presets: readonly Preset[] = [
  {
    name: "canello-2022",
    summary:
      "Calibrated: firms that weigh, learn and imitate in Italian clothing and footwear, 2006–12 (docs/calibration.md)",
    parameters: imitation,
  },
  {
    name: "canello-2022/no-imitation",
    summary:
      "Calibrated to the same targets: popular destinations that suit some provinces, and nobody imitates",
    parameters: noImitation,
  },
  {
    name: "canello-2022/eq1",
    summary: "Eq. (1) itself at the values of column C, peer effects halved so that the world is stable",
    parameters: equationOne,
  },
  {
    name: "canello-2022/return",
    summary: "Entry by probit, return by a proportional hazard in continuous time",
    parameters: {
      ...equationOne,
      decision: { kind: "entryExit" },
      firms: 2000,
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
      firms: 1200,
      base: -3.3,
      stateDependence: 2.1,
      imitationSame: 0,
      provinceDestinationFitSd: 0.3,
      qualitySd: 0.6,
      optimismBias: 0.5,
      exitThreshold: 0.3,
    },
  },
  ...worlds,
  ...quickCheckWorlds,
];
