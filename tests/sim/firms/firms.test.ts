import { describe, expect, it } from "vitest";
import { typicalFirm } from "../../../sim/firms/typicalFirm.ts";
import { advance, startWorld } from "../../../sim/index.ts";
import { key, quietWorld, sum } from "../worlds.ts";

const count = 4000;
const world = startWorld(
  quietWorld("dynamicProbit", { firms: count, footwearShare: 0.34, keepsDomesticShare: 0.9 }),
  key(),
);
const { firms } = world;
const mean = (values: ArrayLike<number>) => sum(Array.from(values)) / values.length;

describe("firms", () => {
  it("have the shares of a typical firm, within four standard errors", () => {
    const shares: [ArrayLike<number>, number][] = [
      [firms.supplier, typicalFirm.supplier],
      [firms.financialConstraints, typicalFirm.financialConstraints],
      [firms.capitalIntensiveTechnology, typicalFirm.capitalIntensiveTechnology],
      [firms.industry, 0.34],
      [firms.keepsDomesticSuppliers, 0.9],
    ];
    for (const [values, share] of shares) {
      expect(Math.abs(mean(values) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / count));
    }
  });

  it("have the mean size, productivity and outsourcing cost of a typical firm", () => {
    // Coefficients of variation of lognormals with σ 0.7 and 0.4, and of an exponential.
    const means: [ArrayLike<number>, number, number][] = [
      [firms.size, typicalFirm.size, Math.sqrt(Math.exp(0.49) - 1)],
      [firms.labourProductivity, typicalFirm.labourProductivity, Math.sqrt(Math.exp(0.16) - 1)],
      [firms.domesticOutsourcingExperience, typicalFirm.domesticOutsourcingExperience, 1],
    ];
    for (const [values, expected, variation] of means) {
      expect(Math.abs(mean(values) / expected - 1)).toBeLessThan((4 * variation) / Math.sqrt(count));
    }
  });

  it("belong to the cell of their province and industry", () => {
    const cells = new Int32Array(world.cellFirms.length);
    firms.cell.forEach((cell, firm) => {
      expect(cell).toBe(2 * firms.province[firm] + firms.industry[firm]);
      cells[cell] += 1;
    });
    expect(world.cellFirms).toEqual(cells);
  });

  it("do not age in the warm-up", () => {
    const before = structuredClone(firms);
    advance(world, world.scenario.warmUpYears);
    expect(firms.labourProductivity).toEqual(before.labourProductivity);
    expect(firms.exportingExperience).toEqual(before.exportingExperience);
  });

  it("keep the spread of productivity over the recorded years, and exporters gain a year in each", () => {
    // The warm-up is over: see the test before.
    const experience = firms.exportingExperience.slice();
    const spread = (values: Float64Array) => {
      const logs = Array.from(values, Math.log);
      const centre = mean(logs);
      return Math.sqrt(mean(logs.map((log) => (log - centre) ** 2)));
    };
    advance(world, 6);
    expect(Math.abs(spread(firms.labourProductivity) - 0.4)).toBeLessThan(0.03);
    expect(Math.abs(mean(firms.labourProductivity) / typicalFirm.labourProductivity - 1)).toBeLessThan(0.04);
    firms.exportingExperience.forEach((years, firm) => {
      expect(years).toBe(experience[firm] + 6 * firms.exporter[firm]);
    });
  });
});

describe("province characteristics", () => {
  it("are Italy's in every history, unless they are to be drawn anew", () => {
    const characteristics = (geographySeed: string, replication: number) =>
      startWorld(quietWorld("dynamicProbit", { firms: 1, geographySeed }), key(replication))
        .provinceCharacteristics;
    expect(characteristics("italy", 1)).toEqual(characteristics("italy", 2));
    expect(characteristics("replication", 1)).not.toEqual(characteristics("replication", 2));
  });
});
