import { describe, expect, it } from "vitest";
import { coxResiduals } from "../../../estimators/cox/coxResiduals.ts";
import { fitCox } from "../../../estimators/cox/fitCox.ts";
import { predictCox } from "../../../estimators/cox/predictCox.ts";
import { schoenfeldResiduals } from "../../../estimators/cox/schoenfeldResiduals.ts";
import { expectClose } from "./diagnosticsReference.ts";
import { dataOf } from "./plainDurations.ts";

const stop = [2, 3, 5, 5, 7, 8, 9, 11, 12, 13];
const event = [1, 0, 1, 1, 1, 1, 0, 1, 1, 1];
const x = [0.3, 1.2, -0.4, 0.8, 0.1, 1.5, -1.1, 0.6, -0.9, 0.2];

describe("after a monotone likelihood,", () => {
  // Nobody treated fails: at the limit they have no risk, and the others are as without them.
  const treated = [0, 1, 0, 0, 0, 0, 1, 0, 0, 0];
  const others = (values: readonly number[]) => values.filter((_, row) => treated[row] === 0);
  const limitData = dataOf(others(stop), others(event), { x: others(x) });
  const limit = fitCox(limitData);

  for (const [title, column, sign] of [
    ["−∞", treated, -1],
    ["+∞", treated.map((value) => 1 - value), 1],
  ] as const) {
    const data = dataOf(stop, event, { column: [...column], x });
    const fit = fitCox(data);

    it(`residuals are those of the fit without the rows that have no risk (to ${title})`, () => {
      expect(fit.terms[0].estimate).toBe(sign * Number.POSITIVE_INFINITY);
      for (const kind of ["martingale", "deviance"] as const) {
        const found = coxResiduals(data, fit, kind);
        expectClose(others([...found]), [...coxResiduals(limitData, limit, kind)], 1e-8);
        for (const row of [1, 6]) expect(Math.abs(found[row])).toBe(0);
      }
      for (const kind of ["score", "dfbeta", "dfbetas"] as const) {
        const found = coxResiduals(data, fit, kind);
        const ofX = [...found].filter((_, cell) => cell % 2 === 1);
        expectClose(others(ofX), [...coxResiduals(limitData, limit, kind)], 1e-8);
        for (const row of [1, 6]) expect(Math.abs(ofX[row])).toBe(0);
        for (let row = 0; row < stop.length; row++) expect(Math.abs(found[2 * row])).toBeLessThan(1e-12);
      }
      const { residuals, scaled } = schoenfeldResiduals(data, fit);
      const plain = schoenfeldResiduals(limitData, limit);
      const ofX = (values: Float64Array) => [...values].filter((_, cell) => cell % 2 === 1);
      expectClose(ofX(residuals), [...plain.residuals], 1e-8);
      expectClose(ofX(scaled), [...plain.scaled], 1e-8);
    });

    it(`expected events are too (to ${title})`, () => {
      const found = predictCox(data, fit);
      const plain = predictCox(limitData, limit);
      expectClose(others([...(found.expected ?? [])]), [...(plain.expected ?? [])], 1e-8);
      expectClose(others([...(found.expectedStdError ?? [])]), [...(plain.expectedStdError ?? [])], 1e-8);
      for (const row of [1, 6]) {
        expect([found.expected?.[row], found.expectedStdError?.[row], found.survival?.[row]]).toEqual([
          0, 0, 1,
        ]);
      }
      // Measured from 0, as columns of 0 and 1 are without strata.
      const [at0, at1] = sign < 0 ? [0, 1] : [1, 0];
      expect(found.linearPredictor[at1]).toBe(sign * Number.POSITIVE_INFINITY);
      expect(found.linearPredictorStdError[at1]).toBe(Number.POSITIVE_INFINITY);
      expect(found.risk[at1]).toBe(sign < 0 ? 0 : Number.POSITIVE_INFINITY);
      expect(found.linearPredictor[at0]).toBeCloseTo(
        fit.terms[1].estimate * (x[at0] - x.reduce((sum, value) => sum + value, 0) / x.length),
        12,
      );
      expect(found.linearPredictorStdError[at0]).toBeLessThan(1);
    });
  }

  it("what the signs of the estimates do not tell is refused: how far levels are apart that go to infinity together", () => {
    const levels = [1, 0, 1, 2, 2, 1, 0, 2, 1, 2];
    const data = dataOf(stop, event, { x });
    const factors = [{ name: "level", codes: Uint16Array.from(levels), levels: ["none", "some", "many"] }];
    const withLevels = { ...data, matrix: { ...data.matrix, factors } };
    const fit = fitCox(withLevels);
    expect(() => coxResiduals(withLevels, fit, "martingale")).toThrow(/levelsome = Infinity.*signs/);
  });

  it("a new row is refused, whose risk may be beyond all that were seen", () => {
    const data = dataOf(stop, event, { treated, x });
    expect(() => predictCox(data, fitCox(data), data)).toThrow(/finite estimates/);
  });
});
