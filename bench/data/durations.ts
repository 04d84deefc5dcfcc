import type { CoxData } from "../../estimators/cox/coxData.ts";
import { draws } from "./draws.ts";

const rowsPerSubject = 4;
const covariates = 12;

/**
 * Start–stop rows of subjects whose 12 covariates change from row to row, in whole days, late entries among them; an
 * event in about 5 % of the rows, so that most event times are shared by several subjects.
 */
export function durations(rows: number): CoxData {
  const { uniform, normal } = draws("durations");
  const columns = Array.from({ length: covariates }, () => new Float64Array(rows));
  const start = new Float64Array(rows);
  const stop = new Float64Array(rows);
  const event = new Uint8Array(rows);
  let row = 0;
  while (row < rows) {
    let day = uniform() < 0.3 ? Math.floor(400 * uniform()) : 0;
    for (let part = 0; part < rowsPerSubject && row < rows; part++, row++) {
      let index = 0;
      columns.forEach((column, at) => {
        column[row] = at < 8 ? normal() : uniform() < 0.3 ? 1 : 0;
        index += 0.1 * (at % 2 === 0 ? 1 : -1) * column[row];
      });
      const length = 1 + Math.floor(730 * uniform());
      const untilEvent = -Math.log(uniform()) / (0.000145 * Math.exp(index));
      start[row] = day;
      day += Math.min(length, Math.ceil(untilEvent));
      stop[row] = day;
      event[row] = untilEvent <= length ? 1 : 0;
      if (event[row] === 1) {
        row++;
        break;
      }
    }
  }
  const numeric = columns.map((values, at) => ({ name: `x${at + 1}`, values }));
  return { matrix: { rows, intercept: false, numeric, factors: [] }, start, stop, event };
}
