/** Sums over prefixes of a list of numbers that change one at a time, both in log n steps (Fenwick 1994). */
export interface FenwickTree {
  /** Sum of all numbers. */
  total(): number;
  /** Adds to the number at `index` (from 0). */
  add(index: number, amount: number): void;
  /** Sum of the numbers before `index`. */
  sumBefore(index: number): number;
}

export function createFenwickTree(size: number): FenwickTree {
  const nodes = new Float64Array(size + 1);
  let total = 0;
  return {
    total: () => total,
    add(index, amount) {
      total += amount;
      for (let node = index + 1; node <= size; node += node & -node) nodes[node] += amount;
    },
    sumBefore(index) {
      let sum = 0;
      for (let node = index; node > 0; node -= node & -node) sum += nodes[node];
      return sum;
    },
  };
}
