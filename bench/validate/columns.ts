import type { FactorTerm, ModelMatrix } from "../../estimators/index.ts";

/** A model matrix of the named columns, with an intercept unless told otherwise. */
export function matrixOf(
  columns: Readonly<Record<string, Float64Array>>,
  { intercept = true, factors = [] }: { intercept?: boolean; factors?: readonly FactorTerm[] } = {},
): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({ name, values }));
  return { rows: numeric[0].values.length, intercept, numeric, factors };
}

/** `groups` groups of `size` rows, one after the other. */
export function groupsOf(groups: number, size: number): Int32Array {
  return Int32Array.from({ length: groups * size }, (_, row) => Math.floor(row / size));
}
