import type { World } from "../world.ts";

/**
 * For each cell the cell of a province of like size: within an industry the cells stand in the order of their firms
 * (closed ones included, so that a twin is one for ever), and the first and the second are twins, the third and the
 * fourth, and so on. Of an odd number the last looks at the one before it. Firms of the twin are as many and as far
 * on as one's own, but no one's peers.
 */
export function twinCells({ firms, cellFirms, industries }: World): Int32Array {
  const sizes = new Int32Array(cellFirms.length);
  for (const cell of firms.cell) sizes[cell] += 1;
  const twins = new Int32Array(sizes.length);
  for (let industry = 0; industry < industries; industry++) {
    const ranked = Array.from(
      { length: sizes.length / industries },
      (_, province) => province * industries + industry,
    ).sort((a, b) => sizes[b] - sizes[a] || a - b);
    ranked.forEach((cell, rank) => {
      twins[cell] = ranked[rank % 2 === 0 && rank + 1 < ranked.length ? rank + 1 : rank - 1] ?? cell;
    });
  }
  return twins;
}
