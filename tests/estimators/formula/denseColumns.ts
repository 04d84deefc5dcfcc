import type { ModelFrame } from "../../../estimators/formula/modelFrame.ts";
import { termNames } from "../../../estimators/modelMatrix.ts";

/** The model matrix written out, one column a coefficient with its name, in the order of R's `model.matrix`. */
export function denseColumns({ matrix, coefficientOrder }: ModelFrame): { name: string; values: number[] }[] {
  const columns = matrix.intercept ? [Array<number>(matrix.rows).fill(1)] : [];
  for (const { values } of matrix.numeric) columns.push(Array.from(values));
  for (const { codes, levels } of matrix.factors) {
    for (let level = 1; level < levels.length; level++) {
      columns.push(Array.from(codes, (code) => Number(code === level)));
    }
  }
  const names = termNames(matrix);
  return Array.from(coefficientOrder, (index) => ({ name: names[index], values: columns[index] }));
}
