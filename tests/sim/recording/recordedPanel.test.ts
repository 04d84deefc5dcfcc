import { describe, expect, it } from "vitest";
import { partOfCountry } from "../../../sim/geography/province.ts";
import { columnsOf, panelColumns } from "../../../sim/recording/panelColumns.ts";
import { busyWorld, kinds, panelOf, watch } from "../worlds.ts";
import { countsByHand } from "./peersByHand.ts";

const noClosures = {
  firms: 70,
  base: -1,
  imitationSame: 0.05,
  peerMeasure: "stock",
  warmUpYears: 5,
  datedShocks: [],
};

describe.each(kinds)("the panel of a %s world", (kind) => {
  const watched = watch(busyWorld(kind, noClosures));
  const { world, history } = watched;
  const panel = panelOf(history);
  const byHand = countsByHand(watched);
  const { destinations } = world;
  const rows = Array.from({ length: history.rows }, (_, row) => ({
    row,
    pair: panel.pair[row] - 1,
    destination: panel.destination[row],
    year: panel.year[row],
  }));

  it("has a row for every pair and year after the first, sorted by pair, then year", () => {
    expect(history.rows).toBe(70 * 4 * 6);
    rows.forEach(({ row, pair, destination, year }) => {
      expect(pair).toBe(Math.floor(row / 6));
      expect(year).toBe(2007 + (row % 6));
      expect(destination).toBe(pair % destinations);
      expect(panel.firm[row]).toBe(1 + Math.floor(pair / destinations));
    });
    expect(history.columns.map(({ name }) => name)).toEqual(columnsOf(world).map(({ name }) => name));
  });

  it("shows the status of the year, of the year before and of the first year", () => {
    for (const { row, pair, year } of rows) {
      expect(panel.active[row]).toBe(byHand.status(pair, year));
      expect(panel.yLag[row]).toBe(byHand.status(pair, year - 1));
      expect(panel.yInitial[row]).toBe(byHand.status(pair, 2006));
    }
    expect(rows.filter(({ row }) => panel.yLag[row] !== panel.active[row]).length).toBeGreaterThan(50);
  });

  it("counts tenure from 0 for a spell begun in t − 1, and −1 outside a spell", () => {
    for (const { row, pair, year } of rows) {
      const expected =
        byHand.status(pair, year - 1) === 0 ? -1 : year - 1 - byHand.spellStart(pair, year - 1);
      expect(panel.tenure[row]).toBe(expected);
    }
    expect(rows.some(({ row }) => panel.tenure[row] === 0)).toBe(true);
    expect(rows.some(({ row }) => panel.tenure[row] > 2)).toBe(true);
  });

  it("counts peers as brute force does: own firm out, mean of t − 1 and t − 2", () => {
    let most = 0;
    for (const { row, pair, destination, year } of rows) {
      const same = byHand.msePeers(pair, destination, year);
      most = Math.max(most, same);
      expect(panel.msePeersSameDestination[row]).toBe(same);
      expect(panel.msePeersOtherDestinations[row]).toBe(
        byHand.elsewhere(pair, (other) => byHand.msePeers(pair, other, year)),
      );
      expect(panel.nationalMseSameDestination[row]).toBe(byHand.national(pair, year) / 100);
    }
    expect(most).toBeGreaterThan(1);
  });

  it("counts captive offshorers of the own cell in the two years before", () => {
    for (const { row, pair, destination, year } of rows) {
      expect(panel.largePeersSameDestination[row]).toBe(byHand.largePeers(pair, destination, year));
      expect(panel.largePeersOtherDestinations[row]).toBe(
        byHand.elsewhere(pair, (other) => byHand.largePeers(pair, other, year)),
      );
    }
  });

  it("keeps the peers before entry with the spell, and has none outside a spell", () => {
    let seen = 0;
    for (const { row, pair, destination, year } of rows) {
      if (panel.yLag[row] === 0) {
        expect(panel.msePeersSameDestinationBeforeEntry[row]).toBeNaN();
        expect(panel.largePeersSameDestinationBeforeEntry[row]).toBeNaN();
        continue;
      }
      const start = byHand.spellStart(pair, year - 1);
      expect(panel.msePeersSameDestinationBeforeEntry[row]).toBe(byHand.msePeers(pair, destination, start));
      // Captive firms were watched from the first simulated year on.
      if (start - 2 < 2002) continue;
      seen += 1;
      expect(panel.largePeersSameDestinationBeforeEntry[row]).toBe(
        byHand.largePeers(pair, destination, start),
      );
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("counts the returns of peers per recorded year before t, own returns left out", () => {
    let most = 0;
    for (const { row, pair, destination, year } of rows) {
      const same = byHand.backshored(pair, destination, 2006, year);
      most = Math.max(most, same);
      expect(panel.msePeersBackshoringSameDestination[row]).toBeCloseTo(same, 12);
      expect(panel.msePeersBackshoringOtherDestinations[row]).toBeCloseTo(
        byHand.elsewhere(pair, (other) => byHand.backshored(pair, other, 2006, year)),
        12,
      );
    }
    expect(most).toBeGreaterThan(0.5);
  });

  it("has exact times of return where a hazard decides, and only there", () => {
    for (const { row } of rows) {
      const returned = panel.yLag[row] === 1 && panel.active[row] === 0;
      if (kind === "entryExit" && returned) {
        expect(panel.exitTime[row]).toBeGreaterThan(0);
        expect(panel.exitTime[row]).toBeLessThanOrEqual(1);
      } else expect(panel.exitTime[row]).toBeNaN();
    }
  });

  it("shows characteristics as they stood at the end of the year before", () => {
    const exporters = rows.filter(({ row }) => panel.exportingExperience[row] > 0);
    expect(exporters.length).toBeGreaterThan(0);
    for (const { row, pair, year } of exporters) {
      const atTheEnd = world.firms.exportingExperience[Math.floor(pair / destinations)];
      expect(panel.exportingExperience[row]).toBe(atTheEnd - (2012 - (year - 1)));
    }
  });

  it("labels province, region, macro-area and industry of the firm", () => {
    const levels = Object.fromEntries(history.columns.map(({ name, levels }) => [name, levels ?? []]));
    for (const { row, pair } of rows) {
      const firm = Math.floor(pair / destinations);
      const province = world.provinces[world.firms.province[firm]];
      expect(levels.province[panel.province[row]]).toBe(province.code);
      expect(levels.region[panel.region[row]]).toBe(province.region);
      expect(levels.partOfCountry[panel.partOfCountry[row]]).toBe(partOfCountry(province));
      expect(levels.industry[panel.industry[row]]).toBe(["clothing", "footwear"][world.firms.industry[firm]]);
      expect(panel.migrantFirmShare[row]).toBe(
        world.provinceCharacteristics.migrantFirmShare[world.firms.cell[firm]],
      );
    }
  });
});

describe("every column of the panel", () => {
  it("has a meaning, a unit and a source, and one name", () => {
    for (const { note } of panelColumns) {
      expect(note.meaning.length).toBeGreaterThan(3);
      expect(note.unit.length).toBeGreaterThan(0);
      expect(note.source.length).toBeGreaterThan(0);
    }
    expect(new Set(panelColumns.map(({ name }) => name)).size).toBe(panelColumns.length);
  });
});
