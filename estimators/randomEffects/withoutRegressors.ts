import { splitDesign } from "../splitDesign/splitDesign.ts";
import type { RandomEffectsProblem } from "./randomEffectsProblem.ts";

/**
 * The problem with the intercept, when there is one, as its only column. Without offset and row weights groups with as many
 * rows and ones have the same integral, so one of each kind stands for all, its number as its weight: a panel of 60,000
 * groups over six years comes down to seven.
 */
export function withoutRegressors(problem: RandomEffectsProblem): {
  readonly nullProblem: RandomEffectsProblem;
  /** The one that stands for each group; null when every group stands for itself. */
  readonly kindOfGroup: Int32Array | null;
} {
  const { pooled, rowWeights } = problem;
  const { rowGroups, interceptTerm } = pooled.design;
  const intercept = interceptTerm >= 0;
  const names = intercept ? [pooled.names[interceptTerm]] : [];
  const shared = { ...pooled, names, terms: Int32Array.from(names, (_, i) => i), warnings: [] };
  if (pooled.offset !== null || rowWeights !== null) {
    const matrix = { rows: pooled.signs.length, intercept, numeric: [], factors: [] };
    const nullProblem = { ...problem, pooled: { ...shared, design: splitDesign(matrix, rowGroups) } };
    return { nullProblem, kindOfGroup: null };
  }
  const { kinds, kindOfGroup } = kindsOfGroups(problem);
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
  const nullProblem = {
    ...problem,
    pooled: { ...shared, design, signs, weights },
    groupWeights: Float64Array.from(kinds, ({ weight }) => weight),
  };
  return { nullProblem, kindOfGroup };
}

interface KindOfGroup {
  /** Its place among the kinds. */
  readonly kind: number;
  readonly size: number;
  readonly ones: number;
  /** Groups of this kind, by their weights. */
  weight: number;
}

function kindsOfGroups({ pooled, groupWeights }: RandomEffectsProblem): {
  readonly kinds: readonly KindOfGroup[];
  readonly kindOfGroup: Int32Array;
} {
  const { groups, start, largest } = pooled.design.rowGroups;
  const kinds = new Map<number, KindOfGroup>();
  const kindOfGroup = new Int32Array(groups);
  for (let group = 0; group < groups; group++) {
    const size = start[group + 1] - start[group];
    let ones = 0;
    for (let p = start[group]; p < start[group + 1]; p++) if (pooled.signs[p] > 0) ones++;
    const weight = groupWeights === null ? 1 : groupWeights[group];
    const key = size * (largest + 1) + ones;
    const known = kinds.get(key);
    kindOfGroup[group] = known === undefined ? kinds.size : known.kind;
    if (known === undefined) kinds.set(key, { kind: kinds.size, size, ones, weight });
    else known.weight += weight;
  }
  return { kinds: [...kinds.values()], kindOfGroup };
}
