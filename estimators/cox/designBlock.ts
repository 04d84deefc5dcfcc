import type { RiskSets } from "./riskSets.ts";
import type { StandardisedDesign } from "./standardisedDesign.ts";

const CAPACITY = 128;
/** More than the capacity, so that the columns of a block do not fall on the same lines of the cache. */
const STRIDE = 136;

/** A few rows of the standardised design at a time, in a scratch that fits the cache. */
export class DesignBlock {
  readonly capacity = CAPACITY;
  /** η of the rows loaded, after `linearPredictor`. */
  readonly eta = new Float64Array(CAPACITY);
  readonly #design: StandardisedDesign;
  readonly #riskSets: RiskSets;
  readonly #columns: number;
  readonly #values: Float64Array;
  readonly #weighted = new Float64Array(CAPACITY);
  #from = 0;
  #length = 0;

  constructor(design: StandardisedDesign, riskSets: RiskSets) {
    this.#design = design;
    this.#riskSets = riskSets;
    this.#columns = design.numeric.length;
    this.#values = new Float64Array(this.#columns * STRIDE);
  }

  /** Standardises the numeric cells of rows `from` to `to` − 1; returns how many rows these are. */
  load(from: number, to: number): number {
    const { numeric, centre, scale } = this.#design;
    const { strata, stratum } = this.#riskSets;
    const columns = this.#columns;
    const length = to - from;
    for (let j = 0; j < columns; j++) {
      const inverse = 1 / scale[j];
      const at = j * STRIDE;
      if (strata === 1) standardise(numeric[j], from, length, centre[j], inverse, this.#values, at);
      else {
        const values = numeric[j];
        for (let i = 0; i < length; i++) {
          const row = from + i;
          this.#values[at + i] = (values[row] - centre[stratum[row] * columns + j]) * inverse;
        }
      }
    }
    this.#from = from;
    this.#length = length;
    return length;
  }

  linearPredictor(coefficients: Float64Array): void {
    const { eta } = this;
    const values = this.#values;
    const length = this.#length;
    eta.fill(0);
    for (let j = 0; j < this.#columns; j++) {
      const coefficient = coefficients[j];
      const at = j * STRIDE;
      for (let i = 0; i < length; i++) eta[i] += coefficient * values[at + i];
    }
    for (const { codes, offset } of this.#design.factors) {
      for (let i = 0; i < length; i++) {
        const code = codes[this.#from + i];
        if (code > 0) eta[i] += coefficients[offset + code];
      }
    }
  }

  /** target[at …] += weight × x of row i of the block. */
  addRow(target: Float64Array, at: number, i: number, weight: number): void {
    const values = this.#values;
    const columns = this.#columns;
    for (let j = 0; j < columns; j++) target[at + j] += weight * values[j * STRIDE + i];
    const factors = this.#design.factors;
    for (let f = 0; f < factors.length; f++) {
      const code = factors[f].codes[this.#from + i];
      if (code > 0) target[at + factors[f].offset + code] += weight;
    }
  }

  /** target += Σ weight x over the rows of the block. */
  addWeightedSum(target: Float64Array, weight: Float64Array): void {
    const values = this.#values;
    const length = this.#length;
    for (let j = 0; j < this.#columns; j++) {
      const at = j * STRIDE;
      let sum = 0;
      for (let i = 0; i < length; i++) sum += weight[i] * values[at + i];
      target[j] += sum;
    }
    for (const { codes, offset } of this.#design.factors) {
      for (let i = 0; i < length; i++) {
        const code = codes[this.#from + i];
        if (code > 0) target[offset + code] += weight[i];
      }
    }
  }

  /** Lower triangle of target += Σ weight x x' over the rows of the block. */
  addCrossProduct(target: Float64Array, weight: Float64Array): void {
    const { factors, size } = this.#design;
    const length = this.#length;
    this.#addNumericCrossProduct(target, weight);
    for (let f = 0; f < factors.length; f++) {
      const { codes, offset } = factors[f];
      for (let i = 0; i < length; i++) {
        const code = codes[this.#from + i];
        if (code === 0) continue;
        const at = (offset + code) * size;
        const w = weight[i];
        for (let j = 0; j < this.#columns; j++) target[at + j] += w * this.#values[j * STRIDE + i];
        for (let g = 0; g < f; g++) {
          const other = factors[g].codes[this.#from + i];
          if (other > 0) target[at + factors[g].offset + other] += w;
        }
        target[at + offset + code] += w;
      }
    }
  }

  /** Four columns at a time: one load of the weighted column serves four products, each with a sum in a register. */
  #addNumericCrossProduct(target: Float64Array, weight: Float64Array): void {
    const { size } = this.#design;
    const values = this.#values;
    const weighted = this.#weighted;
    const length = this.#length;
    for (let j = 0; j < this.#columns; j++) {
      const at = j * STRIDE;
      for (let i = 0; i < length; i++) weighted[i] = weight[i] * values[at + i];
      let m = 0;
      for (; m + 3 <= j; m += 4) {
        const a = m * STRIDE;
        const b = a + STRIDE;
        const c = b + STRIDE;
        const d = c + STRIDE;
        let sumA = 0;
        let sumB = 0;
        let sumC = 0;
        let sumD = 0;
        for (let i = 0; i < length; i++) {
          const w = weighted[i];
          sumA += w * values[a + i];
          sumB += w * values[b + i];
          sumC += w * values[c + i];
          sumD += w * values[d + i];
        }
        const to = j * size + m;
        target[to] += sumA;
        target[to + 1] += sumB;
        target[to + 2] += sumC;
        target[to + 3] += sumD;
      }
      for (; m <= j; m++) {
        const other = m * STRIDE;
        let sum = 0;
        for (let i = 0; i < length; i++) sum += weighted[i] * values[other + i];
        target[j * size + m] += sum;
      }
    }
  }
}

function standardise(
  values: Float64Array | Int32Array | Uint8Array,
  from: number,
  length: number,
  centre: number,
  inverseScale: number,
  target: Float64Array,
  at: number,
): void {
  for (let i = 0; i < length; i++) target[at + i] = (values[from + i] - centre) * inverseScale;
}
