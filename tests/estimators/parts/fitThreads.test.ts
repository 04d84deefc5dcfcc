import { describe, expect, it } from "vitest";
import { withThreads } from "../../../estimators/parts/fitThreads.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { threadsOfOne } from "./threadsOfOne.ts";

const manyRows = 50_000;
/** Two outcomes a group of five, and no other column than an intercept. */
const matrix = { rows: manyRows, intercept: true, numeric: [], factors: [] };
const outcome = Uint8Array.from({ length: manyRows }, (_, row) => (row % 5 < 2 || row % 35 < 12 ? 1 : 0));
const group = Int32Array.from({ length: manyRows }, (_, row) => Math.floor(row / 5));

describe("threads of a fit", () => {
  it("are started for 50,000 rows, not for one less, and not where one thread is asked for", () => {
    const started = (rows: number, count: number) => {
      const threads = threadsOfOne(count);
      withThreads(threads, rows, (session) => expect(session !== null).toBe(threads.sessions.started === 1));
      return threads.sessions;
    };
    expect(started(manyRows, 2)).toEqual({ started: 1, ended: 1 });
    expect(started(manyRows - 1, 2)).toEqual({ started: 0, ended: 0 });
    expect(started(manyRows, 1)).toEqual({ started: 0, ended: 0 });
  });

  it("are ended when the fit is refused", () => {
    const threads = threadsOfOne(2);
    const wrong = outcome.slice(1);
    expect(() => fitRandomEffects(matrix, wrong, group, { threads })).toThrow(RangeError);
    expect(threads.sessions).toEqual({ started: 1, ended: 1 });
  });

  it("are not started for a model that would not use them", () => {
    const threads = threadsOfOne(2);
    const few = { threads, tests: false, maxIterations: 1 };
    const weights = new Float64Array(manyRows).fill(2);
    fitRandomEffects(matrix, outcome, group, { ...few, link: "logit" });
    fitRandomEffects(matrix, outcome, group, { ...few, weights });
    fitRandomEffects(matrix, outcome, group, { ...few, groupWeights: weights });
    expect(threads.sessions).toEqual({ started: 0, ended: 0 });
    fitRandomEffects(matrix, outcome, group, few);
    expect(threads.sessions).toEqual({ started: 1, ended: 1 });
  });
});
