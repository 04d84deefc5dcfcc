/** Size and margins of a panel of a 0/1 outcome: what a world must have to stand for it. */
export interface PanelMargins {
  readonly rows: number;
  readonly units: number;
  /** Different times of the rows. */
  readonly periods: number;
  /** Shares of rows: active; starting among those not active a period before; ending among those that were. */
  readonly activeShare: number;
  readonly entryRate: number;
  readonly exitRate: number;
}

/**
 * @param unit code of who a row is of; @param time when; @param active 0 or 1; @param before the same a period before, NaN
 * where it is not known.
 */
export function panelMargins(
  unit: ArrayLike<number>,
  time: ArrayLike<number>,
  active: ArrayLike<number>,
  before: ArrayLike<number>,
): PanelMargins {
  const rows = active.length;
  const counts = { active: 0, idle: 0, entries: 0, running: 0, exits: 0 };
  for (let row = 0; row < rows; row++) {
    const now = active[row] as number;
    counts.active += now;
    if (before[row] === 0) {
      counts.idle++;
      counts.entries += now;
    } else if (before[row] === 1) {
      counts.running++;
      counts.exits += 1 - now;
    }
  }
  return {
    rows,
    units: new Set(Array.from(unit)).size,
    periods: new Set(Array.from(time)).size,
    activeShare: counts.active / rows,
    entryRate: counts.entries / counts.idle,
    exitRate: counts.exits / counts.running,
  };
}

/** Where a unit was a period before, from the rows themselves; NaN where no row tells. */
export function statusBefore(
  unit: ArrayLike<number>,
  time: ArrayLike<number>,
  active: ArrayLike<number>,
): Float64Array {
  const known = new Map<number, Map<number, number>>();
  for (let row = 0; row < active.length; row++) {
    const ofUnit = known.get(unit[row] as number) ?? new Map<number, number>();
    known.set(unit[row] as number, ofUnit);
    ofUnit.set(time[row] as number, active[row] as number);
  }
  return Float64Array.from(
    active,
    (_, row) => known.get(unit[row] as number)?.get((time[row] as number) - 1) ?? Number.NaN,
  );
}

/** Standard deviation with divisor n. */
export function spreadOf(values: ArrayLike<number>): number {
  let [sum, squares] = [0, 0];
  for (let row = 0; row < values.length; row++) sum += values[row] as number;
  const mean = sum / values.length;
  for (let row = 0; row < values.length; row++) squares += ((values[row] as number) - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
