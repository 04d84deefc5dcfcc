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

export function firstCell({ design, from }: DesignBlock): number {
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

/**
 * `sum` += Σ residual x, and lower triangle of `crossProduct` += Σ weight x x', over the rows. `scratch` holds three weighted
 * columns.
 */
export function addMoments(
  block: DesignBlock,
  sum: Float64Array,
  residual: Float64Array,
  crossProduct: Float64Array,
  weight: Float64Array,
  scratch: Float64Array,
): void {
  const { design, from, length } = block;
  const { cells, columns, size, factors } = design;
  addNumericMoments(block, sum, residual, crossProduct, weight, scratch);
  const first = firstCell(block);
  for (let f = 0; f < factors.length; f++) {
    const { codes, offset } = factors[f];
    for (let i = 0; i < length; i++) {
      const code = codes[from + i];
      if (code === 0) continue;
      sum[offset + code] += residual[i];
      const at = (offset + code) * size;
      const w = weight[i];
      for (let j = 0, cell = first + i; j < columns; j++, cell += COLUMN_STRIDE)
        crossProduct[at + j] += w * cells[cell];
      for (let g = 0; g < f; g++) {
        const other = factors[g].codes[from + i];
        if (other > 0) crossProduct[at + factors[g].offset + other] += w;
      }
      crossProduct[at + offset + code] += w;
    }
  }
}

/** Three columns by three at a time: six loads serve nine products, each with its sum in a register. */
function addNumericMoments(
  block: DesignBlock,
  sum: Float64Array,
  residual: Float64Array,
  crossProduct: Float64Array,
  weight: Float64Array,
  scratch: Float64Array,
): void {
  const { design, length } = block;
  const { cells, columns, size } = design;
  const first = firstCell(block);
  for (let j = 0; j < columns; j += 3) {
    // Columns beyond the last are the last once more, and what they give is not written.
    const a = first + j * COLUMN_STRIDE;
    const b = j + 1 < columns ? a + COLUMN_STRIDE : a;
    const c = j + 2 < columns ? b + COLUMN_STRIDE : b;
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    for (let i = 0; i < length; i++) {
      const w = weight[i];
      const r = residual[i];
      const xa = cells[a + i];
      const xb = cells[b + i];
      const xc = cells[c + i];
      sumA += r * xa;
      sumB += r * xb;
      sumC += r * xc;
      scratch[i] = w * xa;
      scratch[BLOCK_ROWS + i] = w * xb;
      scratch[2 * BLOCK_ROWS + i] = w * xc;
    }
    const rows = Math.min(3, columns - j);
    sum[j] += sumA;
    if (rows > 1) sum[j + 1] += sumB;
    if (rows > 2) sum[j + 2] += sumC;
    for (let m = 0; m <= j; m += 3) {
      const d = first + m * COLUMN_STRIDE;
      const e = m + 1 < columns ? d + COLUMN_STRIDE : d;
      const f = m + 2 < columns ? e + COLUMN_STRIDE : e;
      let ad = 0;
      let ae = 0;
      let af = 0;
      let bd = 0;
      let be = 0;
      let bf = 0;
      let cd = 0;
      let ce = 0;
      let cf = 0;
      for (let i = 0; i < length; i++) {
        const wa = scratch[i];
        const wb = scratch[BLOCK_ROWS + i];
        const wc = scratch[2 * BLOCK_ROWS + i];
        const xd = cells[d + i];
        const xe = cells[e + i];
        const xf = cells[f + i];
        ad += wa * xd;
        ae += wa * xe;
        af += wa * xf;
        bd += wb * xd;
        be += wb * xe;
        bf += wb * xf;
        cd += wc * xd;
        ce += wc * xe;
        cf += wc * xf;
      }
      const to = j * size + m;
      const below = m < j;
      crossProduct[to] += ad;
      if (below) {
        crossProduct[to + 1] += ae;
        crossProduct[to + 2] += af;
      }
      if (rows > 1) {
        crossProduct[to + size] += bd;
        crossProduct[to + size + 1] += be;
        if (below) crossProduct[to + size + 2] += bf;
      }
      if (rows > 2) {
        crossProduct[to + 2 * size] += cd;
        crossProduct[to + 2 * size + 1] += ce;
        crossProduct[to + 2 * size + 2] += cf;
      }
    }
  }
}
