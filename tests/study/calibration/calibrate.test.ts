import { describe, expect, it } from "vitest";
import { type CalibrationTarget, InvalidInput, resolveScenario } from "../../../scenarios/index.ts";
import { type CalibrationRequest, calibrate, worldAt } from "../../../study/calibration/calibrate.ts";
import { assignments, parameterValue } from "../../../study/calibration/calibrationParameter.ts";

const scenario = resolveScenario("canello-2022/W2", {
  datedShocks: [
    { year: 2004, entry: 0.2 },
    { year: 2005, entry: 0.2, closure: 0.1 },
    { year: 2007, exit: 0.4 },
    { year: 2007, exit: 0.9, destination: "other" },
  ],
});

describe("a number of a scenario", () => {
  it("is found by its path, and set there without a change to the rest", () => {
    const values = new Map([
      ["base", -3.1],
      ["controls.size", 0.01],
      ["destinationOffset.eastAsia", -0.5],
      ["destinationOffset.other", -0.6],
      ["datedShocks.2004-2005.entry", 0.3],
      ["datedShocks.2007.exit", 0.5],
    ]);
    const world = resolveScenario("canello-2022/W2", assignments(scenario, values));
    for (const [path, value] of values) expect(parameterValue(world, path)).toBe(value);
    expect(world.destinationOffset.slice(0, 2)).toEqual(scenario.destinationOffset.slice(0, 2));
    expect(world.datedShocks.map(({ entry, exit, closure }) => [entry, exit, closure])).toEqual([
      [0.3, 0, 0],
      [0.3, 0, 0.1],
      [0, 0.5, 0],
      [0, 0.9, 0],
    ]);
  });

  it.each([
    ["bsae", /no such parameter/],
    ["controls", /a group of parameters/],
    ["destinationOffset", /a list/],
    ["destinationOffset.mars", /no such parameter/],
    ["peerMeasure", /a parameter that is "log"/],
    ["datedShocks.1999.exit", /no shock of these years/],
    ["datedShocks.2004-2007.entry", /shocks that differ in it/],
  ])("is refused with the reason where it is none: %s", (path, reason) => {
    expect(() => parameterValue(scenario, path)).toThrow(reason);
    expect(() => parameterValue(scenario, path)).toThrow(InvalidInput);
  });
});

const target = (name: string, measure: string, published: number): CalibrationTarget => ({
  name,
  meaning: "",
  published: "",
  tolerance: "",
  source: "",
  required: false,
  needs: "panel",
  parts: [{ measure, unit: "", published, from: published - 0.1, to: published + 0.1 }],
});

/** In place of a simulator: measures that are known functions of the world. */
function search(request: CalibrationRequest) {
  const searching = calibrate(request);
  const tried: number[][] = [];
  let step = searching.next();
  while (step.done !== true) {
    const { scenario, values } = step.value;
    tried.push([...values]);
    step = searching.next([
      { a: scenario.base + scenario.stateDependence, b: scenario.base - 1 },
      { a: scenario.base + scenario.stateDependence, b: scenario.base + 1 },
    ]);
  }
  return { result: step.value, tried };
}

const request: CalibrationRequest = {
  scenario,
  targets: [target("T1", "a", -0.6), target("T2", "b", -3.2)],
  parameters: [
    { path: "base", from: -4, to: -2 },
    { path: "stateDependence", from: 2, to: 3 },
  ],
  evaluations: 40,
};

describe("a calibration", () => {
  it("finds the parameters that give the published numbers in the mean over histories", () => {
    const { result } = search(request);
    expect(result.point[0]).toBeCloseTo(-3.2, 2);
    expect(result.point[1]).toBeCloseTo(2.6, 2);
    expect(result.scenario).toEqual(worldAt(scenario, request.parameters, result.point));
    expect(result.scenario.base).toBe(result.point[0]);
  });

  it("begins where the world is, and tries short decimals only", () => {
    const { tried } = search(request);
    expect(tried[0]).toEqual([scenario.base, scenario.stateDependence]);
    for (const value of tried.flat()) expect(String(value).length).toBeLessThanOrEqual(7);
  });

  it("refuses limits that do not enclose the world's own value, or that the parameter cannot have", () => {
    const limited = (path: string, from: number, to: number) => () =>
      search({ ...request, parameters: [{ path, from, to }] });
    expect(limited("base", -2, -1)).toThrow(/limits -2 and -1 around -2.9/);
    expect(limited("firmEffectSd", -1, 1)).toThrow(/0 to 5/);
  });
});
