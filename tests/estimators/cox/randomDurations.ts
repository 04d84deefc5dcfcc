import fc from "fast-check";
import type { CoxData } from "../../../estimators/cox/coxData.ts";

/** A row of durations with two numeric covariates and a factor of three levels. */
interface DurationRow {
  readonly start: number;
  readonly length: number;
  readonly event: boolean;
  readonly x: number;
  readonly z: number;
  readonly level: number;
  readonly stratum: number;
}

/** Rows with many ties, delayed entry and three strata; at least one event and enough rows to tell terms apart. */
export const durations: fc.Arbitrary<CoxData> = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 6 }),
      length: fc.integer({ min: 1, max: 6 }),
      event: fc.boolean(),
      x: fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
      z: fc.integer({ min: 0, max: 5 }),
      level: fc.nat(2),
      stratum: fc.nat(2),
    }),
    { minLength: 30, maxLength: 60 },
  )
  .filter((rows) => rows.some((row) => row.event))
  .map(durationsOf);

export function durationsOf(rows: readonly DurationRow[]): CoxData {
  return {
    matrix: {
      rows: rows.length,
      intercept: false,
      numeric: [
        { name: "x", values: Float64Array.from(rows, (row) => row.x) },
        { name: "z", values: Int32Array.from(rows, (row) => row.z) },
      ],
      factors: [
        { name: "factor(level)", codes: Uint16Array.from(rows, (row) => row.level), levels: ["a", "b", "c"] },
      ],
    },
    start: Float64Array.from(rows, (row) => row.start),
    stop: Float64Array.from(rows, (row) => row.start + row.length),
    event: Uint8Array.from(rows, (row) => Number(row.event)),
    strata: Int32Array.from(rows, (row) => 10 * row.stratum),
  };
}

/** The rows of `data` at the given positions, in that order. */
export function rowsAt(data: CoxData, positions: readonly number[]): CoxData {
  const pick = <Values extends Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array>(
    values: Values,
  ): Values => {
    const picked = values.slice(0, 0).constructor as unknown as { from(cells: number[]): Values };
    return picked.from(positions.map((row) => values[row]));
  };
  return {
    matrix: {
      rows: positions.length,
      intercept: false,
      numeric: data.matrix.numeric.map((term) => ({ ...term, values: pick(term.values) })),
      factors: data.matrix.factors.map((factor) => ({ ...factor, codes: pick(factor.codes) })),
    },
    stop: pick(data.stop),
    event: pick(data.event),
    ...(data.start ? { start: pick(data.start) } : {}),
    ...(data.strata ? { strata: pick(data.strata) } : {}),
  };
}
