import { describe, expect, it } from "vitest";
import { families, resolveScenario } from "../../../scenarios/index.ts";
import { measureOptionsOf } from "../../../study/calibration/fitsOfTargets.ts";
import { measureHistory, targetKey } from "../../../study/targets/checkTargetsOfHistories.ts";

const targets = families.find(({ name }) => name === "canello-2022")?.calibrationTargets ?? [];
const scenario = resolveScenario("canello-2022/W2", { firms: 1500 });

describe("what is measured for a target", () => {
  it("is all that its parts are read from, target by target", () => {
    expect(targets).toHaveLength(24);
    // Costs are measured of worlds that have them.
    for (const target of targets.filter(({ name }) => name !== "T10")) {
      const measures = measureHistory(scenario, targetKey("1", 1), measureOptionsOf([target]));
      for (const { measure } of target.parts) expect(measures, target.name).toHaveProperty([measure]);
    }
  }, 60_000);

  it("takes no regression where a panel is enough, and all of them where it is not known which", () => {
    const named = (name: string) => targets.filter((target) => target.name === name);
    expect(measureOptionsOf([...named("T1"), ...named("T20")])).toEqual({ stage: "panel" });
    expect(measureOptionsOf([...named("T1"), ...named("T24")])).toEqual({ stage: "fits", only: ["C", "IV"] });
    const unknown = named("T13").map((target) => ({ ...target, name: "T99" }));
    expect(measureOptionsOf(unknown)).toEqual({ stage: "fits" });
  });
});
