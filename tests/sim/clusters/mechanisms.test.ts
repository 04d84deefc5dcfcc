import { describe, expect, it } from "vitest";
import { clusterFingerprint, clusterHistory, type Parameters } from "./clusterWorlds.ts";

/** `off`: absent. `idle`: other parameters of the mechanism, which must then have no influence. `on`: at work. */
interface Mechanism {
  readonly name: string;
  readonly off: Parameters;
  readonly idle?: Parameters;
  readonly on: Parameters;
}

const noMoves = { modePolicy: "exportOnly" };

const mechanisms: readonly Mechanism[] = [
  {
    name: "D1 proactive firms",
    off: { proactiveShare: 0 },
    idle: { reviewProbability: 0.9, linkTransfer: 0.1, modeTemperature: 5, orderLoss: 0.1 },
    on: { proactiveShare: 0.3 },
  },
  { name: "D1 links of followers", off: { linkTransfer: 0 }, on: { linkTransfer: 0.5 } },
  {
    name: "D2 choice",
    off: noMoves,
    idle: { feasibilityWeight: 3, costWeight: 3, modeTemperature: 3, yearsPerStep: 1, fixedCostWeight: 2 },
    on: { modePolicy: "choose" },
  },
  {
    name: "D2 experience",
    off: { experienceWeight: 0 },
    idle: { yearsPerStep: 1 },
    on: { experienceWeight: 2 },
  },
  { name: "D2 fixed cost", off: { fixedCostWeight: 0 }, on: { fixedCostWeight: 1 } },
  {
    name: "D3 displacement and following",
    off: { orderLoss: 0, followProbability: 0, closeProbability: 0 },
    on: { orderLoss: 0.5 },
  },
  { name: "D3 following", off: { followProbability: 0 }, on: { followProbability: 0.4 } },
  { name: "D3 closing", off: { closeProbability: 0 }, on: { closeProbability: 0.4 } },
  { name: "imitation in the cluster", off: { clusterImitation: 0 }, on: { clusterImitation: 2 } },
  { name: "D4 selective share", off: { selectiveShare: 0 }, on: { selectiveShare: 0.4 } },
  { name: "D5 growth of core", off: { coreGrowth: 0 }, on: { coreGrowth: 0.03 } },
  {
    name: "D5 inflow",
    off: { coreInflow: 0 },
    idle: { lowValueComplexity: 0.9 },
    on: { coreInflow: 0.05 },
  },
  { name: "D5 leakage", off: { coreLeakage: 0 }, idle: { standardisedRelief: 1 }, on: { coreLeakage: 0.04 } },
  {
    name: "D5 hollowing-out",
    off: { modePolicy: "replicative", coreHollowing: 0 },
    on: { coreHollowing: 0.1 },
  },
  { name: "D6 penalty of lock-in", off: { lockInPenalty: 0 }, on: { lockInPenalty: 0.5 } },
  {
    name: "D7 return by failure",
    off: { aspiration: -10 },
    idle: { matchSd: 1, gainSd: 1 },
    on: { aspiration: 0 },
  },
  {
    name: "D7 pressure of stakeholders",
    off: { stakeholderPressure: 0 },
    on: { stakeholderPressure: 0.3 },
  },
  { name: "D8 standardised parts", off: { standardisedRelief: 0 }, on: { standardisedRelief: 0.5 } },
  { name: "falling market", off: { marketDecline: 0 }, on: { marketDecline: 0.05 } },
];

const bytes = (set: Parameters) => clusterFingerprint(clusterHistory(set));

describe("a mechanism off leaves no trace of its other parameters, and on changes the world", () => {
  it.each(mechanisms)("$name", ({ off, idle, on }) => {
    const absent = bytes(off);
    if (idle !== undefined) expect(bytes({ ...off, ...idle })).toBe(absent);
    expect(bytes({ ...off, ...on })).not.toBe(absent);
  });
});

describe("the draws of mechanisms", () => {
  it("are apart: closing followers or hollowing-out changes no mode of a proactive firm", () => {
    const modes = (set: Parameters) => {
      const { columns } = clusterHistory(set);
      const values = (name: string) => columns.find((column) => column.name === name)?.values ?? [];
      return Array.from(values("mode")).filter((_, row) => values("proactive")[row] === 1);
    };
    expect(modes({ closeProbability: 0.5, coreHollowing: 1, clusterImitation: 1 })).toEqual(modes({}));
  });
});
