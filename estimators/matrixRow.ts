import type { ModelMatrix } from "./modelMatrix.ts";

/** The non-zero cells of one row of a model matrix, as terms and values. */
export class RowOfMatrix {
  readonly terms: Int32Array;
  readonly values: Float64Array;
  count = 0;
  private readonly matrix: ModelMatrix;
  private readonly firstTermOfFactor: number[];

  constructor(matrix: ModelMatrix) {
    this.matrix = matrix;
    const most = 1 + matrix.numeric.length + matrix.factors.length;
    this.terms = new Int32Array(most);
    this.values = new Float64Array(most);
    let next = (matrix.intercept ? 1 : 0) + matrix.numeric.length;
    this.firstTermOfFactor = matrix.factors.map(({ levels }) => {
      const first = next;
      next += levels.length - 1;
      return first;
    });
  }

  /** All terms of the factor that `term` is a level of; empty for a numeric term. */
  termsOfFactorOf(term: number): Set<number> {
    const factor = this.firstTermOfFactor.findLastIndex((first) => first <= term);
    if (factor < 0) return new Set();
    const count = this.matrix.factors[factor].levels.length - 1;
    return new Set(Array.from({ length: count }, (_, i) => this.firstTermOfFactor[factor] + i));
  }

  read(row: number): void {
    let count = 0;
    const add = (term: number, value: number): void => {
      this.terms[count] = term;
      this.values[count++] = value;
    };
    const { intercept, numeric, factors } = this.matrix;
    if (intercept) add(0, 1);
    numeric.forEach(({ values }, j) => {
      add((intercept ? 1 : 0) + j, values[row]);
    });
    factors.forEach(({ codes }, f) => {
      if (codes[row] > 0) add(this.firstTermOfFactor[f] + codes[row] - 1, 1);
    });
    this.count = count;
  }
}
