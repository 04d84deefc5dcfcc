import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimandTally } from "../../study/estimandTally.ts";
import { pairTally } from "../../study/measures/pairTally.ts";
import { momentsOf } from "../../study/moments.ts";
import * as performance from "../../study/performance.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { addDeviation, addValue, emptyMoments, fixCentre, momentsSoFar } from "../../study/runningMoments.ts";

const aShare = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.01));
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

describe("the measures of pairs that are shown twice", () => {
  const anInterval = fc.record({
    truth: fc.constant(1),
    estimate: aNumber,
    half: fc.integer({ min: 1, max: 99 }),
  });
  const aPair = fc.record({ method: anInterval, reference: anInterval, pValues: fc.tuple(aShare, aShare) });

  it("are those of the formulas on the columns", () => {
    fc.assert(
      fc.property(fc.array(aPair, { minLength: 3, maxLength: 30 }), (given) => {
        const rowsOf = (of: "method" | "reference") =>
          given.map(
            ({ [of]: { truth, estimate, half }, pValues }, at): EstimateRow => ({
              ...{
                world: "w",
                cell: 0,
                replication: at + 1,
                method: of,
                estimand: "e",
                status: "ok",
                message: "",
              },
              ...{ truth, estimate, stdError: half / 2, confLow: estimate - half, confHigh: estimate + half },
              pValue: pValues[of === "method" ? 0 : 1],
            }),
          );
        const [method, reference] = [rowsOf("method"), rowsOf("reference")];
        const tally = pairTally(0.05);
        for (const [at, row] of method.entries()) tally.count(row, reference[at]);
        tally.turn();
        for (const [at, row] of method.entries()) tally.spread(row, reference[at]);
        const column = (
          rows: EstimateRow[],
          name: "estimate" | "truth" | "pValue" | "confLow" | "confHigh",
        ) => rows.map((row) => row[name]);
        const errors = (rows: EstimateRow[]) =>
          performance.estimationErrors(column(rows, "estimate"), column(rows, "truth"));
        const limits = (rows: EstimateRow[]) => ({
          low: column(rows, "confLow"),
          high: column(rows, "confHigh"),
        });
        expect(tally.measures()).toStrictEqual({
          pairs: given.length,
          difference: performance.pairedDifference(column(method, "estimate"), column(reference, "estimate")),
          relativePrecision: performance.relativePrecision(errors(method), errors(reference)),
          rejection: performance.pairedRejection(column(method, "pValue"), column(reference, "pValue"), 0.05),
          coverage: performance.pairedCoverage(limits(method), limits(reference), column(method, "truth")),
        });
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
