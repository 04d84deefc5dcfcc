import { describe, expect, it } from "vitest";
import { costOptions, modeCode, modeNames } from "../../../sim/clusters/modes.ts";
import { statusNames } from "../../../sim/clusters/recording/clusterColumns.ts";
import { clusterHistory, columnsOf, type Parameters, rowsOfYear } from "./clusterWorlds.ts";

/** Mean of a column over the open firms at the end, proactive or reactive ones. */
function meanAtEnd(name: string, proactive: 0 | 1, set: Parameters): number {
  const history = clusterHistory({ clusters: 10, ...set });
  const panel = columnsOf(history);
  const values = rowsOfYear(history, history.years)
    .filter((row) => panel.proactive[row] === proactive && !Number.isNaN(panel[name][row]))
    .map((row) => panel[name][row]);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Firms in a status at the end. */
function countAtEnd(status: (typeof statusNames)[number], set: Parameters): number {
  const history = clusterHistory({ clusters: 10, ...set });
  const panel = columnsOf(history);
  return rowsOfYear(history, history.years).filter((row) => panel.status[row] === statusNames.indexOf(status))
    .length;
}

/** Whether a column falls strictly as a parameter takes these values. */
function falls(name: string, proactive: 0 | 1, parameter: string, values: number[], around: Parameters = {}) {
  const means = values.map((value) => meanAtEnd(name, proactive, { ...around, [parameter]: value }));
  return means.every((mean, at) => at === 0 || means[at - 1] > mean);
}

describe("D1 and D3, links", () => {
  it("bring a follower's moves in years in which its focal firm moves, and in no others", () => {
    const history = clusterHistory({ followProbability: 0.5 });
    const panel = columnsOf(history);
    let moves = 0;
    for (let row = 0; row < history.rows; row++) {
      if (panel.proactive[row] === 1 || panel.movedAbroad[row] === 0) continue;
      const focal = (panel.focalFirm[row] - 1) * history.years + (row % history.years);
      expect(panel.movedAbroad[focal]).toBe(1);
      moves += 1;
    }
    expect(moves).toBeGreaterThan(10);
  });

  it("pass on what the focal firm learns: followers are less locked in the more of its links reach them", () => {
    expect(falls("lockIn", 0, "linkTransfer", [0, 0.3, 0.6, 1])).toBe(true);
  });

  it("cost followers orders, close them, or take them along", () => {
    expect(falls("orders", 0, "orderLoss", [0, 0.25, 0.5, 0.75])).toBe(true);
    expect(countAtEnd("closed", { closeProbability: 0 })).toBe(0);
    expect(countAtEnd("closed", { closeProbability: 0.4 })).toBeGreaterThan(countAtEnd("closed", {}));
    expect(countAtEnd("following", { followProbability: 0 })).toBe(0);
    expect(countAtEnd("following", { followProbability: 0.6 })).toBeGreaterThan(countAtEnd("following", {}));
  });

  it("hold nobody where there is no focal firm: everybody stays as at the start", () => {
    const set = { proactiveShare: 0, lockInPenalty: 0, productivityGrowth: 0, coreGrowth: 0 };
    expect(countAtEnd("home", set)).toBe(400);
    expect(meanAtEnd("core", 0, set)).toBe(1);
  });
});

describe("imitation in the cluster", () => {
  const imitating = { followProbability: 0, clusterImitation: 5 };

  it("moves reactive firms only in a year after one in which somebody of their cluster moved", () => {
    const history = clusterHistory(imitating);
    const panel = columnsOf(history);
    let imitators = 0;
    for (let row = 0; row < history.rows; row++) {
      if (panel.proactive[row] === 1 || panel.movedAbroad[row] === 0) continue;
      expect(modeNames[panel.mode[row]]).toBe("abroadAlone");
      const before = rowsOfYear(history, row % history.years);
      const example = before.some(
        (at) => panel.cluster[at] === panel.cluster[row] && panel.movedAbroad[at] === 1,
      );
      expect(example).toBe(true);
      imitators += 1;
    }
    expect(imitators).toBeGreaterThan(10);
  });

  it("moves more firms the stronger it is, and nobody where no focal firm sets an example", () => {
    const abroad = (set: Parameters) => countAtEnd("abroad", { followProbability: 0, ...set });
    expect(abroad({ clusterImitation: 1 })).toBeGreaterThan(abroad({}));
    expect(abroad({ clusterImitation: 5 })).toBeGreaterThan(abroad({ clusterImitation: 1 }));
    expect(abroad({ ...imitating, modePolicy: "exportOnly" })).toBe(0);
  });
});

describe("D2, the choice of a mode", () => {
  /** Shares of the cost options in the first year of a world in which all review at once. */
  function firstChoices(set: Parameters): number[] {
    const history = clusterHistory({
      clusters: 200,
      years: 1,
      proactiveShare: 1,
      differentiationShare: 0,
      reviewProbability: 1,
      ...set,
    });
    const mode = columnsOf(history).mode;
    const counts = costOptions.map((option) => Array.from(mode).filter((code) => code === option).length);
    return counts.map((count) => count / mode.length);
  }

  it("has the odds of the softmax over the utilities of the specification", () => {
    // Feasibility + gain + link − leak − 0.3 · step, in the order of Table 2.
    const utilities = [
      1,
      1 + 0.2 + 0.5,
      1 + 0.4 + 0.5 - 0.3,
      0.2 + 0.4 + 1 - 0.6,
      0.5 + 1 + 0.5 - 1 - 0.3,
      0.6,
    ];
    const weights = utilities.map((utility) => Math.exp(utility / 0.3));
    const total = weights.reduce((sum, weight) => sum + weight);
    firstChoices({}).forEach((share, at) => {
      const expected = weights[at] / total;
      const error = Math.sqrt((expected * (1 - expected)) / 8000);
      expect(Math.abs(share - expected), modeNames[costOptions[at]]).toBeLessThan(4 * error);
    });
  });

  it("is even at a high temperature, and takes the best at a low one", () => {
    for (const share of firstChoices({ modeTemperature: 100 })) expect(share).toBeCloseTo(1 / 6, 1);
    expect(firstChoices({ modeTemperature: 0.001 })).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it("puts captive modes off without experience, and for small firms where fixed cost counts", () => {
    const captive = (set: Parameters) => firstChoices(set)[3] + firstChoices(set)[5];
    expect(captive({ experienceWeight: 0 })).toBeGreaterThan(captive({ experienceWeight: 0.3 }));
    expect(captive({ fixedCostWeight: 1 })).toBeLessThan(captive({}));
    const history = clusterHistory({ clusters: 50, fixedCostWeight: 1, differentiationShare: 0 });
    const panel = columnsOf(history);
    const sizes = (isCaptive: boolean) =>
      rowsOfYear(history, history.years)
        .filter((row) => panel.proactive[row] === 1 && (panel.phase[row] === 3) === isCaptive)
        .map((row) => panel.size[row]);
    const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean(sizes(true))).toBeGreaterThan(mean(sizes(false)));
  });
});

describe("D4 to D8, the stocks", () => {
  it("moved work and a falling market leave less of it in the cluster", () => {
    const selective = { modePolicy: "selective", matchSd: 0, gainSd: 0 };
    expect(falls("localEmployment", 1, "selectiveShare", [0.1, 0.2, 0.4, 0.8], selective)).toBe(true);
    expect(falls("localEmployment", 0, "marketDecline", [0, 0.02, 0.05])).toBe(true);
    expect(falls("core", 0, "marketDecline", [0, 0.02, 0.05])).toBe(true);
  });

  it("core falls with leakage and hollowing-out, and rises with growth and inflow", () => {
    const highValue = { modePolicy: "highValue" };
    const replicative = { modePolicy: "replicative" };
    expect(falls("core", 1, "coreLeakage", [0, 0.04, 0.1], highValue)).toBe(true);
    expect(falls("core", 1, "coreHollowing", [0, 0.02, 0.05], replicative)).toBe(true);
    expect(falls("core", 1, "coreGrowth", [0.06, 0.03, 0], highValue)).toBe(true);
    expect(falls("core", 1, "coreInflow", [0.1, 0.05, 0], highValue)).toBe(true);
    expect(falls("core", 1, "lowValueComplexity", [1, 0.3, 0], { modePolicy: "selective" })).toBe(true);
  });

  it("leakage is spared in firms whose part is standardised, and in no others", () => {
    const core = (standardisedShare: number, standardisedRelief: number) =>
      meanAtEnd("core", 1, { modePolicy: "highValue", standardisedShare, standardisedRelief });
    expect(core(1, 0.5)).toBeGreaterThan(core(0, 0.5));
    expect(core(0, 0.5)).toBe(core(0, 0));
  });

  it("lock-in costs productivity", () => {
    expect(falls("productivity", 1, "lockInPenalty", [0, 0.5, 1])).toBe(true);
    const abroad = { modePolicy: "selective", aspiration: -10 };
    expect(falls("lockIn", 1, "linkAdjustment", [0, 0.1, 0.3, 1], abroad)).toBe(true);
  });

  it("a higher aspiration and more pressure bring more firms home", () => {
    const years = (set: Parameters) => meanAtEnd("yearsAbroad", 1, { modePolicy: "selective", ...set });
    const byAspiration = [-10, 0, 0.3, 0.6].map((aspiration) => years({ aspiration }));
    const byPressure = [0, 0.2, 0.6].map((stakeholderPressure) => years({ stakeholderPressure }));
    for (const means of [byAspiration, byPressure]) expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(new Set([...byAspiration, ...byPressure]).size).toBe(6);
  });

  it("a firm comes home after two bad years in a row, not after one", () => {
    // Without noise the gain of materials is 0.2, below the aspiration, from the first year on.
    const certain = { matchSd: 0, gainSd: 0, aspiration: 0.3, reviewProbability: 1, modeTemperature: 0.001 };
    const history = clusterHistory({ ...certain, differentiationShare: 0, yearsPerStep: 100 });
    const panel = columnsOf(history);
    const row = rowsOfYear(history, 1).find((at) => panel.proactive[at] === 1) ?? Number.NaN;
    const names = Array.from({ length: 4 }, (_, year) => modeNames[panel.mode[row + year]]);
    expect(names).toEqual(["outsourceMaterials", "outsourceMaterials", "returned", "outsourceMaterials"]);
    expect(modeCode("returned")).toBe(modeNames.length - 1);
  });
});
