import { describe, expect, it } from "vitest";
import { resolveClusterScenario } from "../../../scenarios/clusters/index.ts";
import { clusterHistoryOf } from "../../../sim/clusters/simulateClusters.ts";
import { advanceClusters, clusterSummary, simulateClusters, startClusters } from "../../../sim/index.ts";

const key = { seed: "summary", condition: "a", replication: 1 };
const scenario = resolveClusterScenario("gancarczyk-2017", {
  clusters: 3,
  years: 8,
  stakeholderPressure: 0.1,
});
const history = simulateClusters(scenario, key);
const summary = clusterSummary(history);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe("a history of clusters in a few numbers", () => {
  it("has every firm somewhere, and a mode of every open one", () => {
    expect(summary).toMatchObject({ firms: 180, clusters: 3, years: 8 });
    expect(sum(Object.values(summary.status))).toBe(180);
    expect(sum(Object.values(summary.modes))).toBe(180 - summary.status.closed);
    expect(summary.modes.following).toBe(summary.status.following);
  });

  it("counts the moves and returns of the panel, and the employees of its clusters", () => {
    const values = (name: string) => history.columns.find((column) => column.name === name)?.values ?? [];
    expect(summary.movesAbroad).toBe(sum(values("movedAbroad")));
    expect(summary.returns).toBe(sum(values("cameHome")));
    expect(summary.returns).toBeGreaterThan(0);
    const employment = values("clusterEmployment");
    const last = [0, 1, 2].map((cluster) => employment[(cluster * 60 + 1) * 8 - 1] ?? Number.NaN);
    expect(summary.employment.last).toBeCloseTo(sum(last), 6);
    expect(summary.employment.first).toBeGreaterThan(summary.employment.last);
  });

  it("is the same year by year as in one go", () => {
    const world = startClusters(scenario, key);
    for (let year = 0; year < scenario.years; year++) advanceClusters(world, 1);
    expect(clusterSummary(clusterHistoryOf(world))).toEqual(summary);
  });
});
