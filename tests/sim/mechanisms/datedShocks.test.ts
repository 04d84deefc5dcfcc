import { describe, expect, it } from "vitest";
import { simulate } from "../../../sim/index.ts";
import {
  busyWorld,
  type Kind,
  key,
  kinds,
  type Parameters,
  panelOf,
  quietWorld,
  sum,
  watch,
} from "../worlds.ts";

const abroad: Parameters = { firms: 200, base: -0.9, stateDependence: 1.5 };
const indexKinds: readonly Kind[] = ["dynamicProbit", "behavioural"];

describe.each(indexKinds)("an exit shock of 2008 in a %s world", (kind) => {
  const calm = watch(quietWorld(kind, abroad));
  const shaken = watch(quietWorld(kind, { ...abroad, datedShocks: [{ year: 2008, exit: 0.8 }] }));

  it("raises returns in 2008 and decides nothing else in any year", () => {
    for (const [year, now] of calm.active) {
      const shakenNow = shaken.active.get(year) ?? now;
      const before = calm.active.get(year - 1) ?? new Uint8Array(now.length);
      const shakenBefore = shaken.active.get(year - 1) ?? before;
      let moreReturns = 0;
      for (let pair = 0; pair < now.length; pair++) {
        // Only pairs that came into the year alike can tell a shock of the year from one of the past.
        if (before[pair] !== shakenBefore[pair]) continue;
        if (now[pair] !== shakenNow[pair]) {
          expect([before[pair], now[pair], shakenNow[pair]]).toEqual([1, 1, 0]);
          moreReturns += 1;
        }
      }
      if (year === 2008) expect(moreReturns).toBeGreaterThan(20);
      else expect(moreReturns).toBe(0);
    }
  });
});

describe.each(kinds)("an entry shock to one destination in a %s world", (kind) => {
  it("brings starts there in its year, and nowhere else", () => {
    const shock = { year: 2009, entry: 0.8, destination: "eastAsia" };
    const calm = watch(quietWorld(kind, abroad)).active.get(2009) ?? [];
    const shaken = watch(quietWorld(kind, { ...abroad, datedShocks: [shock] })).active.get(2009) ?? [];
    let added = 0;
    for (let pair = 0; pair < calm.length; pair++) {
      if (calm[pair] === shaken[pair]) continue;
      expect(pair % 4).toBe(2);
      expect(shaken[pair]).toBe(1);
      added += 1;
    }
    expect(added).toBeGreaterThan(20);
  });

  it("adds up with another of the same year", () => {
    const both = {
      datedShocks: [
        { year: 2009, entry: 0.3 },
        { year: 2009, entry: 0.5 },
      ],
    };
    const one = { datedShocks: [{ year: 2009, entry: 0.8 }] };
    expect(watch(quietWorld(kind, both)).active).toEqual(watch(quietWorld(kind, one)).active);
  });
});

describe.each(kinds)("a closure shock in a %s world", (kind) => {
  const closing: Parameters = { firms: 400, warmUpYears: 3, datedShocks: [{ year: 2009, closure: 0.25 }] };
  const open = watch(busyWorld(kind, { ...closing, datedShocks: [] }));
  const closed = watch(busyWorld(kind, closing));
  const aliveIn = (year: number) => sum(closed.alive.get(year) ?? []);

  it("closes its share of the firms at the end of the year, for good", () => {
    expect(aliveIn(2008)).toBe(400);
    expect(Math.abs(aliveIn(2009) - 300)).toBeLessThan(4 * Math.sqrt(400 * 0.25 * 0.75));
    expect(aliveIn(2012)).toBe(aliveIn(2009));
    const { world } = closed;
    for (const year of [2009, 2010, 2011, 2012]) {
      closed.active.get(year)?.forEach((status, pair) => {
        if (world.firms.alive[Math.floor(pair / 4)] === 0) expect(status).toBe(0);
      });
    }
    expect(sum(world.cellFirms)).toBe(aliveIn(2009));
  });

  it("changes no decision up to the year itself, and a closure abroad counts as nobody's return", () => {
    const upTo2009 = { firms: 400, recordedYears: 4 };
    const before = watch(busyWorld(kind, { ...closing, ...upTo2009, datedShocks: [] })).world;
    const after = watch(busyWorld(kind, { ...closing, ...upTo2009 })).world;
    expect(after.markets.returns).toEqual(before.markets.returns);
    const lost = before.pairs.active.filter((status, pair) => status !== after.pairs.active[pair]);
    expect(lost.length).toBeGreaterThan(5);
    expect(open.active.get(2008)).toEqual(closed.active.get(2008));
  });

  it("leaves the survivors' rows in a balanced panel, every firm-year alive in an unbalanced one", () => {
    const firmsOf = (rows: ArrayLike<number>) => new Set(Array.from(rows));
    const survivors = aliveIn(2012);
    expect(closed.history.rows).toBe(survivors * 4 * 6);
    expect(firmsOf(panelOf(closed.history).firm).size).toBe(survivors);

    const { history, alive } = watch(busyWorld(kind, { ...closing, surveyRule: "unbalanced" }));
    const panel = panelOf(history);
    const years = [2007, 2008, 2009, 2010, 2011, 2012];
    expect(history.rows).toBe(4 * sum(years.map((year) => sum(alive.get(year) ?? []))));
    for (let row = 0; row < history.rows; row++) {
      expect(alive.get(panel.year[row])?.[panel.firm[row] - 1]).toBe(1);
    }
  });

  it("takes closed firms out of both sides of the entry and return rates", () => {
    const { history } = watch(busyWorld(kind, { ...closing, surveyRule: "unbalanced" }));
    const panel = panelOf(history);
    const counts = { starts: 0, inactive: 0, returns: 0, active: 0 };
    for (let row = 0; row < history.rows; row++) {
      if (panel.yLag[row] === 1) {
        counts.active += 1;
        counts.returns += 1 - panel.active[row];
      } else {
        counts.inactive += 1;
        counts.starts += panel.active[row];
      }
    }
    expect(history.diagnostics.entryRate).toBe(counts.starts / counts.inactive);
    expect(history.diagnostics.exitRate).toBe(counts.returns / counts.active);
  });

  it("can close everybody: a panel without rows", () => {
    const all = { firms: 30, datedShocks: [{ year: 2010, closure: 1 }] };
    const history = simulate(busyWorld(kind, all), key());
    expect(history.rows).toBe(0);
    for (const column of history.columns) expect(column.values).toHaveLength(0);
    expect(simulate(busyWorld(kind, { ...all, surveyRule: "unbalanced" }), key()).rows).toBe(30 * 4 * 3);
  });
});

describe.each(kinds)("a shock to one firm in a %s world", (kind) => {
  // Everybody goes and comes, so that a firm is found whatever the kind of world.
  const lively: Parameters = { ...abroad, exitHazard: 0.3 };
  const calm = watch(quietWorld(kind, lively));
  const struck = (shock: object) =>
    watch(quietWorld(kind, { ...lively, datedShocks: [{ year: 2008, firm: 7, ...shock }] }));
  const pairs = [24, 25, 26, 27];

  /** Pairs that are not what they would have been at the end of a year. */
  function changed(other: ReturnType<typeof watch>, year: number): number[] {
    const before = calm.active.get(year) ?? new Uint8Array();
    const after = other.active.get(year) ?? new Uint8Array();
    return Array.from(before.keys()).filter((pair) => before[pair] !== after[pair]);
  }

  it("makes it start, and changes nobody else and no year before", () => {
    const easier = struck({ entry: 9 });
    expect(changed(easier, 2007)).toEqual([]);
    const now = easier.active.get(2008) ?? new Uint8Array();
    const stayed = pairs.filter((pair) => calm.active.get(2007)?.[pair] === 1);
    for (const pair of pairs) if (!stayed.includes(pair)) expect(now[pair]).toBe(1);
    expect(changed(easier, 2008).length).toBeGreaterThan(0);
    for (const pair of changed(easier, 2008)) expect(Math.floor(pair / 4)).toBe(6);
  });

  it("is confined to one destination, and to its province, where these are named", () => {
    const there = struck({ entry: 9, destination: "eastAsia" });
    expect(changed(there, 2008).filter((pair) => pair !== 26)).toEqual([]);
    const province = calm.world.provinces[calm.world.firms.province[6]].code;
    expect(changed(struck({ entry: 9, province }), 2008).length).toBeGreaterThan(0);
    const elsewhere = struck({ entry: 9, closure: 1, province: province === "MI" ? "TO" : "MI" });
    expect(changed(elsewhere, 2008)).toEqual([]);
    expect(elsewhere.alive.get(2008)).toEqual(calm.alive.get(2008));
  });

  it("closes it and nobody else", () => {
    const closed = struck({ closure: 1 });
    const alive = closed.alive.get(2008) ?? new Uint8Array();
    expect(Array.from(alive.keys()).filter((firm) => alive[firm] === 0)).toEqual([6]);
    expect(sum((closed.active.get(2012) ?? new Uint8Array()).subarray(24, 28))).toBe(0);
  });

  it("is refused for a firm that the world does not have", () => {
    expect(() => watch(quietWorld(kind, { firms: 100, datedShocks: [{ year: 2008, firm: 101 }] }))).toThrow(
      /datedShocks\[0\]\.firm.*1 to 100/,
    );
  });
});

describe.each(indexKinds)("an exit shock to one firm in a %s world", (kind) => {
  it("brings home that firm alone", () => {
    // An index of 4.5 + 1.5 keeps everybody abroad; 10 less keeps nobody there.
    const stay: Parameters = { ...abroad, base: 4.5 };
    const harder = watch(quietWorld(kind, { ...stay, datedShocks: [{ year: 2008, firm: 7, exit: 10 }] }));
    const now = harder.active.get(2008) ?? new Uint8Array();
    expect(Array.from(now.keys()).filter((pair) => now[pair] === 0)).toEqual([24, 25, 26, 27]);
  });
});
