import { describe, expect, it } from "vitest";
import { spellRows } from "../../panel/spells.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { modelSpecification } from "../../scenarios/index.ts";
import { withDerivedColumns } from "../../study/derivedColumns.ts";
import { firmLevelPanel, pairColumnsOf } from "../../study/firmLevelPanel.ts";
import { unidentifiedReason } from "../../study/identification.ts";
import { spellColumns } from "../../study/methods.ts";
import { busyWorld, kinds, sum, watch } from "../sim/worlds.ts";

const values = (table: Table, name: string) => Array.from(numericValues(column(table, name), name));

/** One firm in two destinations. */
function smallPanel(
  rows: readonly (readonly [pair: number, year: number, yLag: number, active: number, tenure: number])[],
) {
  const of = (at: number) => Int32Array.from(rows, (row) => row[at] ?? 0);
  return tableFromColumns([
    { name: "pair", values: of(0) },
    { name: "firm", values: Int32Array.from(rows, () => 1) },
    { name: "year", values: of(1) },
    { name: "yLag", values: Uint8Array.from(of(2)) },
    { name: "active", values: Uint8Array.from(of(3)) },
    { name: "tenure", values: of(4) },
  ]);
}

describe("a firm in two destinations", () => {
  it("has one spell as long as it is abroad somewhere, whichever destination came and went", () => {
    const firms = firmLevelPanel(
      smallPanel([
        [1, 2006, 0, 1, -1],
        [1, 2007, 1, 1, 0],
        [1, 2008, 1, 0, 1],
        [1, 2009, 0, 0, -1],
        [2, 2006, 0, 0, -1],
        [2, 2007, 0, 1, -1],
        [2, 2008, 1, 1, 0],
        [2, 2009, 1, 0, 1],
      ]),
    );
    expect(values(firms, "year")).toEqual([2006, 2007, 2008, 2009]);
    expect(values(firms, "active")).toEqual([1, 1, 1, 0]);
    expect(values(firms, "yLag")).toEqual([0, 1, 1, 1]);
    expect(values(firms, "tenure")).toEqual([-1, 0, 1, 2]);
    expect(firms.columns.has("pair")).toBe(false);
  });

  it("has a new spell after a year at home", () => {
    const firms = firmLevelPanel(
      smallPanel([
        [1, 2006, 1, 0, 3],
        [1, 2007, 0, 0, -1],
        [1, 2008, 0, 0, -1],
        [2, 2006, 1, 0, 5],
        [2, 2007, 0, 1, -1],
        [2, 2008, 1, 1, 0],
      ]),
    );
    expect(values(firms, "tenure")).toEqual([5, -1, 0]);
  });

  it("is known to have gone on through years in which it was not seen, where one of its pairs did", () => {
    const goesOn = smallPanel([
      [1, 2006, 1, 1, 0],
      [1, 2009, 1, 1, 3],
      [2, 2006, 1, 1, 4],
      [2, 2009, 0, 0, -1],
    ]);
    expect(values(firmLevelPanel(goesOn), "tenure")).toEqual([4, 7]);
    const begunUnseen = smallPanel([
      [1, 2006, 1, 1, 0],
      [1, 2009, 1, 1, 1],
      [2, 2006, 1, 1, 4],
      [2, 2009, 0, 0, -1],
    ]);
    expect(values(firmLevelPanel(begunUnseen), "tenure")).toEqual([4, 1]);
  });
});

describe.each(kinds)("the firm-level panel of a %s world", (kind) => {
  const watched = watch(busyWorld(kind, { firms: 120, surveyRule: "unbalanced", recordedYears: 9 }));
  const { world, active, captives, history } = watched;
  const panel = tableFromColumns(history.columns);
  const firms = firmLevelPanel(panel);
  const id = values(firms, "firm");
  const year = values(firms, "year");
  const { destinations } = world;
  const abroad = (firm: number, when: number) =>
    Number(
      active
        .get(when)
        ?.subarray(firm * destinations, (firm + 1) * destinations)
        .includes(1) ?? false,
    );
  const rows = Array.from({ length: firms.rows }, (_, row) => row);
  const firmOf = (row: number) => (id[row] ?? 0) - 1;
  const when = (row: number) => year[row] ?? 0;

  it("has a row for each firm and year that the panel of pairs has, and no other", () => {
    const keys = rows.map((row) => `${id[row]} ${year[row]}`);
    const ofPairs = values(panel, "firm").map((firm, row) => `${firm} ${values(panel, "year")[row]}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(keys)).toEqual(new Set(ofPairs));
    expect(destinations * firms.rows).toBe(panel.rows);
  });

  it("says where firms are abroad, and were a year ago and at first, as the world had it", () => {
    const first = world.scenario.firstYear;
    expect(values(firms, "active")).toEqual(rows.map((row) => abroad(firmOf(row), when(row))));
    expect(values(firms, "yLag")).toEqual(rows.map((row) => abroad(firmOf(row), when(row) - 1)));
    expect(values(firms, "yInitial")).toEqual(rows.map((row) => abroad(firmOf(row), first)));
    expect(sum(values(firms, "active"))).toBeGreaterThan(50);
  });

  it("counts the completed years of a spell begun within it, and dates its beginning", () => {
    const tenure = values(firms, "tenure");
    const cohort = values(firms, "cohort");
    let seen = 0;
    for (const row of rows) {
      let years = -1;
      while (abroad(firmOf(row), when(row) - 2 - years) === 1) years += 1;
      if (years < 0) expect([tenure[row], cohort[row]]).toEqual([-1, Number.NaN]);
      else if (when(row) - 1 - years > world.scenario.firstYear) {
        seen += 1;
        expect([tenure[row], cohort[row]]).toEqual([years, when(row) - 1 - years]);
      }
    }
    expect(seen).toBeGreaterThan(30);
  });

  it("has spells that a duration model accepts, as many ends as stops, and none lost", () => {
    const spells = spellRows(firms, spellColumns(modelSpecification("canello-pavone/cox")), "yearly");
    const stops = rows.filter(
      (row) => abroad(firmOf(row), when(row) - 1) === 1 && abroad(firmOf(row), when(row)) === 0,
    );
    expect(sum(values(spells, "event"))).toBe(stops.length);
    expect(spells.rows).toBe(sum(values(firms, "yLag")));
  });

  it("counts as peers the other firms of the province abroad anywhere a year ago, of any industry", () => {
    const counts = values(firms, "mseOffshoreOutsourcingProvinceLag1");
    for (const row of rows) {
      const others = Array.from({ length: world.firms.count }, (_, firm) => firm).filter(
        (firm) => firm !== firmOf(row) && world.firms.province[firm] === world.firms.province[firmOf(row)],
      );
      expect(counts[row]).toBe(sum(others.map((firm) => abroad(firm, when(row) - 1))));
    }
    expect(Math.max(...counts)).toBeGreaterThan(3);
  });

  it("counts captive offshorers of the province once, however many units they have", () => {
    const counts = values(firms, "largeOffshoringProvinceLag1");
    const industries = values(firms, "nationalLargeOffshoringLag1");
    const units = values(firms, "nationalLargeUnitsLag1");
    for (const row of rows) {
      const status = captives.get(when(row) - 1);
      const own = Array.from(world.captives.cell, (cell, captive) => ({
        cell,
        units: sum(status?.subarray(captive * destinations, (captive + 1) * destinations) ?? []),
      })).filter((captive) => captive.units > 0);
      const here = own.filter(
        ({ cell }) => Math.floor(cell / world.industries) === world.firms.province[firmOf(row)],
      );
      const alike = own.filter(({ cell }) => cell % world.industries === world.firms.industry[firmOf(row)]);
      expect(counts[row]).toBe(here.length);
      expect(industries[row]).toBe(alike.length);
      expect(units[row]).toBe(sum(alike.map((captive) => captive.units)));
    }
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });

  it("keeps what firms, provinces and industries are, and nothing that differs between destinations", () => {
    for (const name of ["size", "province", "industry", "government", "turnover"])
      expect(firms.columns.has(name), name).toBe(true);
    for (const name of [
      "pair",
      "destination",
      "msePeersSameDestination",
      "msePeersSameDestinationBeforeEntry",
    ])
      expect(firms.columns.has(name), name).toBe(false);
  });

  it("takes means over the rows of a firm, which begin after the initial year", () => {
    const peers = "mseOffshoreOutsourcingProvinceLag1";
    const derived = withDerivedColumns(firms, [{ name: "mean", column: peers, by: "meanOfFirm" }], "firm");
    const counts = values(firms, peers);
    const means = values(derived, "mean");
    expect(Math.min(...year)).toBe(world.scenario.firstYear + 1);
    for (const row of rows.filter((each) => each % 17 === 0)) {
      const own = rows.filter((each) => id[each] === id[row]);
      expect(means[row]).toBeCloseTo(sum(own.map((each) => counts[each] ?? 0)) / own.length, 12);
    }
  });

  it("remembers what stood in the year in which a spell began, which is what was known the year before", () => {
    const peers = "mseOffshoreOutsourcingProvinceLag1";
    const derived = withDerivedColumns(firms, [{ name: "entry", column: peers, by: "atEntry" }], "firm");
    const counts = values(firms, peers);
    const atEntry = values(derived, "entry");
    const cohort = values(firms, "cohort");
    let seen = 0;
    for (const row of rows) {
      const began = rows.find((each) => id[each] === id[row] && year[each] === cohort[row]);
      if (began === undefined) expect(atEntry[row]).toBeNaN();
      else expect(atEntry[row]).toBe(counts[began]);
      if (began !== undefined && began < row - 1) seen += 1;
    }
    expect(seen).toBeGreaterThan(10);
  });
});

describe("the columns of pairs behind those of firms", () => {
  it("are the status for spells, and for the rest the columns themselves", () => {
    expect(pairColumnsOf(["size", "tenure"])).toEqual(["firm", "year", "size", "active", "yLag", "tenure"]);
    expect(pairColumnsOf(["cohort"])).toContain("tenure");
  });
});

describe("dummies beside the peers of a province", () => {
  const specification = {
    ...modelSpecification("canello-pavone/probit"),
    numeric: ["yLag", "mseOffshoreOutsourcingProvinceLag1"],
  };
  const crossedWith = (interactions: string[][]) =>
    unidentifiedReason({ ...specification, factors: [], interactions });

  it("of province × year leave of them only that a firm is not its own peer", () => {
    expect(crossedWith([["province", "year"]])).toContain("mseOffshoreOutsourcingProvinceLag1");
    expect(crossedWith([["province", "year"]])).toContain("exclusion bias");
  });

  it("of province, or of industry × year, leave something", () => {
    expect(crossedWith([["province"], ["industry", "year"]])).toBeNull();
    expect(unidentifiedReason(modelSpecification("canello-pavone/probit-province"))).toBeNull();
  });
});
