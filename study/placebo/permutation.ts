/** Draws in the open interval (0, 1). */
export type Uniforms = () => number;

/** A permuted copy of the values within each group (Fisher and Yates; Durstenfeld 1964): every order is as likely. */
export function permutedWithin(
  values: Int32Array,
  groups: readonly (readonly number[])[],
  draw: Uniforms,
): Int32Array {
  const permuted = values.slice();
  for (const members of groups) {
    for (let last = members.length - 1; last > 0; last--) {
      const other = members[Math.floor(draw() * (last + 1))] ?? 0;
      const one = members[last] ?? 0;
      const kept = permuted[one] ?? 0;
      permuted[one] = permuted[other] ?? 0;
      permuted[other] = kept;
    }
  }
  return permuted;
}

/** The positions of each value of `codes`, in order of first appearance. */
export function groupsOf(codes: readonly (string | number)[]): number[][] {
  const groups = new Map<string | number, number[]>();
  codes.forEach((code, position) => {
    const members = groups.get(code) ?? [];
    members.push(position);
    groups.set(code, members);
  });
  return [...groups.values()];
}

/** A statistic beside those of permuted data. */
export interface PermutationResult {
  readonly statistic: number;
  /** Mean and standard deviation over the permutations; NaN where fewer than two gave a statistic. */
  readonly mean: number;
  readonly standardDeviation: number;
  /**
   * (1 + #{permuted ≥ statistic}) / (B + 1), one-sided: of size α exactly where (B + 1) α is whole and all permutations are as
   * likely (Phipson & Smyth 2010). NaN where the statistic is not defined.
   */
  readonly pValue: number;
  readonly permutations: number;
}

/** @param statisticOf what the permuted values come to; NaN where it is not defined, which counts as not below. */
export function permutationResult(statistic: number, permuted: readonly number[]): PermutationResult {
  const permutations = permuted.length;
  const found = permuted.filter((value) => !Number.isNaN(value));
  const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
  const squares = found.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const atLeast = permuted.filter((value) => !(value < statistic)).length;
  return {
    statistic,
    mean,
    standardDeviation: found.length < 2 ? Number.NaN : Math.sqrt(squares / (found.length - 1)),
    pValue: Number.isNaN(statistic) ? Number.NaN : (1 + atLeast) / (permutations + 1),
    permutations,
  };
}
