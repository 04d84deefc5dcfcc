import { describe, expect, it } from "vitest";
import { advance, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import type { World } from "../../../sim/world.ts";
import {
  busyWorld,
  key,
  kinds,
  type Parameters,
  panelOf,
  quietWorld,
  sum,
  values,
  watch,
} from "../worlds.ts";

const abroad: Parameters = { firms: 400, base: -1.4, stateDependence: 2.2, exitHazard: 0.1, datedShocks: [] };

/** Every year with the world before it and after it. */
function years(set: Parameters, kind: (typeof kinds)[number], make = quietWorld): [World, World][] {
  const world = startWorld(make(kind, { ...abroad, ...set }), key());
  const pages: [World, World][] = [];
  for (let step = 0; step < yearsOf(world.scenario); step++) {
    const before = structuredClone(world);
    advance(world, 1);
    pages.push([before, structuredClone(world)]);
  }
  return pages;
}

const movesOf = (world: World) => world.moves ?? { left: new Uint8Array(), from: new Int32Array() };

describe.each(kinds)("switching the destination in a %s world", (kind) => {
  const pages = years({ switchRate: 0.2 }, kind);

  it("takes a spell to a destination where the firm was not, in one year, and conserves spells", () => {
    let moves = 0;
    for (const [before, after] of pages) {
      const { left, from } = movesOf(after);
      from.forEach((origin, target) => {
        if (origin < 0) return;
        expect(Math.floor(origin / 4)).toBe(Math.floor(target / 4));
        expect([before.pairs.active[origin], before.pairs.active[target]]).toEqual([1, 0]);
        expect([after.pairs.active[origin], after.pairs.active[target]]).toEqual([0, 1]);
        expect(left[origin]).toBe(1);
        expect(after.pairs.tenure[target]).toBe(0);
        expect(after.pairs.volume[target]).toBe(before.pairs.volume[origin]);
        moves += 1;
      });
      expect(sum(left)).toBe(from.filter((origin) => origin >= 0).length);
    }
    expect(moves).toBeGreaterThan(100);
  });

  it("takes the wanted share of the spells that would go on", () => {
    const moved = sum(pages.map(([, after]) => sum(movesOf(after).left)));
    const stayed = sum(
      pages.map(([before, after]) =>
        sum(after.pairs.active.map((is, pair) => is & before.pairs.active[pair])),
      ),
    );
    expect(Math.abs(moved / (moved + stayed) - 0.2)).toBeLessThan(0.03);
  });

  it("is an end and a start to the survey, which the simulator tells apart", () => {
    const { history } = watch(quietWorld(kind, { ...abroad, switchRate: 0.2 }));
    const panel = panelOf(history);
    const [switched, ending] = ["switched", "ending"].map((name) => {
      const found = history.columns.find((column) => column.name === name);
      return (row: number) => found?.levels?.[found.values[row]];
    });
    const counts = { left: 0, arrived: 0, none: 0 };
    for (let row = 0; row < history.rows; row++) {
      const word = switched(row) as keyof typeof counts;
      counts[word] += 1;
      if (word === "left") {
        expect([panel.yLag[row], panel.active[row], panel.backshored[row]]).toEqual([1, 0, 1]);
        expect(ending(row)).toBe("move");
        if (kind === "entryExit") expect(panel.exitTime[row]).toBeLessThanOrEqual(1);
      }
      if (word === "arrived") expect([panel.yLag[row], panel.active[row]]).toEqual([0, 1]);
    }
    expect(counts.left).toBe(counts.arrived);
    expect(counts.left).toBeGreaterThan(100);
  });

  it("goes where the firm is more likely to start", () => {
    const popular = years({ switchRate: 0.2, destinationOffset: [0.8, -1, -1, -1] }, kind);
    const chosen = { europe: 0, elsewhere: 0 };
    for (const [before, after] of popular)
      movesOf(after).from.forEach((origin, target) => {
        // Only who is not in Europe, and stays nowhere that could be Europe, has the choice.
        const europe = target - (target % 4);
        if (origin < 0 || before.pairs.active[europe] === 1) return;
        const here = after.pairs.active[europe] === 1;
        if (here && target !== europe) return;
        chosen[here ? "europe" : "elsewhere"] += 1;
      });
    expect(chosen.europe).toBeGreaterThan(2 * chosen.elsewhere);
    expect(chosen.europe).toBeGreaterThan(5);
  });

  it("leaves no column where it is off", () => {
    expect(simulate(quietWorld(kind), key()).columns.map(({ name }) => name)).not.toContain("switched");
  });
});

describe.each(kinds)("nearshoring in a %s world", (kind) => {
  const pages = years({ nearshoringRate: 0.15 }, kind);

  it("goes from East Asia and the rest of the world to Europe, and nowhere else", () => {
    let moves = 0;
    for (const [before, after] of pages)
      movesOf(after).from.forEach((origin, target) => {
        if (origin < 0) return;
        moves += 1;
        expect(target % 4).toBe(0);
        expect([2, 3]).toContain(origin % 4);
        expect(before.pairs.active[target]).toBe(0);
      });
    expect(moves).toBeGreaterThan(30);
  });

  it("moves the mix towards Europe", () => {
    const inEurope = (set: Parameters) => {
      const active = values(simulate(quietWorld(kind, { ...abroad, ...set }), key()), "active");
      const destination = values(simulate(quietWorld(kind, { ...abroad, ...set }), key()), "destination");
      return sum(Array.from(active).filter((_, row) => destination[row] === 0)) / sum(Array.from(active));
    };
    expect(inEurope({ nearshoringRate: 0.15 })).toBeGreaterThan(inEurope({}) + 0.05);
  });
});

describe.each(kinds)("moves in a %s world with every mechanism at work", (kind) => {
  const set = { switchRate: 0.2, nearshoringRate: 0.1, pauseShare: 1, baseErosion: 0, base: -0.9 };

  it("are no pauses, and bring no work home", () => {
    let moves = 0;
    for (const [, after] of years(set, kind, busyWorld)) {
      const { left } = movesOf(after);
      left.forEach((gone, pair) => {
        if (gone === 0) return;
        moves += 1;
        expect(after.ties?.paused[pair]).toBe(0);
      });
    }
    expect(moves).toBeGreaterThan(50);
    const base = (recovery: Parameters) =>
      years(
        {
          switchRate: 1,
          exitHazard: 0,
          stateDependence: 10,
          captiveFirms: 0,
          keepsDomesticShare: 0,
          baseErosion: 1,
          ...recovery,
        },
        kind,
      ).map(([, after]) => sum(after.supplierBase));
    expect(base({ baseRecovery: 5 })).toEqual(base({ baseRecovery: 0 }));
  });

  it("wake the tie a firm has where it goes", () => {
    let woken = 0;
    for (const [before, after] of years({ ...set, pauseShare: 0.9, tieDecay: 0.05 }, kind, busyWorld))
      movesOf(after).from.forEach((origin, target) => {
        if (origin < 0 || before.ties?.paused[target] !== 1) return;
        woken += 1;
        expect([after.ties?.paused[target], after.ties?.reentered[target]]).toEqual([0, 1]);
      });
    expect(woken).toBeGreaterThan(0);
  });
});
