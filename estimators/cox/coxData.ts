import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { type ModelMatrix, termOrder } from "../modelMatrix.ts";

/** Durations as counting-process rows: a row says that its subject was at risk on (start, stop]. */
export interface CoxData {
  /** No intercept: the baseline hazard takes its place. */
  readonly matrix: ModelMatrix;
  /**
   * Time at which the row enters the risk set (delayed entry, time-varying covariates). Absent: every row is at risk
   * from the start of the clock, and then `stop` may be 0.
   */
  readonly start?: Float64Array;
  /** Time at which the row's event happens or it is censored, in the unit of `start`. */
  readonly stop: Float64Array;
  /** 1 if the event happened at `stop`, 0 if the row ends without one. */
  readonly event: Uint8Array;
  /** A code a row; each distinct code has a baseline hazard of its own. Absent: one stratum. */
  readonly strata?: Uint16Array | Uint32Array | Int32Array;
  /** Case weights, positive: a row of weight 2 counts as two equal rows in the likelihood. Absent: all 1. */
  readonly weights?: Float64Array;
  /** Added to each row's log hazard, with coefficient 1. Absent: all 0. */
  readonly offset?: Float64Array;
  /**
   * A code a row: rows with one code, such as those of one subject, may depend on each other. Used by the robust
   * covariance and by the standard error of the concordance; the estimates do not change. Absent: every row on its own.
   */
  readonly cluster?: Uint16Array | Int32Array;
}

/**
 * How events that share a time share a risk set: approximations of continuous time by Efron (1977) or Breslow (1974), or
 * the exact likelihood of discrete time (`exactLikelihood`).
 */
export type TieMethod = "efron" | "breslow" | "exact";

/**
 * Refuses data no partial likelihood is defined on.
 *
 * @throws InvalidInput whose `path` is the column and row (from 0), e.g. `start[17]`: unequal lengths, an intercept,
 *   a cell that is not finite, an event other than 0 or 1, a factor code without a level, a row that ends no later
 *   than it starts, a weight that is not positive.
 */
export function checkCoxData(data: CoxData): void {
  const { matrix, start, stop, event, strata, weights, offset, cluster } = data;
  // Types rule it out; plain JavaScript does not.
  if (matrix === undefined) {
    throw new InvalidInput({ path: "matrix", found: "none", expected: "a model matrix" });
  }
  if (matrix.intercept) {
    throw new InvalidInput({
      path: "matrix.intercept",
      found: "true",
      expected: "false: a Cox model has no intercept",
    });
  }
  termOrder(matrix);
  checkLength("stop", stop, matrix.rows);
  checkLength("event", event, matrix.rows);
  if (start) checkLength("start", start, matrix.rows);
  if (strata) checkLength("strata", strata, matrix.rows);
  if (cluster) checkLength("cluster", cluster, matrix.rows);
  if (offset) {
    checkLength("offset", offset, matrix.rows);
    checkFinite("offset", offset);
  }
  if (weights) {
    checkLength("weights", weights, matrix.rows);
    for (let row = 0; row < weights.length; row++) {
      if (!(weights[row] > 0 && weights[row] < Number.POSITIVE_INFINITY)) {
        refuse("weights", row, weights[row], "a finite number above 0; leave out rows that do not count");
      }
    }
  }
  checkFinite("stop", stop);
  for (let row = 0; row < event.length; row++) {
    // Neither true nor "1", which callers without types may pass.
    if (event[row] !== 0 && event[row] !== 1) {
      refuse("event", row, event[row], "the number 0 or 1, as in a Uint8Array");
    }
  }
  if (start) {
    checkFinite("start", start);
    for (let row = 0; row < start.length; row++) {
      if (!(start[row] < stop[row]))
        refuse("start", row, start[row], `a time before stop, which is ${stop[row]}`);
    }
  }
  for (const term of matrix.numeric) {
    checkLength(term.name, term.values, matrix.rows);
    checkFinite(term.name, term.values);
  }
  for (const factor of matrix.factors) {
    checkLength(factor.name, factor.codes, matrix.rows);
    for (let row = 0; row < factor.codes.length; row++) {
      if (factor.codes[row] >= factor.levels.length) {
        refuse(factor.name, row, factor.codes[row], `the code of one of ${factor.levels.length} levels`);
      }
    }
  }
}

function checkLength(name: string, column: ArrayLike<number> | undefined, rows: number): void {
  if (column === undefined) {
    throw new InvalidInput({ path: name, found: "none", expected: `a column of ${rows} rows` });
  }
  if (column.length !== rows) {
    throw new InvalidInput({
      path: name,
      found: `${column.length} rows`,
      expected: `${rows}, as the model matrix has`,
    });
  }
}

function checkFinite(name: string, column: ArrayLike<number>): void {
  for (let row = 0; row < column.length; row++) {
    if (!Number.isFinite(column[row])) refuse(name, row, column[row], "a finite number");
  }
}

function refuse(name: string, row: number, found: unknown, expected: string): never {
  const shown = typeof found === "string" ? `"${found}"` : String(found);
  throw new InvalidInput({ path: `${name}[${row}]`, found: shown, expected });
}
