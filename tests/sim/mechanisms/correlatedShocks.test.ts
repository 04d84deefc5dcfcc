import { describe, expect, it } from "vitest";
import { advance, startWorld } from "../../../sim/index.ts";
import { key, quietWorld } from "../worlds.ts";

describe("correlated shocks", () => {
  const set = { firms: 2, shockSd: 0.3, shockPersistence: 0.7, costShockSd: 0.4, costShockPersistence: 0.9 };
  const world = startWorld(quietWorld("dynamicProbit", { ...set, recordedYears: 60 }), key());
  const years = Array.from({ length: 60 }, () => {
    advance(world, 1);
    return { demand: world.demandShock.slice(), cost: world.costShock.slice() };
  });
  const variance = (all: Float64Array) => all.reduce((total, shock) => total + shock * shock, 0) / all.length;

  it("have their stationary spread from the first year on", () => {
    // 206 cells: the variance of a sample variance is 2σ⁴ / 206.
    for (const at of [0, 1, 5, 59]) {
      expect(Math.abs(variance(years[at].demand) / 0.09 - 1)).toBeLessThan(4 * Math.sqrt(2 / 206));
    }
    const costs = variance(Float64Array.from(years.flatMap(({ cost }) => Array.from(cost))));
    // 8 series of 60 years, correlated 0.9: about 8 · 60 · (1 − 0.81) / (1 + 0.81) independent values.
    expect(Math.abs(costs / 0.16 - 1)).toBeLessThan(4 * Math.sqrt(2 / 50));
  });

  it("keep their share of a year's shock in the next", () => {
    let product = 0;
    let square = 0;
    for (let at = 1; at < years.length; at++) {
      years[at].demand.forEach((shock, cell) => {
        product += shock * years[at - 1].demand[cell];
        square += years[at - 1].demand[cell] ** 2;
      });
    }
    expect(Math.abs(product / square - 0.7)).toBeLessThan(4 * Math.sqrt((1 - 0.49) / (59 * 206)));
  });
});
