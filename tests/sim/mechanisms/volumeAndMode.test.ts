import { describe, expect, it } from "vitest";
import { advance, simulate, startWorld } from "../../../sim/index.ts";
import { margin } from "../../../sim/mechanisms/margin.ts";
import { cutVolumes } from "../../../sim/mechanisms/reducedVolume.ts";
import { key, kinds, type Parameters, panelOf, quietWorld, sum } from "../worlds.ts";

/** A third of the firms abroad; half of the years are bad. */
const abroad: Parameters = { firms: 300, base: -1, stateDependence: 1.4, exitHazard: 0.3, shockSd: 0.5 };

describe("the margin", () => {
  it("is the sum of demand, cost, the dated shock and, for behavioural firms, the belief", () => {
    for (const kind of kinds) {
      const world = startWorld(quietWorld(kind, { datedShocks: [{ year: 2007, exit: 0.4 }] }), key());
      world.demandShock.fill(0.3);
      world.costShock.fill(-0.2);
      world.pairs.belief.fill(0.05);
      const belief = kind === "behavioural" ? 0.05 : 0;
      expect(margin(world, 5, 2007)).toBeCloseTo(0.3 - 0.2 - 0.4 + belief, 14);
      expect(margin(world, 5, 2008)).toBeCloseTo(0.3 - 0.2 + belief, 14);
    }
  });
});

describe("reduced volume", () => {
  it("is cut in every bad year in turn, and is that of the start again in the first good one", () => {
    const world = startWorld(quietWorld("behavioural", { volumeCut: 0.5, volumeBase: 0.4 }), key());
    const { pairs } = world;
    pairs.active[3] = 1;
    pairs.volume[3] = 0.4;
    pairs.msePeersBeforeEntry[3] = 0;
    const volumes = [-1, -1, 1, -1].map((belief) => {
      pairs.belief[3] = belief;
      cutVolumes(world, { abroad: Int32Array.of(3, 4) }, 2007);
      return pairs.volume[3];
    });
    expect(volumes).toEqual([0.2, 0.1, 0.4, 0.2]);
    expect(pairs.volume[4]).toBe(0);
  });

  it("comes before the end: pairs that stop had smaller volumes than those that stay, and nobody abroad has none", () => {
    const set = { ...abroad, volumeCut: 0.5, commitment: 1, qualitySd: 0.6 };
    const panel = panelOf(simulate(quietWorld("behavioural", set), key()));
    const before = Array.from(panel.yLag, (_, row) => row).filter((row) => row > 0 && panel.yLag[row] === 1);
    const mean = (rows: readonly number[]) => sum(rows.map((row) => panel.volume[row - 1])) / rows.length;
    const inPanel = before.filter((row) => panel.year[row] > 2007);
    const stopped = inPanel.filter((row) => panel.active[row] === 0);
    expect(stopped.length).toBeGreaterThan(100);
    expect(mean(stopped)).toBeLessThan(0.9 * mean(inPanel.filter((row) => panel.active[row] === 1)));
    for (let row = 0; row < panel.active.length; row++)
      expect(panel.volume[row] > 0).toBe(panel.active[row] === 1);
  });

  it("lets more firms go where volume binds, every draw shared", () => {
    const returns = (volumeCut: number) =>
      simulate(quietWorld("behavioural", { ...abroad, commitment: 2, volumeCut }), key()).diagnostics
        .exitRate;
    expect(returns(0.5)).toBeGreaterThan(returns(1) + 0.02);
  });
});

describe.each(kinds)("the inward switch in a %s world", (kind) => {
  const inward: Parameters = { ...abroad, inwardSwitch: 0.4, reentryBoost: 0.5, inwardBoost: 1, tieFloor: 0 };

  it("is taken with its probability in bad years alone, by pairs that would have stayed", () => {
    const world = startWorld(quietWorld(kind, { ...inward, firms: 600 }), key());
    const twin = startWorld(quietWorld(kind, { ...inward, firms: 600, inwardSwitch: 1e-12 }), key());
    advance(world, 1);
    advance(twin, 1);
    // Nobody was abroad before the first year, so nobody can turn inward in it.
    expect(sum(world.ties?.inward ?? [])).toBe(0);
    advance(world, 1);
    advance(twin, 1);
    let bad = 0;
    let turned = 0;
    const { activeHistory } = twin.pairs;
    activeHistory[0].forEach((stays, pair) => {
      const eligible = stays === 1 && activeHistory[1][pair] === 1;
      if (eligible && margin(twin, pair, twin.year) < 0) bad += 1;
      if (world.ties?.inward[pair] !== 1) return;
      turned += 1;
      expect(eligible).toBe(true);
      expect(margin(twin, pair, twin.year)).toBeLessThan(0);
    });
    expect(bad).toBeGreaterThan(60);
    expect(Math.abs(turned / bad - 0.4)).toBeLessThan(4 * Math.sqrt(0.24 / bad));
  });

  it("never happens in a world without bad years", () => {
    const panel = panelOf(simulate(quietWorld(kind, { ...inward, shockSd: 0 }), key()));
    expect(sum(Array.from(panel.mode, (mode) => Number(mode === 3)))).toBe(0);
  });

  it("gives every pair one mode, which agrees with its status and its tie", () => {
    const history = simulate(quietWorld(kind, { ...inward, pauseShare: 0.3 }), key());
    const panel = panelOf(history);
    const mode = history.columns.find(({ name }) => name === "mode");
    expect(mode?.levels).toEqual(["away", "outward", "paused", "inward"]);
    const counts = [0, 0, 0, 0];
    for (let row = 0; row < history.rows; row++) {
      counts[panel.mode[row]] += 1;
      expect(panel.mode[row] === 1).toBe(panel.active[row] === 1);
      expect(panel.mode[row] >= 2).toBe(panel.paused[row] === 1);
    }
    for (const count of counts) expect(count).toBeGreaterThan(50);
  });

  it("brings firms back more often than a pause does, by its boost", () => {
    const rate = (inwardBoost: number) => {
      const panel = panelOf(simulate(quietWorld(kind, { ...inward, inwardBoost }), key()));
      const paused = Array.from(panel.tieStrength).filter((tie) => tie > 0).length;
      return sum(Array.from(panel.reentered)) / paused;
    };
    expect(rate(2)).toBeGreaterThan(1.3 * rate(0));
  });
});

it("an inward switch by hazard has a time within its year, as a return has", () => {
  const panel = panelOf(simulate(quietWorld("entryExit", { ...abroad, inwardSwitch: 0.5 }), key()));
  for (let row = 0; row < panel.active.length; row++) {
    const stopped = panel.yLag[row] === 1 && panel.active[row] === 0;
    expect(Number.isNaN(panel.exitTime[row])).toBe(!stopped);
    if (stopped) expect(panel.exitTime[row] > 0 && panel.exitTime[row] < 1).toBe(true);
  }
});
