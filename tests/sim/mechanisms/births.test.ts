import { describe, expect, it } from "vitest";
import { advance, historyOf, simulate, startWorld, yearsOf } from "../../../sim/index.ts";
import type { World } from "../../../sim/world.ts";
import {
  busyWorld,
  fingerprint,
  key,
  kinds,
  type Parameters,
  panelOf,
  quietWorld,
  sum,
  values,
} from "../worlds.ts";

const turnover: Parameters = {
  firms: 300,
  base: -0.9,
  datedShocks: [],
  closureRate: 0.1,
  birthRate: 0.8,
  profitEffect: -0.3,
  earlyEntryCost: 0.2,
};
const years = [2007, 2008, 2009, 2010, 2011, 2012];

/** The world as it stood before each of its recorded years, and in the end. */
function filmed(world: World): World[] {
  const film = [];
  while (world.year < 2012) {
    if (world.year >= 2006) film.push(structuredClone(world));
    advance(world, 1);
  }
  film.push(world);
  return film;
}

describe.each(kinds)("closures and births in a %s world", (kind) => {
  const scenario = busyWorld(kind, { ...turnover, surveyRule: "unbalanced" });
  const film = filmed(startWorld(scenario, key()));
  const world = film[6];
  const history = historyOf(world);
  const panel = panelOf(history);
  const rows = Array.from({ length: history.rows }, (_, row) => row);
  const births = world.births ?? { generation: new Uint16Array(), recorded: new Uint16Array(), born: [] };
  const alive = (at: number) => sum(film[at].firms.alive);

  it("conserve firms: who is alive is who was, less closures, and births fill places of closed firms only", () => {
    expect(alive(0)).toBe(300);
    for (let at = 1; at <= 6; at++) {
      const before = film[at - 1];
      const now = film[at];
      const born = now.births?.born ?? [];
      for (const place of born) expect(before.firms.alive[place]).toBe(0);
      const closed = Array.from(now.firms.alive).filter(
        (is, place) => is === 0 && (before.firms.alive[place] === 1 || born.includes(place)),
      );
      expect(alive(at)).toBe(alive(at - 1) + born.length - closed.length);
      expect(sum(now.cellFirms)).toBe(alive(at));
    }
    // Nobody can follow before the first firm has closed, at the end of 2007.
    expect(film[1].births?.born).toEqual([]);
    expect(
      Math.abs(sum(births.generation) / sum(film.slice(1, 6).map((of) => 300 - sum(of.firms.alive))) - 0.8),
    ).toBeLessThan(0.1);
    const closures = 300 - alive(1);
    expect(Math.abs(closures - 30)).toBeLessThan(4 * Math.sqrt(300 * 0.1 * 0.9));
  });

  it("give a new firm the place of the old one and nothing else of it", () => {
    let changed = 0;
    for (let at = 1; at <= 6; at++) {
      const [before, now] = [film[at - 1], film[at]];
      for (const place of now.births?.born ?? []) {
        expect(now.firms.cell[place]).toBe(before.firms.cell[place]);
        expect(now.firms.size[place]).not.toBe(before.firms.size[place]);
        expect(now.firmEffect[place]).not.toBe(before.firmEffect[place]);
        for (let pair = 4 * place; pair < 4 * place + 4; pair++) {
          expect(now.pairs.pairEffect[pair]).not.toBe(before.pairs.pairEffect[pair]);
          expect(now.pairs.initial[pair]).toBe(0);
          expect(now.pairs.tenure[pair]).toBeLessThanOrEqual(0);
        }
        expect(now.clients[place] >= 0).toBe(now.firms.supplier[place] === 1);
        changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(50);
  });

  it("are seen from the first year on, under a number of their own, abroad nowhere the year before", () => {
    const first = new Map<number, number>();
    const rowsOf = new Map<number, number>();
    for (const row of rows) {
      const firm = panel.firm[row];
      first.set(firm, Math.min(first.get(firm) ?? 9999, panel.year[row]));
      rowsOf.set(firm, (rowsOf.get(firm) ?? 0) + 1);
    }
    let late = 0;
    for (const row of rows) {
      const firm = panel.firm[row];
      if (firm <= 300) continue;
      late += 1;
      expect(panel.yInitial[row]).toBe(0);
      if (first.get(firm) !== panel.year[row]) continue;
      expect([panel.yLag[row], panel.exportingExperience[row]]).toEqual([0, 0]);
      // Who was born at the beginning of year t is on film at its end.
      expect(film[panel.year[row] - 2006].births?.born).toContain((firm - 1) % 300);
    }
    expect(late).toBeGreaterThan(100);
    // A row for each firm, destination and year at whose end the firm is there.
    expect(history.rows).toBe(4 * sum(years.map((year) => alive(year - 2006))));
    for (const [firm, count] of rowsOf) {
      const place = (firm - 1) % 300;
      const generation = Math.floor((firm - 1) / 300);
      const own = years.filter(
        (year, at) =>
          births.recorded[6 * place + at] === generation && film[year - 2006].firms.alive[place] === 1,
      );
      expect(count).toBe(4 * own.length);
    }
  });

  it("leave a panel sorted by firm, then pair, then year, whose columns are those of the firm of the row", () => {
    for (const row of rows.slice(1)) {
      const order = (of: number) => panel.pair[of] * 10_000 + panel.year[of];
      expect(order(row)).toBeGreaterThan(order(row - 1));
      expect(panel.firm[row]).toBe(Math.floor((panel.pair[row] - 1) / 4) + 1);
    }
    for (const row of rows) {
      const of = film[panel.year[row] - 2006];
      const place = (panel.firm[row] - 1) % 300;
      const pair = 4 * place + panel.destination[row];
      expect(panel.size[row]).toBe(of.firms.size[place]);
      expect(panel.supplier[row]).toBe(of.firms.supplier[place]);
      expect(panel.active[row]).toBe(of.pairs.active[pair]);
      expect(panel.domesticSuppliers[row]).toBe(of.firms.keepsDomesticSuppliers[place]);
    }
  });

  it("count peers by firms as they were: a new firm is no peer of the past, the one before it is", () => {
    let [seen, followed] = [0, 0];
    for (const row of rows) {
      const year = panel.year[row];
      if (year < 2009) continue;
      const place = (panel.firm[row] - 1) % 300;
      const destination = panel.destination[row];
      const cell = world.firms.cell[place];
      let peers = 0;
      for (const lag of [1, 2]) {
        const { pairs, births: then } = film[year - lag - 2006];
        for (let other = 0; other < 300; other++) {
          if (world.firms.cell[other] !== cell || pairs.active[4 * other + destination] === 0) continue;
          const sameFirm =
            other === place && then?.generation[other] === Math.floor((panel.firm[row] - 1) / 300);
          if (other === place && !sameFirm) followed += 1;
          if (!sameFirm) peers += 1;
        }
      }
      expect(panel.msePeersSameDestination[row]).toBe(peers / 2);
      seen += Number(peers > 0);
    }
    expect(seen).toBeGreaterThan(500);
    expect(followed).toBeGreaterThan(0);
  });

  it("are left out of a balanced survey", () => {
    const balanced = panelOf(simulate(busyWorld(kind, { ...turnover, surveyRule: "balanced" }), key()));
    const firms = new Set(Array.from(balanced.firm));
    expect(Math.max(...firms)).toBeLessThanOrEqual(300);
    const survivors = Array.from({ length: 300 }, (_, place) => place).filter(
      (place) => world.firms.alive[place] === 1 && births.generation[place] === 0,
    );
    expect([...firms].sort((a, b) => a - b)).toEqual(survivors.map((place) => place + 1));
    expect(balanced.firm.length).toBe(survivors.length * 24);
  });

  it("are the same in one go and in steps, from a copy, and whatever columns are asked for", () => {
    const inOneGo = fingerprint(simulate(scenario, key()));
    expect(fingerprint(history)).toBe(inOneGo);
    const copy = structuredClone(film[4]);
    advance(copy, 2);
    expect(fingerprint(historyOf(copy))).toBe(inOneGo);
    const part = simulate(scenario, key(), { columns: ["size", "year"] });
    expect(values(part, "size")).toEqual(values(history, "size"));
  });
});

describe("suppliers and reviews of new firms", () => {
  it("are their own, and nothing of the past abroad of the firm before them stays", () => {
    const set = { ...turnover, supplierPortfolio: "drawn", stayerShare: 0.5, reviewRate: 0.5 };
    const film = filmed(startWorld(busyWorld("behavioural", set), key()));
    let [born, startedBefore, otherStayer] = [0, 0, 0];
    for (let at = 1; at <= 6; at++) {
      const [before, now] = [film[at - 1], film[at]];
      for (const place of now.births?.born ?? []) {
        born += 1;
        expect(now.portfolios?.district[place]).not.toBe(before.portfolios?.district[place]);
        startedBefore += Number((before.portfolios?.startYear[place] ?? 0) > 0);
        // Its first start can be in its first year.
        expect([0, now.year]).toContain(now.portfolios?.startYear[place]);
        expect(now.portfolios?.setUp[place]).toBe(0);
        expect(now.portfolios?.returnYear[place]).toBe(0);
        otherStayer += Number(now.reviews?.stayer[place] !== before.reviews?.stayer[place]);
      }
    }
    expect(startedBefore).toBeGreaterThan(10);
    expect(Math.abs(otherStayer / born - 0.5)).toBeLessThan(0.2);
  });
});

describe("the draws of new firms", () => {
  it("are shared by worlds that differ in one parameter", () => {
    const born = (set: Parameters) => {
      const world = startWorld(busyWorld("behavioural", { ...turnover, ...set }), key());
      advance(world, yearsOf(world.scenario));
      return world;
    };
    const [left, right] = [born({}), born({ imitationSame: 0.4 })];
    expect(right.firms).toEqual(left.firms);
    expect(right.firmEffect).toEqual(left.firmEffect);
    expect(right.pairs.pairEffect).toEqual(left.pairs.pairEffect);
    expect(right.births).toEqual(left.births);
    expect(right.pairs.active).not.toEqual(left.pairs.active);
  });
});

describe("the rate of closures", () => {
  it("takes its share of the firms each year after the first recorded one, and none before", () => {
    const world = startWorld(quietWorld("behavioural", { firms: 5000, closureRate: 0.05 }), key());
    const alive = filmed(world).map(({ firms }) => sum(firms.alive));
    expect(alive[0]).toBe(5000);
    alive.slice(1).forEach((count, at) => {
      expect(Math.abs(count / alive[at] - 0.95)).toBeLessThan(0.015);
    });
  });

  it("adds to a dated closure of the year", () => {
    const set = { firms: 5000, closureRate: 0.1, datedShocks: [{ year: 2009, closure: 0.2 }] };
    const alive = filmed(startWorld(quietWorld("behavioural", set), key())).map(({ firms }) =>
      sum(firms.alive),
    );
    expect(Math.abs(alive[3] / alive[2] - 0.72)).toBeLessThan(0.03);
  });
});
