import { describe, expect, it } from "vitest";
import {
  clusterScenarioNames,
  clusterScenarioSchema,
  clusterScenarioSummary,
  describeClusterScenario,
  optionRatings,
  resolveClusterScenario,
} from "../../scenarios/clusters/index.ts";
import { families, resolveScenario, scenarioNames, scenarioSummary } from "../../scenarios/index.ts";
import { refusal } from "./refusal.ts";

describe("the worlds of clusters", () => {
  it.each(clusterScenarioNames())("%s resolves to a whole world that the schema accepts as it is", (name) => {
    const scenario = resolveClusterScenario(name);
    expect(clusterScenarioSchema.parse(scenario)).toEqual(scenario);
    expect(Object.keys(scenario).sort()).toEqual(Object.keys(clusterScenarioSchema.shape).sort());
    expect(clusterScenarioSummary(name).length).toBeGreaterThan(10);
    expect(families.some((family) => family.name === name.split("/")[0])).toBe(true);
  });

  it("have the defaults of the specification of D1 to D6", () => {
    expect(resolveClusterScenario("gancarczyk-2017")).toMatchObject({
      proactiveShare: 0.15,
      feasibilityWeight: 1,
      modeTemperature: 0.3,
      orderLoss: 0.5,
      followProbability: 0.2,
      closeProbability: 0.1,
      coreGrowth: 0.03,
      coreInflow: 0.05,
      coreLeakage: 0.04,
      coreHollowing: 0.1,
      lockInScale: 0.2,
      lockInPenalty: 0.5,
      standardisedRelief: 0.5,
    });
  });

  it("say of every parameter what it is, its unit, its range, its mechanism and its source", () => {
    const rows = describeClusterScenario("gancarczyk-2017");
    expect(rows.map(({ path }) => path)).toEqual(Object.keys(clusterScenarioSchema.shape));
    for (const row of rows) {
      expect(row.meaning.length, row.path).toBeGreaterThan(10);
      for (const word of [row.unit, row.range, row.source]) expect(word, row.path).not.toBe("");
      expect(row.mechanism, row.path).toMatch(/^(core|D[1-8])$/);
    }
  });

  it("are no worlds of pairs, and the other way round", () => {
    expect(scenarioNames()).not.toContain("gancarczyk-2017");
    for (const ask of [resolveScenario, scenarioSummary]) {
      expect(refusal(() => ask("gancarczyk-2017/imitation"))).toMatchObject({
        path: "scenario",
        found: expect.stringContaining("a world of clusters"),
      });
    }
    expect(refusal(() => resolveClusterScenario("canello-2022"))).toMatchObject({ path: "scenario" });
  });

  it("answer a misspelt parameter or a value out of range with what would be right", () => {
    expect(refusal(() => resolveClusterScenario("gancarczyk-2017", { orderLos: 1 }))).toMatchObject({
      path: "set.orderLos",
      suggestion: "orderLoss",
    });
    expect(refusal(() => resolveClusterScenario("gancarczyk-2017", { orderLoss: 2 }))).toMatchObject({
      path: "set.orderLoss",
      expected: "0 to 1",
    });
  });
});

describe("the ratings of Tables 2 and 3", () => {
  it("are six cost options and four differentiation options, as numbers between 0 and 1", () => {
    const ratings = optionRatings();
    expect(ratings.map(({ option }) => option)).toEqual([
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
    ]);
    expect(ratings.map(({ feasibility }) => feasibility)).toEqual([1, 1, 1, 0.2, 0.5, 0.2, 1, 1, 0.5, 0.2]);
    expect(ratings.map(({ avoidLockIn }) => avoidLockIn)).toEqual([0, 0.5, 0.5, 1, 0.5, 1, 0, 0, 1, 1]);
    expect(ratings.map(({ protectCore }) => protectCore)).toEqual([1, 1, 1, 1, 0, 0, 1, 1, 0.5, 0.5]);
  });
});
