/** Throws a RangeError unless there is one finite positive weight a row. */
export function checkWeights(weights: ArrayLike<number>, rows: number): void {
  if (weights.length !== rows) {
    throw new RangeError(`the weights have ${weights.length} rows where the model matrix has ${rows}`);
  }
  for (let row = 0; row < rows; row++) {
    if (!(weights[row] > 0 && weights[row] < Infinity)) {
      throw new RangeError(
        `weights, row ${row}: ${weights[row]} is not a positive number; drop rows without weight`,
      );
    }
  }
}
