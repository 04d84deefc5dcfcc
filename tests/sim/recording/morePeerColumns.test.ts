import { describe, expect, it } from "vitest";
import { twinCells } from "../../../sim/recording/twinCells.ts";
import { busyWorld, kinds, panelOf, sum, watch } from "../worlds.ts";
import { countsByHand } from "./peersByHand.ts";

const crowded = {
  firms: 90,
  base: -1,
  imitationSame: 0.05,
  peerMeasure: "stock",
  warmUpYears: 5,
  datedShocks: [],
};

describe.each(kinds)("the columns of a %s world that are counted in other ways", (kind) => {
  const watched = watch(busyWorld(kind, crowded));
  const { world, history, captives } = watched;
  const panel = panelOf(history);
  const byHand = countsByHand(watched);
  const { destinations, firms } = world;
  const rows = Array.from({ length: history.rows }, (_, row) => {
    const pair = panel.pair[row] - 1;
    const firm = Math.floor(pair / destinations);
    return {
      row,
      pair,
      firm,
      cell: firms.cell[firm],
      destination: pair % destinations,
      year: panel.year[row],
    };
  });
  const peersOf = (firm: number) =>
    Array.from({ length: firms.count }, (_, other) => other).filter(
      (other) => other !== firm && firms.cell[other] === firms.cell[firm],
    );

  it("have the firm itself among the peers, where they say so", () => {
    let own = 0;
    for (const { row, pair, year } of rows) {
      const years = byHand.status(pair, year - 1) + byHand.status(pair, year - 2);
      own += years;
      expect(panel.msePeersWithOwnSameDestination[row]).toBe(panel.msePeersSameDestination[row] + years / 2);
    }
    expect(own).toBeGreaterThan(100);
  });

  it("have those alone that started in the last two years, the firm itself left out", () => {
    const started = (pair: number, year: number) =>
      byHand.status(pair, year) === 1 && byHand.status(pair, year - 1) === 0 ? 1 : 0;
    let most = 0;
    for (const { row, firm, destination, year } of rows) {
      const starts = sum(
        peersOf(firm).map((other) => {
          const pair = other * destinations + destination;
          return started(pair, year - 1) + started(pair, year - 2);
        }),
      );
      most = Math.max(most, starts);
      expect(panel.msePeersStartedSameDestination[row]).toBe(starts / 2);
    }
    expect(most).toBeGreaterThan(1);
  });

  it("have peers as a share of the other firms of the cell, 0 for a firm alone", () => {
    for (const { row, firm } of rows) {
      const others = peersOf(firm).length;
      expect(panel.msePeersShareSameDestination[row]).toBe(
        others === 0 ? 0 : panel.msePeersSameDestination[row] / others,
      );
    }
    expect(rows.some(({ firm }) => peersOf(firm).length === 0)).toBe(true);
  });

  it("have placebo peers in another province of the same industry", () => {
    const twins = twinCells(world);
    let differing = 0;
    for (const { row, cell, destination, year } of rows) {
      expect(twins[cell] % world.industries).toBe(cell % world.industries);
      const strangers = Array.from({ length: firms.count }, (_, other) => other).filter(
        (other) => firms.cell[other] === twins[cell],
      );
      const count = sum(
        strangers.map((other) => {
          const pair = other * destinations + destination;
          return byHand.status(pair, year - 1) + byHand.status(pair, year - 2);
        }),
      );
      expect(panel.msePeersPlaceboSameDestination[row]).toBe(count / 2);
      if (panel.msePeersPlaceboSameDestination[row] !== panel.msePeersSameDestination[row]) differing += 1;
    }
    expect(differing).toBeGreaterThan(history.rows / 4);
  });

  it("have the national share of captive firms with units in the destination", () => {
    const { cell } = world.captives;
    for (const { row, cell: own, destination, year } of rows.filter(({ row }) => row % 17 === 0)) {
      let units = 0;
      let all = 0;
      cell.forEach((of, captive) => {
        if (of % world.industries !== own % world.industries) return;
        all += 1;
        for (const when of [year - 1, year - 2])
          units += captives.get(when)?.[captive * destinations + destination] ?? 0;
      });
      expect(panel.nationalLargeSameDestination[row]).toBeCloseTo(units / 2 / all, 12);
    }
  });

  it("have the units that captive firms of the cell gave up, mean per recorded year before t", () => {
    const givenUp = (cell: number, destination: number, year: number) => {
      let count = 0;
      world.captives.cell.forEach((of, captive) => {
        const at = captive * destinations + destination;
        for (let when = 2006; when < year; when++) {
          if (of === cell && captives.get(when - 1)?.[at] === 1 && captives.get(when)?.[at] === 0) count += 1;
        }
      });
      return count / (year - 2006);
    };
    let most = 0;
    for (const { row, pair, cell, destination, year } of rows) {
      const same = givenUp(cell, destination, year);
      most = Math.max(most, same);
      expect(panel.largePeersBackshoringSameDestination[row]).toBeCloseTo(same, 12);
      expect(panel.largePeersBackshoringOtherDestinations[row]).toBeCloseTo(
        byHand.elsewhere(pair, (other) => givenUp(cell, other, year)),
        12,
      );
    }
    expect(most).toBeGreaterThan(0.3);
  });

  it("have the producers of the province, the cohort of the spell, turnover and domestic suppliers", () => {
    const cohorts = new Set<number>();
    for (const { row, pair, firm, year } of rows) {
      const neighbours = firms.province.filter((province) => province === firms.province[firm]);
      expect(panel.provinceProducers[row]).toBe(neighbours.length);
      // Turnover is that of the year, productivity that of the year before.
      if (year < 2012)
        expect(panel.turnover[row]).toBeCloseTo(
          (870 / 240) * panel.size[row] * panel.labourProductivity[row + 1],
          8,
        );
      expect(panel.domesticSuppliers[row]).toBe(firms.keepsDomesticSuppliers[firm]);
      if (panel.yLag[row] === 0) expect(panel.cohort[row]).toBeNaN();
      else {
        cohorts.add(panel.cohort[row]);
        expect(panel.cohort[row]).toBe(Math.max(2006, byHand.spellStart(pair, year - 1)));
      }
    }
    expect([...cohorts].sort()).toEqual([2006, 2007, 2008, 2009, 2010, 2011]);
  });
});
