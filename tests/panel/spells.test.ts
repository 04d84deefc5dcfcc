import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherRows } from "../../panel/gatherRows.ts";
import { type SpellClock, spellRows } from "../../panel/spells.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { refusal } from "./refusal.ts";

const names = {
  unit: "pair",
  period: "year",
  status: "active",
  statusBefore: "yLag",
  elapsed: "tenure",
  endTime: "exitTime",
};

/** One row of a panel: pair, year, active, yLag, tenure, exitTime. */
type PanelRow = readonly [number, number, number, number, number, number];

function panelOf(rows: readonly PanelRow[]): Table {
  const cells = (index: number) => rows.map((row) => row[index]);
  return tableFromColumns([
    { name: "pair", values: Int32Array.from(cells(0)) },
    { name: "year", values: Int32Array.from(cells(1)) },
    { name: "active", values: Uint8Array.from(cells(2)) },
    { name: "yLag", values: Uint8Array.from(cells(3)) },
    { name: "tenure", values: Int32Array.from(cells(4)) },
    { name: "exitTime", values: Float64Array.from(cells(5)) },
  ]);
}

function values(table: Table, name: string): number[] {
  return [...numericValues(column(table, name))];
}

const never = Number.NaN;

describe("spell rows", () => {
  it("put a spell seen from its beginning on a clock that starts when it began", () => {
    // Begins in 2007, at risk from 2008, ends a quarter into 2009.
    const panel = panelOf([
      [1, 2007, 1, 0, -1, never],
      [1, 2008, 1, 1, 0, never],
      [1, 2009, 0, 1, 1, 0.25],
      [1, 2010, 0, 0, -1, never],
    ]);
    const exact = spellRows(panel, names, "exact");
    expect([...exact.columns.keys()]).toEqual([
      ...["pair", "year", "spell", "start", "stop", "event", "leftTruncated", "rightCensored", "panelRow"],
    ]);
    expect(values(exact, "year")).toEqual([2008, 2009]);
    expect(values(exact, "start")).toEqual([0, 1]);
    expect(values(exact, "stop")).toEqual([1, 1.25]);
    expect(values(exact, "event")).toEqual([0, 1]);
    expect(values(exact, "leftTruncated")).toEqual([0, 0]);
    expect(values(exact, "rightCensored")).toEqual([0, 0]);
    expect(values(spellRows(panel, names, "yearly"), "stop")).toEqual([1, 2]);
  });

  it("enter late when the spell was running before the window, and are censored when it closes", () => {
    const rows = spellRows(
      panelOf([
        [1, 2007, 1, 1, 6, never],
        [1, 2008, 1, 1, 7, never],
        [2, 2007, 1, 1, 0, never],
        [2, 2008, 1, 1, 1, never],
      ]),
      names,
      "exact",
    );
    expect(values(rows, "start")).toEqual([6, 7, 0, 1]);
    expect(values(rows, "stop")).toEqual([7, 8, 1, 2]);
    expect(values(rows, "leftTruncated")).toEqual([1, 1, 0, 0]);
    expect(values(rows, "rightCensored")).toEqual([0, 1, 0, 1]);
    expect(values(rows, "spell")).toEqual([1, 1, 2, 2]);
  });

  it("count a re-entry as a new spell of the same unit, from zero", () => {
    const rows = spellRows(
      panelOf([
        [7, 2007, 0, 1, 3, 1],
        [7, 2008, 1, 0, -1, never],
        [7, 2009, 1, 1, 0, never],
      ]),
      names,
      "exact",
    );
    expect(values(rows, "pair")).toEqual([7, 7]);
    expect(values(rows, "spell")).toEqual([1, 2]);
    expect(values(rows, "start")).toEqual([3, 0]);
    expect(values(rows, "stop")).toEqual([4, 1]);
    expect(values(rows, "leftTruncated")).toEqual([1, 0]);
    expect(values(rows, "rightCensored")).toEqual([0, 1]);
  });

  it("carry a spell over missing years without counting them as time at risk", () => {
    const rows = spellRows(
      panelOf([
        [1, 2007, 1, 1, 0, never],
        [1, 2010, 0, 1, 3, 0.5],
      ]),
      names,
      "exact",
    );
    expect(values(rows, "spell")).toEqual([1, 1]);
    expect(values(rows, "start")).toEqual([0, 3]);
    expect(values(rows, "stop")).toEqual([1, 3.5]);
    expect(values(rows, "rightCensored")).toEqual([0, 0]);
  });

  it("censor a spell that ends unseen in missing years, whether or not its unit returns", () => {
    const rows = spellRows(
      panelOf([
        [1, 2007, 1, 1, 0, never],
        [1, 2010, 1, 1, 1, never],
        [2, 2007, 1, 1, 4, never],
        [2, 2009, 0, 0, -1, never],
      ]),
      names,
      "yearly",
    );
    expect(values(rows, "spell")).toEqual([1, 2, 3]);
    expect(values(rows, "rightCensored")).toEqual([1, 1, 1]);
    expect(values(rows, "leftTruncated")).toEqual([0, 1, 1]);
  });

  it("name the panel rows whose covariates are theirs", () => {
    const panel = panelOf([
      [1, 2007, 0, 0, -1, never],
      [2, 2007, 1, 1, 2, never],
      [2, 2008, 0, 1, 3, 0.5],
    ]);
    const rows = spellRows(panel, names, "exact");
    expect(values(rows, "panelRow")).toEqual([1, 2]);
    expect(values(gatherRows(panel, values(rows, "panelRow")), "tenure")).toEqual(values(rows, "start"));
  });

  it("take a category for the unit and need no end times on the yearly clock", () => {
    const panel = tableFromColumns([
      { name: "firm", values: Uint16Array.of(1, 0), levels: ["b", "a"] },
      { name: "year", values: Int32Array.of(2007, 2007) },
      { name: "active", values: Uint8Array.of(0, 1) },
      { name: "yLag", values: Uint8Array.of(1, 1) },
      { name: "tenure", values: Int32Array.of(0, 0) },
    ]);
    const { endTime, ...withoutEndTime } = names;
    const rows = spellRows(panel, { ...withoutEndTime, unit: "firm" }, "yearly");
    expect(column(rows, "firm")).toEqual(column(panel, "firm"));
    expect(values(rows, "event")).toEqual([1, 0]);
    expect(refusal(() => spellRows(panel, { ...withoutEndTime, unit: "firm" }, "exact")).problem).toBe(
      "unknown-column",
    );
  });
});

describe("a panel whose spells contradict each other is refused by row and column", () => {
  const cases: readonly [string, string, number, readonly PanelRow[]][] = [
    [
      "a unit in two places",
      "pair",
      4,
      [
        [1, 2007, 0, 0, -1, never],
        [2, 2007, 0, 0, -1, never],
        [1, 2008, 0, 0, -1, never],
      ],
    ],
    [
      "years out of order",
      "year",
      3,
      [
        [1, 2008, 0, 0, -1, never],
        [1, 2007, 0, 0, -1, never],
      ],
    ],
    [
      "a lag that is not the status of the year before",
      "yLag",
      3,
      [
        [1, 2007, 0, 0, -1, never],
        [1, 2008, 1, 1, 0, never],
      ],
    ],
    [
      "a tenure that does not grow by a year",
      "tenure",
      3,
      [
        [1, 2007, 1, 1, 4, never],
        [1, 2008, 1, 1, 4, never],
      ],
    ],
    [
      "a tenure that does not start at 0",
      "tenure",
      3,
      [
        [1, 2007, 1, 0, -1, never],
        [1, 2008, 1, 1, 1, never],
      ],
    ],
    ["a running spell without a tenure", "tenure", 2, [[1, 2007, 1, 1, -1, never]]],
    ["an end without a moment", "exitTime", 2, [[1, 2007, 0, 1, 0, never]]],
    ["a moment outside the year", "exitTime", 2, [[1, 2007, 0, 1, 0, 0]]],
    ["a moment without an end", "exitTime", 2, [[1, 2007, 1, 1, 0, 0.5]]],
  ];
  for (const [what, name, row, rows] of cases) {
    it(what, () => {
      const found = refusal(() => spellRows(panelOf(rows), names, "exact"));
      expect(found.problem).toBe("inconsistent-spells");
      expect(found.column).toBe(name);
      expect(found.row).toBe(row);
    });
  }
});

/** A balanced panel of paths of statuses, the first being the status before the window, and ages of running spells. */
const paths = fc.array(
  fc.record({
    path: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    age: fc.nat(8),
    moments: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 30 },
);

function panelOfPaths(units: readonly { path: boolean[]; age: number; moments: number[] }[]): Table {
  const rows: PanelRow[] = [];
  units.forEach(({ path, age, moments }, unit) => {
    let tenure = path[0] ? age : -1;
    for (let t = 1; t < path.length; t++) {
      const ended = path[t - 1] && !path[t];
      rows.push([
        unit,
        2000 + t,
        Number(path[t]),
        Number(path[t - 1]),
        tenure,
        ended ? moments[t - 1] : never,
      ]);
      tenure = path[t] ? tenure + 1 : -1;
    }
  });
  return panelOf(rows);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

describe("whatever the panel", () => {
  for (const clock of ["exact", "yearly"] satisfies SpellClock[]) {
    it(`events are the ends, and time at risk adds up (${clock} clock)`, () => {
      fc.assert(
        fc.property(paths, (units) => {
          const rows = spellRows(panelOfPaths(units), names, clock);
          let ends = 0;
          let exposure = 0;
          for (const { path, moments } of units) {
            for (let t = 1; t < path.length; t++) {
              if (!path[t - 1]) continue;
              ends += Number(!path[t]);
              exposure += !path[t] && clock === "exact" ? moments[t - 1] : 1;
            }
          }
          expect(total(values(rows, "event"))).toBe(ends);
          const start = values(rows, "start");
          expect(total(values(rows, "stop").map((stop, row) => stop - start[row]))).toBeCloseTo(exposure, 9);
        }),
      );
    });
  }

  it("every spell ends in one event or is censored once, on its last row", () => {
    fc.assert(
      fc.property(paths, (units) => {
        const rows = spellRows(panelOfPaths(units), names, "exact");
        const spell = values(rows, "spell");
        const event = values(rows, "event");
        const censored = values(rows, "rightCensored");
        const truncated = values(rows, "leftTruncated");
        spell.forEach((number, row) => {
          const last = spell[row + 1] !== number;
          expect(event[row] + censored[row]).toBe(last ? 1 : 0);
          if (!last) expect(truncated[row + 1]).toBe(truncated[row]);
        });
        expect(new Set(spell).size).toBe(total(event) + total(censored));
        const running = units.filter(({ path, age }) => path[0] && age > 0).length;
        expect(new Set(spell.filter((_, row) => truncated[row] === 1)).size).toBe(running);
      }),
    );
  });

  it("rows of a spell join without gap or overlap", () => {
    fc.assert(
      fc.property(paths, (units) => {
        const rows = spellRows(panelOfPaths(units), names, "exact");
        const [spell, start, stop] = ["spell", "start", "stop"].map((name) => values(rows, name));
        for (let row = 1; row < rows.rows; row++) {
          if (spell[row] === spell[row - 1]) expect(start[row]).toBe(stop[row - 1]);
        }
      }),
    );
  });
});
