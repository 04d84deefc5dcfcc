import fc from "fast-check";
import type { KernelName } from "../../../estimators/kernels/kernelOption.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { groupRows, sortedByGroup } from "../../../estimators/splitDesign/groupRows.ts";
import { type SplitDesign, splitDesign } from "../../../estimators/splitDesign/splitDesign.ts";

/** A binary outcome with any mixture of columns, in groups of any sizes. */
export interface RandomProblem {
  readonly matrix: ModelMatrix;
  readonly group: Int32Array;
  /** 2y − 1, by position. */
  readonly signs: Float64Array;
  readonly offset: Float64Array | null;
  /** By term. */
  readonly coefficients: Float64Array;
}

/** Coefficients up to `reach` with columns around 1: indices go as far as ten times that. */
export function randomProblem(reach: number): fc.Arbitrary<RandomProblem> {
  const shape = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 150 }),
    varying: fc.integer({ min: 0, max: 5 }),
    constant: fc.integer({ min: 0, max: 4 }),
    levels: fc.array(fc.integer({ min: 2, max: 5 }), { maxLength: 3 }),
    levelsOfGroups: fc.array(fc.integer({ min: 2, max: 5 }), { maxLength: 3 }),
    long: fc.boolean(),
    intercept: fc.boolean(),
    withOffset: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1e6 }),
  });
  return shape.map((of) => {
    let state = of.seed;
    /** In (0, 1); any mixture of bits will do. */
    const uniform = () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return ((state >>> 0) + 0.5) / 2 ** 32;
    };
    const sizes = of.long ? [...of.sizes, 40] : of.sizes;
    const group = Int32Array.from(sizes.flatMap((size, g) => Array.from({ length: size }, () => 7 - 3 * g)));
    const rowGroups = groupRows(group);
    const ofRow = (draw: () => number) => Float64Array.from(group, draw);
    const ofGroup = (draw: () => number) => {
      const values = Array.from(sizes, draw);
      return Float64Array.from(group, (id) => values[(7 - id) / 3]);
    };
    const number = () => 3 * uniform() - 1;
    const levels = (count: number) => Array.from({ length: count }, (_, level) => String(level));
    const matrix: ModelMatrix = {
      rows: group.length,
      intercept: of.intercept,
      numeric: [
        ...Array.from({ length: of.varying }, (_, i) => ({ name: `x${i}`, values: ofRow(number) })),
        ...Array.from({ length: of.constant }, (_, i) => ({ name: `m${i}`, values: ofGroup(number) })),
      ],
      factors: [
        ...of.levels.map((count, i) => ({
          name: `f${i}`,
          levels: levels(count),
          codes: Uint16Array.from(ofRow(() => Math.floor(count * uniform()))),
        })),
        ...of.levelsOfGroups.map((count, i) => ({
          name: `g${i}`,
          levels: levels(count),
          codes: Uint16Array.from(ofGroup(() => Math.floor(count * uniform()))),
        })),
      ],
    };
    const terms = splitDesign(matrix, rowGroups, "plain").slotOfTerm.length;
    return {
      matrix,
      group,
      signs: sortedByGroup(
        ofRow(() => (uniform() < 0.3 ? 1 : -1)),
        rowGroups,
      ),
      offset: of.withOffset ? ofRow(() => reach * (uniform() - 0.5)) : null,
      coefficients: Float64Array.from({ length: terms }, () => 2 * reach * (uniform() - 0.5)),
    };
  });
}

export function designOf({ matrix, group }: RandomProblem, kernel: KernelName): SplitDesign {
  return splitDesign(matrix, groupRows(group), kernel);
}

/** Every number with all its bits. */
export function bits(numbers: Float64Array): string[] {
  const words = new BigUint64Array(numbers.buffer, numbers.byteOffset, numbers.length);
  return Array.from(words, (word, i) => (Number.isNaN(numbers[i]) ? "NaN" : word.toString(16)));
}
