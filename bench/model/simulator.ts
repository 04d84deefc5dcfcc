import { resolveScenario, type Scenario } from "../../scenarios/index.ts";
import { advance, type RecordingOptions, startWorld } from "../../sim/index.ts";
import { type Implementation, key, model } from "./declaration.ts";

/**
 * The simulator itself, on a scenario in which nothing but offsets, state dependence and imitation is at work. The panel
 * has the columns that are named, by default all.
 */
export function simulator(name: string, panelYears: number, options: RecordingOptions = {}): Implementation {
  const scenario = asScenario(panelYears);
  return {
    name,
    found() {
      const world = startWorld(scenario, key, options);
      return {
        simulateYear: () => advance(world, 1, { recordTruth: false }),
        statuses: () => world.pairs.active,
      };
    },
  };
}

/** @param panelYears how many of the last years are written into the panel: none, or 2 to 5. */
function asScenario(panelYears: number): Scenario {
  const firstRecorded = model.years - panelYears;
  const { controls } = resolveScenario("canello-2022");
  return resolveScenario("canello-2022", {
    decision: { kind: "dynamicProbit" },
    firms: model.firms,
    provinceVintage: 103,
    provinceSizes: "equal",
    footwearShare: 0,
    warmUpYears: firstRecorded,
    firstYear: model.firstYear - 1 + firstRecorded,
    recordedYears: Math.max(3, panelYears + 1),
    base: model.base,
    destinationOffset: [...model.offset],
    stateDependence: model.stateDependence,
    peerMeasure: "stock",
    imitationSame: model.imitation,
    ...Object.fromEntries(Object.keys(controls).map((name) => [`controls.${name}`, 0])),
    firmEffectSd: 0,
    pairEffectSd: 0,
    sortingSd: 0,
    shockSd: 0,
    provinceDestinationFitSd: 0,
    captiveFirms: 0,
  });
}
