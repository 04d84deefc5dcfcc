import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimandTally } from "../../study/estimandTally.ts";
import { momentsOf } from "../../study/moments.ts";
import * as performance from "../../study/performance.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { addDeviation, addValue, emptyMoments, fixCentre, momentsSoFar } from "../../study/runningMoments.ts";

const aNumber = fc.integer({ min: -999, max: 999 }).map((whole) => whole / 16);

describe("moments of values that come one at a time", () => {
  it("are those of the list, to the last bit", () => {
    fc.assert(
      fc.property(fc.array(aNumber), (values) => {
        const running = emptyMoments();
        for (const value of values) addValue(running, value);
        fixCentre(running);
        for (const value of values) addDeviation(running, value);
        expect(momentsSoFar(running)).toStrictEqual(momentsOf(values));
      }),
    );
  });
});

describe("the measures of rows that are shown twice", () => {
  const aRow = fc.record({
    truth: aNumber,
    estimate: aNumber,
    stdError: fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: 1e-3, max: 10, noNaN: true }) },
      fc.constant(Number.NaN),
    ),
    pValue: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.01)),
  });

  it("are those of the published formulas on the columns", () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 3, maxLength: 30 }), (given) => {
        const rows = given.map(
          (each, at): EstimateRow => ({
            ...each,
            confLow: each.estimate - 2 * each.stdError,
            confHigh: each.estimate + 2 * each.stdError,
            world: "w",
            cell: 0,
            replication: at + 1,
            method: "m",
            estimand: "e",
            status: "ok",
            message: "",
          }),
        );
        const tally = estimandTally(0.05);
        for (const row of rows) tally.count(row);
        tally.turn();
        for (const row of rows) tally.spread(row);
        const found = tally.measures(40);

        const column = (name: "truth" | "estimate" | "pValue" | "stdError") => rows.map((row) => row[name]);
        const inner = rows.filter((row) => !Number.isNaN(row.stdError));
        const of = (name: "confLow" | "confHigh" | "truth" | "stdError") => inner.map((row) => row[name]);
        const errors = performance.estimationErrors(column("estimate"), column("truth"));
        const bias = performance.bias(errors);
        const expected = {
          bias,
          relativeBias: performance.relativeBias(column("estimate"), column("truth")),
          empiricalSe: performance.empiricalSe(errors),
          modelSe: performance.modelSe(of("stdError")),
          relativeError: performance.relativeErrorOfModelSe(errors, column("stdError")),
          mse: performance.meanSquaredError(errors),
          rmse: performance.rootMeanSquaredError(errors),
          coverage: performance.coverage(of("confLow"), of("confHigh"), of("truth")),
          biasEliminatedCoverage: performance.biasEliminatedCoverage(
            of("confLow"),
            of("confHigh"),
            of("truth"),
            bias.value,
          ),
          rejection: performance.rejection(column("pValue"), 0.05),
          ...(column("truth").includes(0)
            ? {}
            : {
                typeS: performance.typeS(column("estimate"), column("truth"), column("pValue"), 0.05),
                typeM: performance.typeM(column("estimate"), column("truth"), column("pValue"), 0.05),
              }),
          intervalWidth: performance.intervalWidth(of("confLow"), of("confHigh")),
          convergence: performance.convergence(rows.length, 40),
        };
        for (const [name, measure] of Object.entries(expected)) {
          // The residuals of the ratio are centred at the 0 that their mean is but for rounding.
          if (name === "relativeBias" || name === "typeM") {
            const close = found[name]();
            expect(close.value).toBe(measure.value);
            if (Number.isFinite(measure.mcse)) expect(close.mcse).toBeCloseTo(measure.mcse, 9);
          } else expect(found[name as keyof typeof found](), name).toStrictEqual(measure);
        }
      }),
    );
  });
});
