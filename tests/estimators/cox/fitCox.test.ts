import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import type { CoxFit } from "../../../estimators/fit.ts";
import { InvalidInput } from "../../../scenarios/invalidInput.ts";
import { partialLikelihoodByDefinition } from "./definition.ts";
import { durations, rowsAt } from "./randomDurations.ts";

/** Durations with numeric covariates only, from plain lists. */
function dataOf(
  stop: readonly number[],
  event: readonly number[],
  covariates: Readonly<Record<string, readonly number[]>>,
  more: { start?: readonly number[]; strata?: readonly number[] } = {},
): CoxData {
  const numeric = Object.entries(covariates).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return {
    matrix: { rows: stop.length, intercept: false, numeric, factors: [] },
    stop: Float64Array.from(stop),
    event: Uint8Array.from(event),
    ...(more.start ? { start: Float64Array.from(more.start) } : {}),
    ...(more.strata ? { strata: Int32Array.from(more.strata) } : {}),
  };
}

function estimates(fit: CoxFit): number[] {
  return fit.terms.map((term) => term.estimate);
}

function codes(fit: CoxFit): string[] {
  return fit.warnings.map((warning) => warning.code);
}

describe("the six rows of Therneau and Grambsch (2000), appendix E.1", () => {
  const data = dataOf([1, 1, 6, 6, 8, 9], [1, 0, 1, 1, 0, 1], { x: [1, 1, 1, 0, 0, 0] });

  it("have exp(β) = (3 + √33)/2 with Breslow ties", () => {
    // The score 2 − r/(r + 1) − 2r/(r + 3) is zero where r² − 3r − 6 = 0.
    const r = (3 + Math.sqrt(33)) / 2;
    const fit = fitCox(data, { ties: "breslow" });
    expect(fit.converged).toBe(true);
    expect(fit.terms[0].estimate).toBeCloseTo(Math.log(r), 12);
    expect(fit.logLikelihood).toBeCloseTo(2 * Math.log(r) - Math.log(3 * r + 3) - 2 * Math.log(r + 3), 12);
    expect(fit.logLikelihoodNull).toBeCloseTo(-Math.log(6) - 2 * Math.log(4), 12);
    const information = r / (r + 1) ** 2 + (6 * r) / (r + 3) ** 2;
    expect(fit.covariance[0]).toBeCloseTo(1 / information, 10);
  });

  it("have exp(β) = 2 √(23/3) cos(arccos((45/23) √(3/23)) / 3) with Efron ties", () => {
    // The score 2 − r/(r + 1) − r/(r + 3) − r/(r + 5) is zero where r³ − 23r − 30 = 0.
    const r = 2 * Math.sqrt(23 / 3) * Math.cos(Math.acos((45 / 23) * Math.sqrt(3 / 23)) / 3);
    const fit = fitCox(data);
    expect(fit.ties).toBe("efron");
    expect(fit.terms[0].estimate).toBeCloseTo(Math.log(r), 12);
    expect(fit.logLikelihood).toBeCloseTo(
      2 * Math.log(r) - Math.log(3 * r + 3) - Math.log(r + 3) - Math.log((r + 5) / 2),
      12,
    );
  });

  it("have half of their events tied", () => {
    expect(fitCox(data).tiedShare).toBe(0.5);
  });
});

describe("a fit", () => {
  const data = dataOf([1, 1, 6, 6, 8, 9], [1, 0, 1, 1, 0, 1], { x: [1, 1, 1, 0, 0, 0] });

  it("gives Wald statistics and limits at the confidence level asked for", () => {
    const [wide] = fitCox(data, { confidenceLevel: 0.99 }).terms;
    const [usual] = fitCox(data).terms;
    expect(usual.confHigh - usual.estimate).toBeCloseTo(1.959963984540054 * usual.stdError, 12);
    expect(wide.confHigh - wide.estimate).toBeCloseTo(2.5758293035489 * wide.stdError, 12);
    expect(usual.statistic).toBe(usual.estimate / usual.stdError);
  });

  it("is the same from any starting value", () => {
    for (const start of [-3, 0.5, 4]) {
      const fit = fitCox(data, { start: Float64Array.of(start) });
      expect(fit.converged).toBe(true);
      expect(fit.terms[0].estimate).toBeCloseTo(fitCox(data).terms[0].estimate, 10);
      expect(fit.logLikelihoodNull).toBe(fitCox(data).logLikelihoodNull);
    }
  });

  it("of no terms is the null model", () => {
    const fit = fitCox(dataOf([1, 2, 3], [1, 1, 0], {}));
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(-Math.log(3) - Math.log(2), 14);
    expect(fit.logLikelihood).toBe(fit.logLikelihoodNull);
  });
});

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

describe("what cannot be estimated has a name:", () => {
  const stop = [2, 3, 5, 5, 7, 8, 9, 11, 12, 13];
  const event = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1];
  const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];

  it("no events", () => {
    const fit = fitCox(dataOf([1, 2], [0, 0], { x: [0, 1] }));
    expect(codes(fit)).toEqual(["no-events"]);
    expect(fit.converged).toBe(false);
    expect(fit.terms[0].estimate).toBeNaN();
    expect(fit.logLikelihood).toBe(0);
  });

  it("a constant column, the others standing as if it were not there", () => {
    const fit = fitCox(dataOf(stop, event, { one: stop.map(() => 0.1), x }));
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["one"]]]);
    expect(fit.converged).toBe(false);
    expect(fit.terms[0].estimate).toBeNaN();
    expect(fit.terms[1]).toEqual(fitCox(dataOf(stop, event, { x })).terms[0]);
  });

  it("a column constant within strata, or within every risk set", () => {
    const strata = stop.map((_, row) => row % 2);
    const byStratum = fitCox(dataOf(stop, event, { x, group: strata }, { strata }));
    expect(byStratum.warnings.map(({ terms }) => terms)).toEqual([["group"]]);
    // One row a period, as in a panel: what depends on the period alone is in the baseline hazard.
    const start = stop.map((_, row) => Math.floor(row / 5));
    const periodic = dataOf(
      start.map((time) => time + 1),
      event,
      { x, trend: start.map(Math.sqrt) },
      { start },
    );
    expect(fitCox(periodic).warnings.map(({ code, terms }) => [code, terms])).toContainEqual([
      "collinear",
      ["trend"],
    ]);
  });

  it("a linear combination, with the terms it is made of", () => {
    const z = x.map((_, row) => Math.cos(3 * row));
    const w = x.map((_, row) => Math.sin(5 * row));
    const sum = x.map((value, row) => 2 * value - z[row] + 3);
    const fit = fitCox(dataOf(stop, event, { x, w, z, sum }));
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([["collinear", ["sum", "x", "z"]]]);
    expect(fit.terms[3].estimate).toBeNaN();
    const without = fitCox(dataOf(stop, event, { x, w, z }));
    without.terms.forEach((term, j) => {
      expect(fit.terms[j].estimate).toBeCloseTo(term.estimate, 10);
      expect(fit.terms[j].stdError).toBeCloseTo(term.stdError, 10);
    });
  });

  it("a group without events: the limit is the fit without its rows", () => {
    const treated = [0, 1, 0, 0, 0, 0, 1, 0, 0, 0];
    const fit = fitCox(dataOf(stop, event, { treated, x }));
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["monotone-likelihood", ["treated"]],
    ]);
    expect(fit.converged).toBe(false);
    expect(fit.terms[0].estimate).toBe(Number.NEGATIVE_INFINITY);
    expect(fit.terms[0].stdError).toBe(Number.POSITIVE_INFINITY);
    const others = (values: readonly number[]) => values.filter((_, row) => treated[row] === 0);
    const limit = fitCox(dataOf(others(stop), others(event), { x: others(x) }));
    expect(limit.converged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(limit.logLikelihood, 8);
    expect(fit.terms[1].estimate).toBeCloseTo(limit.terms[0].estimate, 8);
    expect(fit.terms[1].stdError).toBeCloseTo(limit.terms[0].stdError, 8);
  });

  it("a reference level without events: all other levels go to infinity together", () => {
    const levels = ["none", "some", "many"];
    const codesOf = [1, 0, 1, 2, 2, 1, 0, 2, 1, 2];
    const data = dataOf(stop, event, { x });
    const factors = [{ name: "level", codes: Uint16Array.from(codesOf), levels }];
    const fit = fitCox({ ...data, matrix: { ...data.matrix, factors } });
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["monotone-likelihood", ["levelsome", "levelmany"]],
    ]);
    expect(estimates(fit).slice(1)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const others = (values: readonly number[]) => values.filter((_, row) => codesOf[row] > 0);
    const limit = fitCox(
      dataOf(others(stop), others(event), {
        x: others(x),
        many: others(codesOf).map((code) => Number(code === 2)),
      }),
    );
    expect(fit.terms[0].estimate).toBeCloseTo(limit.terms[0].estimate, 8);
    expect(fit.terms[0].stdError).toBeCloseTo(limit.terms[0].stdError, 8);
    expect(fit.logLikelihood).toBeCloseTo(limit.logLikelihood, 8);
  });

  it("a covariate in the order of the events, however narrow its smallest step", () => {
    const times = stop.map((time, row) => time + row / 100);
    const order = times.map((time, row) => (row === 0 ? 15.0001 - times[1] : 15 - time));
    const fit = fitCox(
      dataOf(
        times,
        times.map(() => 1),
        { order },
      ),
    );
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["monotone-likelihood", ["order"]],
    ]);
    expect(fit.terms[0].estimate).toBe(Number.POSITIVE_INFINITY);
    expect(fit.logLikelihood).toBeGreaterThan(-1e-5);
  });

  it("too few iterations", () => {
    const fit = fitCox(dataOf(stop, event, { x }), { maxIterations: 1 });
    expect(codes(fit)).toEqual(["not-converged"]);
    expect(fit.converged).toBe(false);
    expect(fit.iterations).toBe(1);
  });

  it("but a large, finite effect is a maximum like any other", () => {
    // The treated fail first, but for one of the others who fails among them.
    const rows = [...Array(40).keys()];
    const treated = rows.map((row) => Number(row < 21 && row !== 10));
    const fit = fitCox(
      dataOf(
        rows.map((row) => row + 1),
        rows.map(() => 1),
        { treated },
      ),
    );
    expect(fit.warnings).toEqual([]);
    expect(fit.terms[0].estimate).toBeGreaterThan(3);
    expect(fit.terms[0].stdError).toBeLessThan(2);
  });
});

describe("heavy ties are a note", () => {
  it("when a tenth and more of those at risk fail at one time, as in yearly data", () => {
    const rows = [...Array(60).keys()];
    const years = rows.map((row) => 1 + (row % 3));
    const fit = fitCox(
      dataOf(
        years,
        rows.map((row) => Number(row % 5 > 1)),
        { x: rows.map((row) => Math.sin(row)) },
      ),
    );
    expect(codes(fit)).toEqual(["heavy-ties"]);
    expect(fit.converged).toBe(true);
    expect(fit.tiedShare).toBe(1);
    expect(fit.warnings[0].message).toMatch(/complementary log-log/);
  });

  it("and not when many events are tied but each time takes few of those at risk", () => {
    const rows = [...Array(600).keys()];
    const days = rows.map((row) => 1 + Math.floor(row / 2));
    const fit = fitCox(
      dataOf(
        days,
        rows.map((row) => Number(row < 400)),
        { x: rows.map((row) => Math.sin(row)) },
      ),
    );
    expect(fit.tiedShare).toBe(1);
    expect(codes(fit)).toEqual([]);
  });
});

describe("data that are not durations are refused with the cell:", () => {
  const good = { stop: [1, 2, 3], event: [1, 0, 1], x: [0, 1, 2], start: [0, 0, 1] };
  const refused = (changes: Partial<typeof good>): InvalidInput => {
    const { stop, event, x, start } = { ...good, ...changes };
    try {
      fitCox(dataOf(stop, event, { x }, { start }));
    } catch (error) {
      if (error instanceof InvalidInput) return error;
      throw error;
    }
    throw new Error("was not refused");
  };

  it("a row that ends no later than it starts", () => {
    const problem = refused({ start: [0, 2, 1] });
    expect(problem.code).toBe("invalid-input");
    expect(problem.path).toBe("start[1]");
    expect(problem.found).toBe("2");
  });

  it("a cell that is not a finite number", () => {
    expect(refused({ stop: [1, Number.NaN, 3] }).path).toBe("stop[1]");
    expect(refused({ x: [0, 1, Number.POSITIVE_INFINITY] }).path).toBe("x[2]");
  });

  it("an event that is neither 0 nor 1", () => {
    expect(refused({ event: [1, 2, 1] }).path).toBe("event[1]");
  });

  it("columns of unequal length", () => {
    expect(refused({ event: [1, 0] }).path).toBe("event");
  });

  it("a code without a level", () => {
    const data = dataOf(good.stop, good.event, {});
    const factors = [{ name: "f", codes: Uint16Array.of(0, 1, 2), levels: ["a", "b"] }];
    expect(() => fitCox({ ...data, matrix: { ...data.matrix, factors } })).toThrow(/f\[2\]/);
  });

  it("an intercept, or starting values that do not fit the terms", () => {
    const data = dataOf(good.stop, good.event, { x: good.x });
    expect(() => fitCox({ ...data, matrix: { ...data.matrix, intercept: true } })).toThrow(/intercept/);
    expect(() => fitCox(data, { start: Float64Array.of(1, 2) })).toThrow(InvalidInput);
  });
});
