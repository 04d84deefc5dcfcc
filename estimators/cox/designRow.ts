import { BLOCK_ROWS, COLUMN_STRIDE, type StandardisedDesign } from "./standardisedDesign.ts";

/** Writes one row of the standardised design, with its dummies written out, to `target` (size entries). */
export function readDesignRow(design: StandardisedDesign, row: number, target: Float64Array): void {
  const { cells, columns, factors } = design;
  const block = Math.floor(row / BLOCK_ROWS);
  const first = block * columns * COLUMN_STRIDE + (row - block * BLOCK_ROWS);
  for (let j = 0; j < columns; j++) target[j] = cells[first + j * COLUMN_STRIDE];
  target.fill(0, columns);
  for (const { codes, offset } of factors) {
    const code = codes[row];
    if (code > 0) target[offset + code] = 1;
  }
}
