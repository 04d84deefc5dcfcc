import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personPeriodRows } from "../../panel/personPeriods.ts";
import { column, numericValues, type Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { refusal } from "./refusal.ts";

const names = { start: "start", stop: "stop", event: "event" };

function durations(rows: readonly (readonly [number, number, number])[]): Table {
  return tableFromColumns([
    { name: "start", values: Float64Array.from(rows, ([start]) => start) },
    { name: "stop", values: Float64Array.from(rows, ([, stop]) => stop) },
    { name: "event", values: Int32Array.from(rows, ([, , event]) => event) },
    { name: "age", values: Float64Array.from(rows, (_, row) => 40 + row) },
  ]);
}

function values(table: Table, name: string): number[] {
  return [...numericValues(column(table, name), name)];
}

describe("durations cut into periods", () => {
  it("become a row for each period at risk, the event in the last of them", () => {
    const rows = personPeriodRows(durations([[0, 25, 1]]), names, [0, 10, 20]);
    expect(values(rows, "period")).toEqual([1, 2, 3]);
    expect(values(rows, "start")).toEqual([0, 10, 20]);
    expect(values(rows, "stop")).toEqual([10, 20, 25]);
    expect(values(rows, "event")).toEqual([0, 0, 1]);
    expect(values(rows, "age")).toEqual([40, 40, 40]);
    expect(values(rows, "spell")).toEqual([1, 1, 1]);
  });

  it("end in the period that a cut point closes", () => {
    const rows = personPeriodRows(durations([[0, 10, 1]]), names, [0, 10, 20]);
    expect(values(rows, "period")).toEqual([1]);
    expect(values(rows, "event")).toEqual([1]);
  });

  it("begin in the period of their delayed entry", () => {
    const late = durations([[15, 25, 0]]);
    const rows = personPeriodRows(late, names, [0, 10, 20]);
    expect(values(rows, "period")).toEqual([2, 3]);
    expect(values(rows, "start")).toEqual([15, 20]);
    const marked = personPeriodRows(late, names, [0, 10, 20], { beforeEntry: true });
    expect(values(marked, "period")).toEqual([1, 2, 3]);
    expect(values(marked, "beforeEntry")).toEqual([1, 0, 0]);
    expect(values(marked, "event")).toEqual([0, 0, 0]);
  });

  it("keep their time at risk and their events, whatever the cut points", () => {
    const duration = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 60 }), fc.nat(1));
    fc.assert(
      fc.property(
        fc.array(duration, { maxLength: 20 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 10 }),
        (spells, cuts) => {
          const given = durations(spells.map(([start, length, event]) => [start, start + length, event]));
          const rows = personPeriodRows(given, names, [0, ...cuts.sort((a, b) => a - b)]);
          const time = new Float64Array(given.rows);
          const events = new Float64Array(given.rows);
          const [spell, start, stop] = [values(rows, "spell"), values(rows, "start"), values(rows, "stop")];
          values(rows, "event").forEach((event, row) => {
            time[spell[row] - 1] += stop[row] - start[row];
            events[spell[row] - 1] += event;
            expect(stop[row]).toBeGreaterThan(start[row]);
          });
          expect([...time]).toEqual(spells.map(([, length]) => length));
          expect([...events]).toEqual(spells.map(([, , event]) => event));
        },
      ),
    );
  });

  it.each([
    [[[5, 5, 1]], "stop"],
    [[[Number.NaN, 5, 1]], "start"],
    [[[-1, 5, 1]], "start"],
    [[[0, 5, 2]], "event"],
  ] as const)("are refused with their row: %j", (rows, name) => {
    expect(refusal(() => personPeriodRows(durations([[0, 1, 0], ...rows]), names, [0, 10]))).toMatchObject({
      problem: "wrong-kind",
      column: name,
      row: 3,
    });
  });

  it("are not cut twice over the same names, nor at cut points out of order", () => {
    const once = personPeriodRows(durations([[0, 25, 1]]), names, [0, 10]);
    expect(refusal(() => personPeriodRows(once, names, [0, 5]))).toMatchObject({
      problem: "duplicate-column",
      column: "spell",
    });
    expect(() => personPeriodRows(durations([]), names, [0, 5, 5])).toThrow(RangeError);
    expect(() => personPeriodRows(durations([]), names, [])).toThrow(RangeError);
  });
});
