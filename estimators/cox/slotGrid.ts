/** Where to look for the slot of a time: each stratum's range of event times is cut into cells of equal length. */
export interface SlotGrid {
  readonly times: Float64Array;
  readonly firstSlot: Int32Array;
  /** Per stratum: its first event time, cells per unit of time, and position of its first cell in `lastBelow`. */
  readonly origin: Float64Array;
  readonly cellsPerTime: Float64Array;
  readonly firstCell: Int32Array;
  /** The last slot before each cell, and before the end after the stratum's last cell. */
  readonly lastBelow: Int32Array;
}

/**
 * Two cells a slot, so that a cell mostly has one slot or none and a search in it one comparison, wherever times are spread
 * at all evenly; where they are not, some cells take the steps of a search by halves.
 *
 * @param times of the slots of each stratum in order, the first −∞.
 * @param firstSlot position of each stratum's first slot, and the number of slots.
 */
export function createSlotGrid(times: Float64Array, firstSlot: Int32Array): SlotGrid {
  const strata = firstSlot.length - 1;
  const origin = new Float64Array(strata);
  const cellsPerTime = new Float64Array(strata);
  const firstCell = new Int32Array(strata + 1);
  for (let s = 0; s < strata; s++) {
    const events = firstSlot[s + 1] - firstSlot[s] - 1;
    const cells = 2 * events + 1;
    firstCell[s + 1] = firstCell[s] + cells + 1;
    origin[s] = events > 0 ? times[firstSlot[s] + 1] : Number.POSITIVE_INFINITY;
    const perTime = (2 * events) / (times[firstSlot[s + 1] - 1] - origin[s]);
    // Times too near each other, or too far apart, to be cut into cells share one. Not 0, whose product with ∞ is NaN.
    cellsPerTime[s] =
      perTime < Number.POSITIVE_INFINITY ? Math.max(perTime, Number.MIN_VALUE) : Number.MIN_VALUE;
  }
  const lastBelow = new Int32Array(firstCell[strata]);
  const grid = { times, firstSlot, origin, cellsPerTime, firstCell, lastBelow };
  for (let s = 0; s < strata; s++) {
    let cell = firstCell[s];
    lastBelow[cell] = firstSlot[s];
    for (let slot = firstSlot[s] + 1; slot < firstSlot[s + 1]; slot++) {
      const own = cellOf(grid, s, times[slot]);
      while (cell < own) lastBelow[++cell] = slot - 1;
    }
    while (cell < firstCell[s + 1] - 1) lastBelow[++cell] = firstSlot[s + 1] - 1;
  }
  return grid;
}

/** A later time never has an earlier cell, rounding included. */
function cellOf({ origin, cellsPerTime, firstCell }: SlotGrid, stratum: number, time: number): number {
  const cell = firstCell[stratum] + Math.floor((time - origin[stratum]) * cellsPerTime[stratum]);
  return Math.min(cell, firstCell[stratum + 1] - 2);
}

/** The last slot of a stratum whose time is at most `time`. */
export function slotUpTo(grid: SlotGrid, stratum: number, time: number): number {
  const { times, firstSlot, origin, lastBelow } = grid;
  if (!(time >= origin[stratum])) return firstSlot[stratum];
  const cell = cellOf(grid, stratum, time);
  return lastSlotUpTo(times, lastBelow[cell], lastBelow[cell + 1] + 1, time);
}

/** The last slot in [first, end) whose time is at most `time`; the slot `first` has the time −∞. */
export function lastSlotUpTo(times: Float64Array, first: number, end: number, time: number): number {
  let low = first;
  let high = end;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (times[middle] <= time) low = middle;
    else high = middle;
  }
  return low;
}
