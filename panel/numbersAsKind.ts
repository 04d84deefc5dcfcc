import type { Column, ColumnKind } from "./table.ts";

export type NumericKind = Exclude<ColumnKind, "category">;

/** Index of the first value a column of this kind cannot hold; −1 when it holds all. */
export function firstMisfit(values: Float64Array, kind: NumericKind): number {
  if (kind === "number") return -1;
  return values.findIndex(kind === "integer" ? (value) => !isInteger(value) : (value) => !isZeroOrOne(value));
}

/** A column of this kind with these values, copied, all of which it must be able to hold (`firstMisfit`). */
export function numbersAsKind(values: Float64Array, kind: NumericKind): Column {
  switch (kind) {
    case "number":
      return { kind, values: values.slice() };
    case "integer":
      return { kind, values: Int32Array.from(values) };
    case "indicator":
      return { kind, values: Uint8Array.from(values) };
  }
}

/** Whether a value is a whole number of 32 bits. */
export function isInteger(value: number): boolean {
  return value === (value | 0);
}

function isZeroOrOne(value: number): boolean {
  return value === 0 || value === 1;
}
