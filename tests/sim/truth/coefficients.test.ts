import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../numerics/normal.ts";
import { resolveScenario } from "../../../scenarios/index.ts";
import { typicalFirm } from "../../../sim/firms/typicalFirm.ts";
import { simulate } from "../../../sim/index.ts";
import { stream } from "../../../sim/random/streams.ts";
import type { SimulatedHistory } from "../../../sim/run.ts";
import { key, type Parameters, panelOf, quietWorld, sum } from "../worlds.ts";
import { indexOfRows } from "./reconstruct.ts";

/** Every effect that eq. (1) has, none of which the statistician cannot see. */
const seen: Parameters = {
  firms: 150,
  base: -1,
  footwearEffect: 0.2,
  destinationOffset: [0.1, 0.1, 0.1, 0.1],
  initialEffect: 0.7,
  peerMeasure: "stock",
  imitationSame: 0.06,
  imitationOther: -0.03,
  captiveFirms: 174,
  captiveSame: 0.1,
  captiveOther: -0.05,
  "controls.size": 0.005,
  "controls.labourProductivity": 0.004,
  "controls.supplier": -0.162,
  "controls.financialConstraints": 0.264,
  "controls.capitalIntensiveTechnology": 0.267,
  "controls.exportingExperience": 0.02,
  "controls.domesticOutsourcingExperience": 0.07,
  "controls.government": -0.337,
  "controls.corruption": 0.359,
  "controls.infrastructureQuality": 0.004,
  "controls.averageEmployeeWages": 0.02,
  "controls.population": 0.01,
  "controls.migrantFirmShare": -0.015,
};

/** The draw behind every row: one a pair, in the order of pairs, from a stream of its year. */
function drawOfRows(history: SimulatedHistory, pairs: number): number[] {
  const panel = panelOf(history);
  const years = [...new Set(Array.from(panel.year))];
  const draws = new Map(
    years.map((year) => [year, Array.from({ length: pairs }, stream(key(), "decision", year))]),
  );
  return Array.from(
    { length: history.rows },
    (_, row) => draws.get(panel.year[row])?.[panel.pair[row] - 1] ?? 0,
  );
}

/** Summed gain in Pr(active) from one more peer, over rows that were and were not active the year before. */
function gains(history: SimulatedHistory, index: Float64Array, yLag: 0 | 1): number {
  const panel = panelOf(history);
  const gain = history.truth.coefficients.msePeersSameDestination;
  return sum(
    Array.from(index, (at, row) => (panel.yLag[row] === yLag ? normalCdf(at + gain) - normalCdf(at) : 0)),
  );
}

function relativeDifference(left: number, right: number): number {
  return Math.abs(left - right) / Math.abs(right);
}

describe("in a dynamicProbit world without unseen effects", () => {
  const history = simulate(quietWorld("dynamicProbit", { ...seen, stateDependence: 1.1 }), key());
  const panel = panelOf(history);
  const index = indexOfRows(history);

  it("panel and true coefficients give every status back: active where the draw is below Φ(index)", () => {
    const draws = drawOfRows(history, 600);
    for (let row = 0; row < history.rows; row++) {
      expect(panel.active[row]).toBe(Number(draws[row] < normalCdf(index[row])));
    }
    expect(sum(Array.from(panel.active))).toBeGreaterThan(200);
  });

  it("the effect of a peer is the mean of Φ(index + coefficient) − Φ(index)", () => {
    const { peerEffect } = history.truth;
    const staying = sum(Array.from(panel.yLag));
    expect(peerEffect.stayingDecisions).toBe(staying);
    expect(peerEffect.entryDecisions).toBe(history.rows - staying);
    expect(
      relativeDifference(peerEffect.entry * peerEffect.entryDecisions, gains(history, index, 0)),
    ).toBeLessThan(1e-12);
    expect(relativeDifference(peerEffect.staying * staying, gains(history, index, 1))).toBeLessThan(1e-12);
  });
});

describe("in an entryExit world without unseen effects", () => {
  const hazard: Parameters = {
    exitHazard: 0.3,
    hazardTenure: -0.2,
    "hazard.size": -0.03,
    "hazard.domesticOutsourcingExperience": 0.3,
    "hazard.mainClientRevenueShare": -0.016,
    "hazard.exportingExperience": -0.03,
    "hazard.capitalIntensiveTechnology": 0.4,
    "hazard.migrantFirmShare": 0.05,
    "hazard.msePeersSameDestinationBeforeEntry": -0.2,
    "hazard.largePeersSameDestinationBeforeEntry": 0.3,
    "hazard.msePeersBackshoringSameDestination": 0.4,
    "hazard.msePeersBackshoringOtherDestinations": -0.2,
    sunkCost: 0.01,
    profitEffect: -0.4,
    profitShare: 0.6,
  };
  const history = simulate(quietWorld("entryExit", { ...seen, ...hazard, initialEffect: 0 }), key());
  const panel = panelOf(history);
  const index = indexOfRows(history);
  const draws = drawOfRows(history, 600);
  const effects = Object.entries(history.truth.logHazardRatios);
  const typicalOf: Record<string, number> = { ...typicalFirm, foreignOutsourcingCostShare: 45, profits: 0.6 };

  it("panel and true coefficients give every start back", () => {
    for (let row = 0; row < history.rows; row++) {
      if (panel.yLag[row] === 1) continue;
      expect(panel.active[row]).toBe(Number(draws[row] < normalCdf(index[row])));
    }
  });

  it("panel and true log hazard ratios give every return and its moment back", () => {
    let returns = 0;
    for (let row = 0; row < history.rows; row++) {
      if (panel.yLag[row] === 0) continue;
      const logRatio = sum(
        effects.map(([name, effect]) => {
          // Counts of peers are measured from zero, characteristics from those of the typical firm.
          const typical = typicalOf[name] ?? 0;
          return effect * (panel[name][row] - typical);
        }),
      );
      const rate = 0.3 * Math.exp(logRatio - 0.2 * panel.tenure[row]);
      const time = -Math.log(1 - draws[row]) / rate;
      expect(panel.active[row]).toBe(Number(time > 1));
      if (time > 1) continue;
      returns += 1;
      expect(relativeDifference(panel.exitTime[row], time)).toBeLessThan(1e-9);
    }
    expect(effects).toHaveLength(12);
    expect(returns).toBeGreaterThan(100);
  });

  it("the effect of a peer is that on starts; a return by hazard knows no present peers", () => {
    const { peerEffect } = history.truth;
    expect(
      relativeDifference(peerEffect.entry * peerEffect.entryDecisions, gains(history, index, 0)),
    ).toBeLessThan(1e-12);
    expect(peerEffect.staying).toBe(0);
    expect(peerEffect.stayingDecisions).toBe(sum(Array.from(panel.yLag)));
  });
});

describe("true coefficients", () => {
  const truthOf = (set: Parameters) =>
    simulate(quietWorld("dynamicProbit", { firms: 5, ...set }), key()).truth.coefficients;

  it("name columns of the panel, dummies of their levels, the intercept and sigma", () => {
    const history = simulate(resolveScenario("canello-2022/eq1", { firms: 5, warmUpYears: 2 }), key());
    expect(() => indexOfRows(history)).not.toThrow();
    const { coefficients } = history.truth;
    expect(coefficients.yLag).toBe(2.335);
    expect(coefficients.yInitial).toBe(1.581);
    expect(coefficients.sigma).toBe(0.5);
    expect(coefficients["factor(year)2007"]).toBe(0);
  });

  it("leave out the local peers where firms respond to something else than the panel's count", () => {
    const others: Parameters[] = [
      { peerMeasure: "log" },
      { peerYears: 1 },
      { includeOwnFirm: true },
      { imitationStay: 0.1 },
    ];
    for (const other of others) {
      const truth = truthOf({ peerMeasure: "stock", imitationSame: 0.1, ...other });
      expect(truth).not.toHaveProperty("msePeersSameDestination");
    }
    expect(truthOf({ peerMeasure: "stock", imitationSame: 0.1 }).msePeersSameDestination).toBe(0.1);
    expect(truthOf({ peerMeasure: "log", imitationSame: 0 }).msePeersSameDestination).toBe(0);
  });

  it("have no intercept where destinations differ, no sigma where firms do, no years where years do", () => {
    expect(truthOf({ destinationOffset: [0, 0, 0, 0.1] })).not.toHaveProperty("(Intercept)");
    expect(truthOf({ firmEffectSd: 0.1 })).not.toHaveProperty("sigma");
    for (const moving of [
      { shockSd: 0.1 },
      { destinationTrend: [0.1, 0, 0, 0] },
      { destinationLearning: 0.1 },
    ]) {
      expect(truthOf(moving)).not.toHaveProperty("factor(year)2008");
    }
  });

  it("do not exist for behavioural firms", () => {
    const { truth } = simulate(quietWorld("behavioural", { firms: 5 }), key());
    expect(truth.coefficients).toEqual({});
    expect(truth.logHazardRatios).toEqual({});
  });
});
