import type { SimulatedHistory } from "../../../sim/run.ts";

/**
 * The index of every row of the panel, from its columns and the true coefficients alone: what an estimator would
 * have to find. Only right where the world has nothing that the statistician does not see.
 */
export function indexOfRows({ rows, columns, truth }: SimulatedHistory): Float64Array {
  const index = new Float64Array(rows).fill(truth.coefficients["(Intercept)"]);
  for (const [term, coefficient] of Object.entries(truth.coefficients)) {
    if (term === "(Intercept)" || term === "sigma") continue;
    const dummy = /^factor\((\w+)\)(.+)$/.exec(term);
    const name = dummy === null ? term : dummy[1];
    const column = columns.find((each) => each.name === name);
    if (column === undefined) throw new Error(`the truth names ${term}, the panel has no ${name}`);
    for (let row = 0; row < rows; row++) {
      const value =
        dummy === null
          ? column.values[row]
          : Number(String(column.levels?.[column.values[row]] ?? column.values[row]) === dummy[2]);
      index[row] += coefficient * value;
    }
  }
  return index;
}
