import { splitDesign } from "../splitDesign/splitDesign.ts";
import type { RandomEffectsProblem } from "./randomEffectsProblem.ts";

/**
 * The problem with the intercept, when there is one, as its only column. Without offset and row weights groups with as many
 * rows and ones have the same integral, so one of each kind stands for all, its number as its weight: a panel of 60,000
 * groups over six years comes down to seven.
 */
export function withoutRegressors(problem: RandomEffectsProblem): RandomEffectsProblem {
  const { pooled, rowWeights } = problem;
  const { rowGroups, interceptTerm } = pooled.design;
  const intercept = interceptTerm >= 0;
  const names = intercept ? [pooled.names[interceptTerm]] : [];
  const shared = { ...pooled, names, terms: Int32Array.from(names, (_, i) => i), warnings: [] };
  if (pooled.offset !== null || rowWeights !== null) {
    const matrix = { rows: pooled.signs.length, intercept, numeric: [], factors: [] };
    return { ...problem, pooled: { ...shared, design: splitDesign(matrix, rowGroups) } };
  }
  const kinds = kindsOfGroups(problem);
  const rows = kinds.reduce((sum, { size }) => sum + size, 0);
  const start = new Int32Array(kinds.length + 1);
  const signs = new Float64Array(rows).fill(-1);
  const weights = new Float64Array(rows);
  let largest = 0;
  kinds.forEach(({ size, ones, weight }, kind) => {
    start[kind + 1] = start[kind] + size;
    signs.fill(1, start[kind], start[kind] + ones);
    weights.fill(weight, start[kind], start[kind + 1]);
    largest = Math.max(largest, size);
  });
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const design = splitDesign(
    { rows, intercept, numeric: [], factors: [] },
    { groups: kinds.length, start, order, largest },
  );
  return {
    ...problem,
    pooled: { ...shared, design, signs, weights },
    groupWeights: Float64Array.from(kinds, ({ weight }) => weight),
  };
}

interface KindOfGroup {
  readonly size: number;
  readonly ones: number;
  /** Groups of this kind, by their weights. */
  weight: number;
}

function kindsOfGroups({ pooled, groupWeights }: RandomEffectsProblem): KindOfGroup[] {
  const { groups, start, largest } = pooled.design.rowGroups;
  const kinds = new Map<number, KindOfGroup>();
  for (let group = 0; group < groups; group++) {
    const size = start[group + 1] - start[group];
    let ones = 0;
    for (let p = start[group]; p < start[group + 1]; p++) if (pooled.signs[p] > 0) ones++;
    const weight = groupWeights === null ? 1 : groupWeights[group];
    const key = size * (largest + 1) + ones;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { size, ones, weight });
    else known.weight += weight;
  }
  return [...kinds.values()];
}
