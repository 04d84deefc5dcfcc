import { describe, expect, it } from "vitest";
import { tableFromColumns } from "../../../panel/tableFromColumns.ts";
import { advanceClusters, simulateClusters } from "../../../sim/clusters/simulateClusters.ts";
import { startClusters } from "../../../sim/clusters/startClusters.ts";
import {
  clusterFingerprint,
  clusterHistory,
  clusterKey,
  clusterScenario,
  columnsOf,
} from "./clusterWorlds.ts";

describe("a history of clusters", () => {
  it("has the same bytes for the same scenario and key, and others for another replication", () => {
    expect(clusterFingerprint(clusterHistory())).toBe(clusterFingerprint(clusterHistory()));
    expect(clusterFingerprint(clusterHistory({}, 1))).not.toBe(clusterFingerprint(clusterHistory()));
  });

  it("is the same in one go, in steps, and from a copy of a world on its way", () => {
    const scenario = clusterScenario();
    const inOneGo = startClusters(scenario, clusterKey());
    advanceClusters(inOneGo, scenario.years);
    const stepwise = startClusters(scenario, clusterKey());
    advanceClusters(stepwise, 5);
    const copy = structuredClone(stepwise);
    advanceClusters(copy, scenario.years - 5);
    expect(copy.recording).toEqual(inOneGo.recording);
    expect(copy.firms).toEqual(inOneGo.firms);
  });

  it("goes on after its last recorded year without writing", () => {
    const world = startClusters(clusterScenario(), clusterKey());
    advanceClusters(world, 12);
    const written = structuredClone(world.recording);
    advanceClusters(world, 2);
    expect(world.recording).toEqual(written);
    expect(world.year).toBe(14);
  });

  it("gives a firm the same draws in a world of more clusters", () => {
    const few = columnsOf(clusterHistory({ clusters: 2 }));
    const many = columnsOf(clusterHistory({ clusters: 5 }));
    for (const name of ["size", "focalFirm", "mode", "core", "status"]) {
      const first = Array.from(many[name]).slice(0, few[name].length);
      expect(first, name).toEqual(Array.from(few[name]));
    }
  });

  it("is a table with a row a firm and year and a codebook note on every column", () => {
    const history = clusterHistory();
    const table = tableFromColumns(history.columns);
    expect(table.rows).toBe(3 * 40 * 12);
    for (const [name, { note }] of table.columns) {
      expect(note?.meaning.length, name).toBeGreaterThan(3);
      expect(note?.unit, name).not.toBe("");
    }
    const single = simulateClusters(
      clusterScenario({ clusters: 1, firmsPerCluster: 2, years: 1 }),
      clusterKey(),
    );
    expect(single.rows).toBe(2);
  });
});
