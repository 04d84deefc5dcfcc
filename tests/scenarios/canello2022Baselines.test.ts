import { describe, expect, it } from "vitest";
import imitation from "../../scenarios/canello-2022/calibrated/imitation.json" with { type: "json" };
import imitationStart from "../../scenarios/canello-2022/calibrated/imitation.start.json" with {
  type: "json",
};
import noImitation from "../../scenarios/canello-2022/calibrated/no-imitation.json" with { type: "json" };
import noImitationStart from "../../scenarios/canello-2022/calibrated/no-imitation.start.json" with {
  type: "json",
};
import { resolveScenario } from "../../scenarios/index.ts";
import { worldAt } from "../../study/calibration/calibrate.ts";
import { parameterValue } from "../../study/calibration/calibrationParameter.ts";

const baselines = [
  { name: "canello-2022", file: imitation, start: imitationStart },
  { name: "canello-2022/no-imitation", file: noImitation, start: noImitationStart },
];

describe.each(baselines)("the calibrated world $name", ({ name, file, start }) => {
  it("is the one in its file, whether the file is read as a world or shipped as one", () => {
    expect(file.scenario).toBe(name);
    expect(resolveScenario(file.scenario, file.set)).toEqual(resolveScenario(name));
  });

  it("is where its search began, but for the parameters that were searched for", () => {
    const began = resolveScenario(start.scenario, start.set);
    const values = file.made.parameters.map(({ value }) => value);
    expect(worldAt(began, file.made.parameters, values)).toEqual(resolveScenario(name));
    const moved = file.made.parameters.filter(({ path, value }) => parameterValue(began, path) !== value);
    expect(moved).not.toEqual([]);
  });
});

describe("the world without imitation", () => {
  it("has nothing in it by which a firm follows or learns from its peers", () => {
    const world = resolveScenario("canello-2022/no-imitation");
    expect(world).toMatchObject({
      imitationSame: 0,
      imitationStay: 0,
      imitationOther: 0,
      imitationBackshore: 0,
      captiveSame: 0,
      captiveOther: 0,
      vicariousPrecision: 0,
      vicariousQualityGain: 0,
      destinationLearning: 0,
    });
    expect(resolveScenario("canello-2022").imitationSame).toBeGreaterThan(0);
  });
});
