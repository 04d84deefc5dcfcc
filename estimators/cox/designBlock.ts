import { BLOCK_ROWS, COLUMN_STRIDE, type StandardisedDesign } from "./standardisedDesign.ts";

/**
 * Products with one block of the standardised design: rows `from` to `from + length` − 1, `length` at most
 * `BLOCK_ROWS`. Weights and results by row have their first entry for row `from`. Flat loops over one typed array
 * each: this is where the time of a fit goes.
 */
export interface DesignBlock {
  readonly design: StandardisedDesign;
  readonly from: number;
  readonly length: number;
}

export function blockAt(design: StandardisedDesign, from: number): DesignBlock {
  return { design, from, length: Math.min(BLOCK_ROWS, design.rows - from) };
}

function firstCell({ design, from }: DesignBlock): number {
  return (from / BLOCK_ROWS) * design.columns * COLUMN_STRIDE;
}

/** eta = x'b + offset, by row. */
export function linearPredictor(block: DesignBlock, coefficients: Float64Array, eta: Float64Array): void {
  const { design, from, length } = block;
  const { cells, columns, factors, offset: given } = design;
  if (given === null) eta.fill(0);
  else for (let i = 0; i < length; i++) eta[i] = given[from + i];
  for (let j = 0, at = firstCell(block); j < columns; j++, at += COLUMN_STRIDE) {
    const coefficient = coefficients[j];
    for (let i = 0; i < length; i++) eta[i] += coefficient * cells[at + i];
  }
  for (const { codes, offset } of factors) {
    for (let i = 0; i < length; i++) {
      const code = codes[from + i];
      if (code > 0) eta[i] += coefficients[offset + code];
    }
  }
}

/** Adds weight × x of each row to the slot of `target` (slots × size) the row belongs to; −1 is none. */
export function addToSlots(
  block: DesignBlock,
  target: Float64Array,
  slot: Int32Array,
  weight: Float64Array,
): void {
  const { design, from, length } = block;
  const { cells, columns, size, factors } = design;
  const first = firstCell(block);
  for (let i = 0; i < length; i++) {
    if (slot[i] < 0) continue;
    const w = weight[i];
    const at = slot[i] * size;
    for (let j = 0, cell = first + i; j < columns; j++, cell += COLUMN_STRIDE)
      target[at + j] += w * cells[cell];
  }
  for (const { codes, offset } of factors) {
    for (let i = 0; i < length; i++) {
      const code = codes[from + i];
      if (slot[i] >= 0 && code > 0) target[slot[i] * size + offset + code] += weight[i];
    }
  }
}

/** target += Σ weight x over the rows. */
export function addWeightedSum(block: DesignBlock, target: Float64Array, weight: Float64Array): void {
  const { design, from, length } = block;
  const { cells, columns, factors } = design;
  for (let j = 0, at = firstCell(block); j < columns; j++, at += COLUMN_STRIDE) {
    let sum = 0;
    for (let i = 0; i < length; i++) sum += weight[i] * cells[at + i];
    target[j] += sum;
  }
  for (const { codes, offset } of factors) {
    for (let i = 0; i < length; i++) {
      const code = codes[from + i];
      if (code > 0) target[offset + code] += weight[i];
    }
  }
}

/** Lower triangle of target += Σ weight x x' over the rows. `scratch` holds two weighted columns. */
export function addCrossProduct(
  block: DesignBlock,
  target: Float64Array,
  weight: Float64Array,
  scratch: Float64Array,
): void {
  const { design, from, length } = block;
  const { cells, columns, size, factors } = design;
  addNumericCrossProduct(block, target, weight, scratch);
  const first = firstCell(block);
  for (let f = 0; f < factors.length; f++) {
    const { codes, offset } = factors[f];
    for (let i = 0; i < length; i++) {
      const code = codes[from + i];
      if (code === 0) continue;
      const at = (offset + code) * size;
      const w = weight[i];
      for (let j = 0, cell = first + i; j < columns; j++, cell += COLUMN_STRIDE)
        target[at + j] += w * cells[cell];
      for (let g = 0; g < f; g++) {
        const other = factors[g].codes[from + i];
        if (other > 0) target[at + factors[g].offset + other] += w;
      }
      target[at + offset + code] += w;
    }
  }
}

/** Two columns by two at a time: four loads serve four products, each with its sum in a register. */
function addNumericCrossProduct(
  block: DesignBlock,
  target: Float64Array,
  weight: Float64Array,
  scratch: Float64Array,
): void {
  const { design, length } = block;
  const { cells, columns, size } = design;
  const first = firstCell(block);
  for (let j = 0; j < columns; j += 2) {
    const a = first + j * COLUMN_STRIDE;
    // The last column of an odd number is paired with itself, and the copy is not written.
    const b = j + 1 < columns ? a + COLUMN_STRIDE : a;
    for (let i = 0; i < length; i++) {
      scratch[i] = weight[i] * cells[a + i];
      scratch[BLOCK_ROWS + i] = weight[i] * cells[b + i];
    }
    for (let m = 0; m <= j; m += 2) {
      const c = first + m * COLUMN_STRIDE;
      const d = m + 1 < columns ? c + COLUMN_STRIDE : c;
      let ac = 0;
      let ad = 0;
      let bc = 0;
      let bd = 0;
      for (let i = 0; i < length; i++) {
        const wa = scratch[i];
        const wb = scratch[BLOCK_ROWS + i];
        const xc = cells[c + i];
        const xd = cells[d + i];
        ac += wa * xc;
        ad += wa * xd;
        bc += wb * xc;
        bd += wb * xd;
      }
      const to = j * size + m;
      target[to] += ac;
      if (m < j) target[to + 1] += ad;
      if (j + 1 < columns) {
        target[to + size] += bc;
        target[to + size + 1] += bd;
      }
    }
  }
}
