import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSlotGrid, slotUpTo } from "../../../estimators/cox/slotGrid.ts";

/** Slots of strata with these event times: each begins with one at −∞. */
function slotsOf(strata: readonly (readonly number[])[]) {
  const times: number[] = [];
  const firstSlot = [0];
  for (const own of strata) {
    times.push(Number.NEGATIVE_INFINITY, ...[...new Set(own)].sort((a, b) => a - b));
    firstSlot.push(times.length);
  }
  return { times: Float64Array.from(times), firstSlot: Int32Array.from(firstSlot) };
}

/** By definition: the stratum's last slot whose time is at most `time`. */
function lastUpTo(times: Float64Array, first: number, end: number, time: number): number {
  let last = first;
  for (let slot = first; slot < end; slot++) if (times[slot] <= time) last = slot;
  return last;
}

// −0 counts as 0 in time, but not in a Set.
const time = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map((year) => year + 0),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((any) => any + 0),
  fc.integer({ min: 0, max: 300 }).map((power) => 2 ** power),
  fc.integer({ min: 0, max: 8 }).map((steps) => 1 + steps * Number.EPSILON),
);

describe("the grid over event times finds the last slot up to a time", () => {
  it("for times of any spacing, at them, between them and outside", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(time, { maxLength: 30 }), { minLength: 1, maxLength: 4 }),
        fc.array(time, { minLength: 1, maxLength: 20 }),
        (strata, others) => {
          const { times, firstSlot } = slotsOf(strata);
          const grid = createSlotGrid(times, firstSlot);
          strata.forEach((own, stratum) => {
            for (const asked of [...own, ...others]) {
              const [first, end] = [firstSlot[stratum], firstSlot[stratum + 1]];
              expect(slotUpTo(grid, stratum, asked)).toBe(lastUpTo(times, first, end, asked));
            }
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("over the whole range of numbers, where the length of that range is not one of them", () => {
    const own = [-Number.MAX_VALUE, -1, 0, 1, Number.MAX_VALUE];
    const { times, firstSlot } = slotsOf([own]);
    const grid = createSlotGrid(times, firstSlot);
    expect(own.map((asked) => slotUpTo(grid, 0, asked))).toEqual([1, 2, 3, 4, 5]);
  });
});
