import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import type { CoxFit } from "../../../estimators/fit.ts";
import { partialLikelihoodByDefinition } from "./definition.ts";
import { estimates } from "./plainDurations.ts";
import { durations, rowsAt } from "./randomDurations.ts";

describe("the estimates of any data do not change", () => {
  /** The fit of data that have one; others are skipped. */
  function settledFit(data: CoxData): CoxFit {
    const fit = fitCox(data);
    fc.pre(fit.converged);
    return fit;
  }

  function expectSameFit(found: CoxFit, expected: CoxFit): void {
    expect(found.converged).toBe(true);
    expect(found.events).toBe(expected.events);
    expect(found.logLikelihood).toBeCloseTo(expected.logLikelihood, 8);
    expect(found.logLikelihoodNull).toBeCloseTo(expected.logLikelihoodNull, 8);
    expected.terms.forEach((term, j) => {
      expect(Math.abs(found.terms[j].estimate - term.estimate) / term.stdError).toBeLessThan(1e-6);
      expect(found.terms[j].stdError / term.stdError).toBeCloseTo(1, 6);
    });
  }

  it("when time is measured in another unit or from another moment", () => {
    fc.assert(
      fc.property(
        durations,
        fc.constantFrom(0.25, 8, 365.25),
        fc.integer({ min: -50, max: 50 }),
        (data, unit, shift) => {
          const moved = (times: Float64Array) => times.map((time) => unit * time + shift);
          const start = moved(data.start ?? new Float64Array(data.stop.length));
          expectSameFit(fitCox({ ...data, start, stop: moved(data.stop) }), settledFit(data));
        },
      ),
    );
  });

  it("when only the order of times within strata is kept", () => {
    fc.assert(
      fc.property(durations, (data) => {
        const warp = (times: Float64Array) =>
          times.map((time, row) => Math.exp(time / 3) + 100 * (data.strata?.[row] ?? 0));
        const start = warp(data.start ?? new Float64Array(data.stop.length));
        expectSameFit(fitCox({ ...data, start, stop: warp(data.stop) }), settledFit(data));
      }),
    );
  });

  it("when the rows come in another order", () => {
    fc.assert(
      fc.property(durations, fc.infiniteStream(fc.nat()), (data, keys) => {
        const order = [...data.stop.keys()].map((row) => [keys.next().value, row] as const);
        order.sort((a, b) => a[0] - b[0]);
        expectSameFit(
          fitCox(
            rowsAt(
              data,
              order.map(([, row]) => row),
            ),
          ),
          settledFit(data),
        );
      }),
    );
  });

  it("when a row is split at a moment within it", () => {
    fc.assert(
      fc.property(
        durations,
        fc.nat(),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (data, key, share) => {
          const row = key % data.stop.length;
          const split = rowsAt(data, [...data.stop.keys(), row]);
          const start = split.start ?? new Float64Array(split.stop.length);
          const moment = start[row] + share * (split.stop[row] - start[row]);
          split.stop[row] = moment;
          split.event[row] = 0;
          start[data.stop.length] = moment;
          expectSameFit(fitCox(split), settledFit(data));
        },
      ),
    );
  });

  it("when a covariate is shifted by an amount of the stratum's own", () => {
    fc.assert(
      fc.property(durations, (data) => {
        const [x, ...others] = data.matrix.numeric;
        const values = Float64Array.from(
          x.values,
          (value, row) => value + 1000 * (data.strata?.[row] ?? 0) - 7,
        );
        const numeric = [{ ...x, values }, ...others];
        expectSameFit(fitCox({ ...data, matrix: { ...data.matrix, numeric } }), settledFit(data));
      }),
    );
  });

  it("when rows that are never at risk at an event say something outrageous", () => {
    fc.assert(
      fc.property(durations, (data) => {
        const more = rowsAt(data, [...data.stop.keys(), 0]);
        const last = data.stop.length;
        if (more.start) more.start[last] = 100;
        more.stop[last] = 200;
        more.event[last] = 0;
        more.matrix.numeric[0].values[last] = 1e9;
        expectSameFit(fitCox(more), settledFit(data));
      }),
    );
  });

  it("but follow the unit of a covariate", () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(1e-6, 0.1, 1e5), (data, unit) => {
        const [x, ...others] = data.matrix.numeric;
        const numeric = [{ ...x, values: Float64Array.from(x.values, (value) => value * unit) }, ...others];
        const fit = fitCox({ ...data, matrix: { ...data.matrix, numeric } });
        const before = settledFit(data);
        expect(Math.abs(fit.terms[0].estimate * unit - before.terms[0].estimate)).toBeLessThan(
          1e-6 * before.terms[0].stdError,
        );
      }),
    );
  });

  it("and zero the score of the definition", () => {
    fc.assert(
      fc.property(durations, (data) => {
        const fit = settledFit(data);
        const { score, logLikelihood } = partialLikelihoodByDefinition(data, estimates(fit), "efron");
        expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 9);
        score.forEach((slope, j) => {
          expect(Math.abs(slope * fit.terms[j].stdError)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 30 },
    );
  });
});
