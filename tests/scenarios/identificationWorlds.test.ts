import { describe, expect, it } from "vitest";
import { describeParameters } from "../../scenarios/describe.ts";
import { checked, resolveScenario, scenarioNames, scenarioSchema } from "../../scenarios/index.ts";
import { simulate } from "../../sim/index.ts";
import { key } from "../sim/worlds.ts";

const names = scenarioNames().filter((name) => name.startsWith("canello-2022/W"));
/** What each world has that W2, popular destinations and nothing else, has not. */
const own: Readonly<Record<string, readonly string[]>> = {
  W0: ["destinationOffset"],
  W1: ["destinationOffset", "imitationSame"],
  "W1-W2": ["imitationSame"],
  W2: [],
  W3: ["provinceDestinationFitSd"],
  W4: ["destinationLearning"],
  W5: ["shockSd"],
  W6: ["sortingSd"],
  W7: ["clientFollowing"],
  W8: ["pauseShare"],
  W9: ["legitimacy", "competition"],
};
const value = (name: string, path: string) =>
  Reflect.get(resolveScenario(`canello-2022/${name}`), path) as unknown;

describe("the worlds W0 to W9", () => {
  it("are all there", () => {
    expect(names).toEqual(Object.keys(own).map((name) => `canello-2022/${name}`));
  });

  it.each(Object.entries(own))("%s differs from W2 in the level and in %j alone", (name, paths) => {
    const found = resolveScenario(`canello-2022/${name}`);
    const popular = resolveScenario("canello-2022/W2");
    const differing = Object.keys(popular).filter(
      (path) => JSON.stringify(Reflect.get(found, path)) !== JSON.stringify(Reflect.get(popular, path)),
    );
    expect(differing.filter((path) => path !== "base").sort()).toEqual([...paths].sort());
  });

  it("W2 has no mechanism by which neighbours come to do alike but popular destinations", () => {
    const rivals = Object.values(own).flat();
    const rows = describeParameters(checked(scenarioSchema, {}));
    for (const path of rivals.filter((each) => each !== "destinationOffset")) {
      expect(value("W2", path), path).toEqual(rows.find((row) => row.path === path)?.neutral);
    }
    expect(value("W2", "destinationOffset")).toEqual([0, -0.79, -0.88, -0.95]);
  });

  it("has an effect of one more peer where somebody imitates, or density matters, and nowhere else", () => {
    for (const name of Object.keys(own)) {
      const scenario = resolveScenario(`canello-2022/${name}`, { firms: 400 });
      const effect = simulate(scenario, key()).truth.peerEffect.all;
      if (["W1", "W1-W2", "W9"].includes(name)) expect(effect, name).toBeGreaterThan(0);
      else expect(effect, name).toBe(0);
    }
  });
});
