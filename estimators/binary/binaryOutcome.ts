/** Throws a RangeError unless there is one 0 or 1 a row. */
export function checkBinaryOutcome(outcome: ArrayLike<number>, rows: number): void {
  if (outcome.length !== rows) {
    throw new RangeError(`the outcome has ${outcome.length} rows where the model matrix has ${rows}`);
  }
  for (let row = 0; row < rows; row++) {
    if (outcome[row] !== 0 && outcome[row] !== 1) {
      throw new RangeError(`outcome, row ${row}: ${outcome[row]} is neither 0 nor 1`);
    }
  }
}

/** Share of ones; NaN without rows. */
export function shareOfOnes(outcome: ArrayLike<number>): number {
  let ones = 0;
  for (let row = 0; row < outcome.length; row++) ones += outcome[row];
  return ones / outcome.length;
}
