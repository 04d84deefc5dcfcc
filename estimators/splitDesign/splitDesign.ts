import { createKernelMemory, type KernelMemory } from "../kernels/kernelMemory.ts";
import type { KernelName } from "../kernels/kernelOption.ts";
import type { FactorTerm, ModelMatrix, NumericTerm } from "../modelMatrix.ts";
import type { GroupParts } from "../parts/groupParts.ts";
import type { RowGroups } from "./groupRows.ts";

/**
 * A model matrix rearranged for the inner loops: rows sorted by group; columns that vary within groups kept by row,
 * columns that are constant within every group kept once a group; factors as codes. X'MX with block-diagonal M then
 * costs a fraction of what dense columns cost (see `crossProduct.ts`).
 *
 * Coefficients live in **slots**: the varying numeric columns, the constant ones (with the intercept first), then
 * *all* levels of each factor. Reference levels have a slot too, so that the loops need no test for them; their
 * coefficient stays 0 and their sums are simply not used.
 *
 * Both column counts are even, padded with a column of zeros where need be (its slot is nobody's).
 *
 * Numeric columns are standardised (centred only when there is an intercept to take it up), so that counts in the
 * hundreds, years and shares meet the solver on one scale.
 */
export interface SplitDesign {
  readonly rowGroups: RowGroups;
  readonly varyingCount: number;
  /** Positions × varyingCount, row-major. */
  readonly varying: Float64Array;
  readonly constantCount: number;
  /** Groups × constantCount, row-major. */
  readonly constant: Float64Array;
  readonly varyingFactors: number;
  /** Positions × varyingFactors: slots, not level numbers. */
  readonly varyingCodes: Int32Array;
  readonly constantFactors: number;
  /** Groups × constantFactors: slots. */
  readonly constantCodes: Int32Array;
  readonly slots: number;
  /** Slot of each coefficient in the order of `termNames`. */
  readonly slotOfTerm: Int32Array;
  /** Index of the intercept among the terms, −1 when there is none. */
  readonly interceptTerm: number;
  /** Standardised column = (column − centre) / scale, by term; 0 and 1 for intercept and levels. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  /** Where the design lies when the WebAssembly kernels are to work with it; null when the plain ones are. */
  readonly kernel: KernelMemory | null;
  /** The groups as divided among threads; null when one thread has them all, as `splitDesign` leaves them. */
  readonly parts: GroupParts | null;
}

/**
 * Splits `matrix` by `rowGroups`. Throws a RangeError for a cell that is not finite and for a column of wrong length.
 *
 * @param kernel "wasm": lay the design out in a memory of the WebAssembly kernels, where there is WebAssembly. Default "plain".
 */
export function splitDesign(
  matrix: ModelMatrix,
  rowGroups: RowGroups,
  kernel: KernelName = "plain",
): SplitDesign {
  const interceptCount = matrix.intercept ? 1 : 0;
  const columns = matrix.numeric.map((term) => describeNumeric(term, matrix, rowGroups));
  const factors = matrix.factors.map((factor) => describeFactor(factor, matrix, rowGroups));
  const varyingColumns = columns.filter((column) => !column.constant);
  const constantColumns = columns.filter((column) => column.constant);
  const varyingFactors = factors.filter((factor) => !factor.constant);
  const constantFactors = factors.filter((factor) => factor.constant);

  // Rounded up to even with a column of zeros: the loops take columns two by two.
  const varyingCount = varyingColumns.length + (varyingColumns.length % 2);
  const constantUsed = interceptCount + constantColumns.length;
  const constantCount = constantUsed + (constantUsed % 2);
  let slots = 0;
  const slotOfColumn = new Map<unknown, number>();
  for (const column of varyingColumns) slotOfColumn.set(column, slots++);
  const interceptSlot = varyingCount;
  slots = interceptSlot + interceptCount;
  for (const column of constantColumns) slotOfColumn.set(column, slots++);
  slots = varyingCount + constantCount;
  for (const factor of factors) {
    slotOfColumn.set(factor, slots);
    slots += factor.term.levels.length;
  }
  const slotOf = (column: unknown): number => slotOfColumn.get(column) ?? -1;

  const slotOfTerm: number[] = matrix.intercept ? [interceptSlot] : [];
  for (const column of columns) slotOfTerm.push(slotOf(column));
  for (const factor of factors) {
    for (let level = 1; level < factor.term.levels.length; level++) slotOfTerm.push(slotOf(factor) + level);
  }
  const centre = new Float64Array(slotOfTerm.length);
  const scale = new Float64Array(slotOfTerm.length).fill(1);
  columns.forEach((column, i) => {
    centre[interceptCount + i] = column.centre;
    scale[interceptCount + i] = column.scale;
  });

  const { order, start, groups } = rowGroups;
  const rows = order.length;
  const sizes = {
    ...{ rows, groups, largest: rowGroups.largest, varyingCount, constantCount, slots },
    ...{ varyingFactors: varyingFactors.length, constantFactors: constantFactors.length },
  };
  const memory = kernel === "wasm" ? createKernelMemory(sizes) : null;
  memory?.start.set(start);

  const varying = memory?.varying ?? new Float64Array(rows * varyingCount);
  varyingColumns.forEach((column, j) => {
    const values = column.term.values;
    for (let p = 0; p < order.length; p++) {
      varying[p * varyingCount + j] = (values[order[p]] - column.centre) / column.scale;
    }
  });
  const constant = memory?.constant ?? new Float64Array(groups * constantCount);
  if (matrix.intercept) for (let g = 0; g < groups; g++) constant[g * constantCount] = 1;
  constantColumns.forEach((column, j) => {
    const values = column.term.values;
    for (let g = 0; g < groups; g++) {
      constant[g * constantCount + interceptCount + j] =
        (values[order[start[g]]] - column.centre) / column.scale;
    }
  });
  const varyingCodes = memory?.varyingCodes ?? new Int32Array(rows * varyingFactors.length);
  varyingFactors.forEach((factor, f) => {
    const slot = slotOf(factor);
    for (let p = 0; p < order.length; p++) {
      varyingCodes[p * varyingFactors.length + f] = slot + factor.term.codes[order[p]];
    }
  });
  const constantCodes = memory?.constantCodes ?? new Int32Array(groups * constantFactors.length);
  constantFactors.forEach((factor, f) => {
    const slot = slotOf(factor);
    for (let g = 0; g < groups; g++) {
      constantCodes[g * constantFactors.length + f] = slot + factor.term.codes[order[start[g]]];
    }
  });

  return {
    rowGroups,
    varyingCount,
    varying,
    constantCount,
    constant,
    varyingFactors: varyingFactors.length,
    varyingCodes,
    constantFactors: constantFactors.length,
    constantCodes,
    slots,
    slotOfTerm: Int32Array.from(slotOfTerm),
    interceptTerm: matrix.intercept ? 0 : -1,
    centre,
    scale,
    kernel: memory,
    parts: null,
  };
}

function describeNumeric(term: NumericTerm, matrix: ModelMatrix, rowGroups: RowGroups) {
  const { values, name } = term;
  if (values.length !== matrix.rows) {
    throw new RangeError(
      `column ${name} has ${values.length} rows where the model matrix has ${matrix.rows}`,
    );
  }
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    if (!Number.isFinite(values[row])) {
      throw new RangeError(`column ${name}, row ${row}: ${values[row]} is not a finite number`);
    }
    sum += values[row];
  }
  const centre = matrix.intercept && values.length > 0 ? sum / values.length : 0;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const away = values[row] - centre;
    squares += away * away;
  }
  const spread = Math.sqrt(squares / values.length);
  const constant = isConstantWithinGroups(values, rowGroups);
  // A column without spread but for rounding is left as it is; it will be found collinear with the intercept.
  if (!(spread > 1e-11 * Math.abs(centre))) return { term, constant, centre: 0, scale: 1 };
  return { term, constant, centre, scale: spread };
}

function describeFactor(term: FactorTerm, matrix: ModelMatrix, rowGroups: RowGroups) {
  const { codes, levels, name } = term;
  if (codes.length !== matrix.rows) {
    throw new RangeError(`factor ${name} has ${codes.length} rows where the model matrix has ${matrix.rows}`);
  }
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] >= levels.length) {
      throw new RangeError(
        `factor ${name}, row ${row}: code ${codes[row]} has no level (there are ${levels.length})`,
      );
    }
  }
  return { term, constant: isConstantWithinGroups(codes, rowGroups) };
}

function isConstantWithinGroups(values: ArrayLike<number>, { start, order, groups }: RowGroups): boolean {
  for (let g = 0; g < groups; g++) {
    const first = values[order[start[g]]];
    for (let p = start[g] + 1; p < start[g + 1]; p++) if (values[order[p]] !== first) return false;
  }
  return true;
}
