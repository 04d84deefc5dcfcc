import { describe, expect, it } from "vitest";
import { exitHazard, returnTime } from "../../../sim/decisions/entryExit.ts";
import { simulate, startWorld } from "../../../sim/index.ts";
import { key, type Parameters, panelOf, quietWorld } from "../worlds.ts";

/** Active rows of a world with many spells, and whether and when they returned. */
function returns(set: Parameters) {
  const scenario = quietWorld("entryExit", { firms: 600, base: -0.3, exitHazard: 0.2, ...set });
  const panel = panelOf(simulate(scenario, key(), { recordTruth: false }));
  return Array.from(panel.active, (active, row) => ({
    atRisk: panel.yLag[row] === 1,
    returned: panel.yLag[row] === 1 && active === 0,
    time: panel.exitTime[row],
    technology: panel.capitalIntensiveTechnology[row],
    tenure: panel.tenure[row],
  })).filter(({ atRisk }) => atRisk);
}

type Returns = ReturnType<typeof returns>;
const shareOf = (rows: Returns) => rows.filter(({ returned }) => returned).length / rows.length;
/** Four standard errors of a share. */
const band = (share: number, count: number) => 4 * Math.sqrt((share * (1 - share)) / count);

describe("return by a constant hazard of 0.2", () => {
  const rows = returns({});
  const times = rows.filter(({ returned }) => returned).map(({ time }) => time);

  it("takes 1 − exp(−0.2) of the active pairs home in a year", () => {
    const expected = 1 - Math.exp(-0.2);
    expect(rows.length).toBeGreaterThan(3000);
    expect(Math.abs(shareOf(rows) - expected)).toBeLessThan(band(expected, rows.length));
  });

  it("happens within the year as an exponential time cut off at one", () => {
    const mean = 1 / 0.2 - 1 / (Math.exp(0.2) - 1);
    const variance = 1 / 0.04 - Math.exp(0.2) / (Math.exp(0.2) - 1) ** 2;
    const average = times.reduce((total, time) => total + time, 0) / times.length;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / times.length));
    // The mean is near ½ whatever the hazard; the share before mid-year tells a decreasing density apart from noise.
    const beforeMidYear = (1 - Math.exp(-0.1)) / (1 - Math.exp(-0.2));
    const share = times.filter((time) => time < 0.5).length / times.length;
    expect(Math.abs(share - beforeMidYear)).toBeLessThan(band(beforeMidYear, times.length));
  });
});

describe("effects on the hazard", () => {
  /** Rate of return of some rows, and the variance of its logarithm. */
  function rate(rows: Returns) {
    const share = shareOf(rows);
    const value = -Math.log(1 - share);
    return { log: Math.log(value), variance: share / ((1 - share) * rows.length * value * value) };
  }

  it.each([0.5, -0.7])("a log hazard ratio of %d is the difference of log rates", (logHazardRatio) => {
    const rows = returns({ "hazard.capitalIntensiveTechnology": logHazardRatio });
    const withIt = rate(rows.filter(({ technology }) => technology === 1));
    const without = rate(rows.filter(({ technology }) => technology === 0));
    const standardError = Math.sqrt(withIt.variance + without.variance);
    expect(standardError).toBeLessThan(0.12);
    expect(Math.abs(withIt.log - without.log - logHazardRatio)).toBeLessThan(4 * standardError);
  });

  it("hazardTenure is the slope of the log rate in completed years", () => {
    const rows = returns({ hazardTenure: -0.3, exitHazard: 0.6 });
    const first = rate(rows.filter(({ tenure }) => tenure === 0));
    const third = rate(rows.filter(({ tenure }) => tenure === 2));
    expect(Math.abs(first.log - Math.log(0.6))).toBeLessThan(4 * Math.sqrt(first.variance) + 1e-12);
    const standardError = Math.sqrt(first.variance + third.variance);
    expect(Math.abs(third.log - first.log + 0.6)).toBeLessThan(4 * standardError);
  });

  it("a pair that is not active has no hazard, and no hazard means no return", () => {
    const world = startWorld(quietWorld("entryExit"), key());
    const hazard = exitHazard(world);
    expect(hazard.every((rate) => rate === 0)).toBe(true);
    expect(returnTime(hazard, 0, 0.999)).toBe(Number.POSITIVE_INFINITY);
  });
});
