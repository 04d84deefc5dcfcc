import { alea } from "seedrandom";
import { describe, expect, it } from "vitest";
import type { CoxData } from "../../../estimators/cox/coxData.ts";
import type { CoxOptions } from "../../../estimators/cox/coxOptions.ts";
import { type CoxResidual, coxResiduals } from "../../../estimators/cox/coxResiduals.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { predictCox } from "../../../estimators/cox/predictCox.ts";
import { testProportionalHazards } from "../../../estimators/cox/proportionalHazards.ts";
import type { CoxReference } from "../../../estimators/cox/referenceMeans.ts";
import { coxBaseline } from "../../../estimators/cox/survivalCurve.ts";
import type { LimitsOn } from "../../../estimators/cox/survivalLimits.ts";
import type { TimeTransform } from "../../../estimators/cox/timeTransforms.ts";
import { InvalidInput } from "../../../scenarios/invalidInput.ts";
import { codes, dataOf } from "./plainDurations.ts";

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

  it("because they pull Efron's estimate towards zero, and Breslow's further", () => {
    const uniform = alea("ties");
    const rows = [...Array(20_000).keys()];
    const x = rows.map(() => 2 * uniform() - 1);
    const times = rows.map((row) => -Math.log(1 - uniform()) / (0.4 * Math.exp(x[row])));
    const event = rows.map((row) => Number(times[row] < 10));
    const estimate = (stop: number[], ties: "efron" | "breslow") =>
      fitCox(dataOf(stop, event, { x }), { ties }).terms[0].estimate;
    const exact = times.map((time) => Math.min(time, 10));
    const yearly = exact.map(Math.ceil);
    expect(estimate(exact, "efron")).toBeCloseTo(1, 1);
    expect(estimate(yearly, "efron")).toBeLessThan(0.99 * estimate(exact, "efron"));
    expect(estimate(yearly, "breslow")).toBeLessThan(0.9 * estimate(exact, "efron"));
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

  it("an event as a logical or a text, which only callers without types can give", () => {
    for (const event of [
      [true, false, true],
      ["1", "0", "1"],
    ]) {
      const data = { ...dataOf(good.stop, good.event, { x: good.x }), event: event as unknown as Uint8Array };
      expect(() => fitCox(data)).toThrow(/event\[0\].*the number 0 or 1/);
    }
    expect(() => fitCox({} as CoxData)).toThrow(/matrix: .*none/);
    const { matrix } = dataOf([1], [1], {});
    expect(() => fitCox({ matrix } as CoxData)).toThrow(/stop: .*none/);
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

describe("an option that there is not is refused by its name:", () => {
  const data = dataOf([1, 2, 3, 4], [1, 0, 1, 1], { x: [0, 1, 2, 0] });
  const fit = fitCox(data);

  it.each([
    ["ties", { ties: "discrete" }],
    ["penalty", { penalty: "lasso" }],
    ["robust", { robust: "HC1" }],
    ["confidenceLevel", { confidenceLevel: 95 }],
    ["maxIterations", { maxIterations: -1 }],
    ["tolerance", { tolerance: 0 }],
  ])("%s of a fit", (name, options) => {
    expect(() => fitCox(data, options as CoxOptions)).toThrow(new RegExp(`^${name}: `));
  });

  it.each([
    ["kind", () => coxResiduals(data, fit, "deviances" as CoxResidual)],
    ["reference", () => predictCox(data, fit, undefined, { reference: "mean" as CoxReference })],
    ["transform", () => testProportionalHazards(data, fit, "sqrt" as TimeTransform)],
    ["limits", () => coxBaseline(data, fit, { limits: "logit" as LimitsOn })],
    ["confidenceLevel", () => coxBaseline(data, fit, { confidenceLevel: 95 })],
  ])("%s after it", (name, call) => {
    expect(call).toThrow(new RegExp(`^${name}: `));
  });

  it("and HC0 is the sandwich", () => {
    expect(fitCox(data, { robust: "HC0" })).toEqual(fitCox(data, { robust: true }));
  });
});
