import { describe, expect, it } from "vitest";
import { adoptionShare, whichFirst } from "../../../sim/clusters/checks/adoption.ts";
import { burstsOf } from "../../../sim/clusters/checks/bursts.ts";
import { ordinalChecks } from "../../../sim/clusters/checks/ordinalChecks.ts";
import { runOrdinalChecks } from "../../../sim/clusters/checks/runOrdinalChecks.ts";
import { descends, shareOfSeeds } from "../../../sim/clusters/checks/shareOfSeeds.ts";
import { modeNames } from "../../../sim/clusters/modes.ts";
import type { ClusterHistory } from "../../../sim/clusters/simulateClusters.ts";
import { clusterHistory } from "./clusterWorlds.ts";

describe("the share of seeds in which an order holds", () => {
  it("has the error of a binomial share", () => {
    const sides = [
      [3, 2, 1],
      [2, 3, 1],
      [3, 3, 1],
      [5, 4, 0],
    ];
    expect(shareOfSeeds(sides)).toEqual({
      share: 0.5,
      monteCarloError: 0.25,
      bound: null,
      seeds: 4,
      undecided: 0,
    });
  });

  it("has the exact bound where it held always or never: 0.025^(1/30) = 0.884", () => {
    const always = shareOfSeeds(new Array(30).fill([1, 0]));
    expect(always).toMatchObject({ share: 1, monteCarloError: 0 });
    expect(always.bound).toBeCloseTo(0.025 ** (1 / 30), 12);
    expect(shareOfSeeds(new Array(30).fill([0, 1])).bound).toBeCloseTo(1 - 0.025 ** (1 / 30), 12);
  });

  it("counts what cannot be decided as not held", () => {
    expect(
      shareOfSeeds([
        [Number.NaN, 1],
        [1, 0],
      ]),
    ).toMatchObject({ share: 0.5, undecided: 1 });
    expect(descends([2, 1, Number.NaN])).toBe(false);
    expect(() => shareOfSeeds([])).toThrow("at least one seed");
  });
});

/** A panel of clusters written by hand: a list a firm, a value a year. */
function handMade(firms: Readonly<Record<string, readonly number[][]>>): ClusterHistory {
  const [some] = Object.values(firms);
  const note = { meaning: "", unit: "", source: "", lag: null };
  const levels: Record<string, readonly string[]> = {
    status: ["home", "abroad", "following", "closed"],
    mode: modeNames,
    strategy: ["cost", "differentiation"],
  };
  const columns = Object.entries(firms).map(([name, values]) => {
    const column = { name, values: Float64Array.from(values.flat()), note };
    return levels[name] === undefined ? column : { ...column, levels: levels[name] };
  });
  return { rows: some.flat().length, years: some[0].length, columns };
}

describe("bursts", () => {
  it("are counted over pairs: with a follower of the same focal firm, of the same cluster, elsewhere", () => {
    // Cluster 1: four followers of firm 1, two of firm 2; cluster 2: two of firm 3. One year; three and one move.
    const once = (values: number[]) => values.map((value) => [value]);
    const history = handMade({
      cluster: once([1, 1, 1, 1, 1, 1, 2, 2]),
      focalFirm: once([1, 1, 1, 1, 2, 2, 3, 3]),
      proactive: once([0, 0, 0, 0, 0, 0, 0, 0]),
      movedAbroad: once([1, 1, 1, 0, 0, 0, 1, 0]),
      status: once([2, 2, 2, 0, 0, 0, 2, 0]),
    });
    const bursts = burstsOf(history);
    // Firm 1: 3 movers see 2 of 3 others move; firm 3: 1 mover sees 0 of 1.
    expect(bursts.sameFocalFirm).toBeCloseTo((3 * 2) / (3 * 3 + 1), 12);
    // Movers of firm 1 see none of the two of firm 2 move.
    expect(bursts.sameCluster).toBe(0);
    // 3 movers see 1 of 2 in cluster 2; 1 mover there sees 3 of 6.
    expect(bursts.otherClusters).toBeCloseTo((3 * 1 + 1 * 3) / (3 * 2 + 1 * 6), 12);
  });

  it("leave out firms that are not at home at the end of the year before", () => {
    const history = handMade({
      cluster: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      focalFirm: [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      proactive: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      movedAbroad: [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
      status: [
        [2, 2],
        [0, 2],
        [0, 2],
      ],
    });
    // Year 1: 1 mover sees 0 of 2; year 2: 2 movers see 1 of 1 each.
    expect(burstsOf(history).sameFocalFirm).toBeCloseTo(2 / 4, 12);
  });
});

describe("adoption", () => {
  const code = (name: (typeof modeNames)[number]) => modeNames.indexOf(name);
  const [local, materials, processing] = [
    code("local"),
    code("outsourceMaterials"),
    code("outsourceProcessing"),
  ];
  const history = handMade({
    mode: [
      [local, materials, processing],
      [processing, local, materials],
      [local, materials, materials],
      [processing, processing, materials],
    ],
    proactive: [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
      [0, 0, 0],
    ],
    strategy: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  });

  it("counts proactive cost firms that ever took a mode, and which mode came first", () => {
    expect(adoptionShare(history, ["outsourceMaterials"])).toBe(1);
    expect(adoptionShare(history, ["outsourceProcessing"])).toBeCloseTo(2 / 3, 12);
    expect(whichFirst(history, ["outsourceMaterials"], ["outsourceProcessing"])).toEqual([0.5, 0.5]);
    expect(whichFirst(history, ["captiveSelective"], ["outsourceMaterials"])).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("of a simulated history lies between 0 and 1", () => {
    const share = adoptionShare(clusterHistory(), ["outsourceMaterials"]);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });
});

describe("the ordinal checks", () => {
  const results = runOrdinalChecks("gancarczyk-2017", { seeds: 8 });
  const resultOf = (of: string, side: string) =>
    results.find(({ check }) => check.of === of && check.sides[0] === side);

  it("are run in one world, each with its share, its error and the mean of each side", () => {
    expect(results.map(({ check }) => check)).toEqual(ordinalChecks);
    for (const { check, share, seeds, means } of results) {
      expect(seeds).toBe(8);
      expect(means).toHaveLength(check.sides.length);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it("give the orders of the stocks that follow from the mechanisms", () => {
    expect(resultOf("P1a", "selective")?.share).toBe(1);
    expect(resultOf("P1, P2", "exportOnly")?.share).toBe(1);
    expect(resultOf("P1c", "highValue")?.share).toBe(1);
    expect(resultOf("P1c", "complex work and able partner")?.share).toBe(1);
    expect(resultOf("P2c", "standardised part")?.share).toBe(1);
  });

  it("tell following from imitation by links: the same counts, other neighbours", () => {
    expect(resultOf("D3", "of the same focal firm")?.share).toBe(1);
    const imitation = runOrdinalChecks("gancarczyk-2017/imitation", { seeds: 8 });
    const among = (of: string) => imitation.find(({ check }) => check.of === of)?.share;
    expect(among("D3")).toBeLessThan(1);
    expect(among("D3 (not expected)")).toBeGreaterThan(0.8);
  });
});
