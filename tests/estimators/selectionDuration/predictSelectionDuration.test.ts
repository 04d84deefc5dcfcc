import { describe, expect, it } from "vitest";
import { fitSelectionDuration, type SelectionDurationFit } from "../../../estimators/index.ts";
import { predictSelectionDuration } from "../../../estimators/selectionDuration/predictSelectionDuration.ts";
import { bivariateNormalCdf } from "../../../numerics/bivariateNormal.ts";
import { normalCdf, normalQuantile } from "../../../numerics/normal.ts";
import { simulateSelectionDuration } from "./simulate.ts";

const data = simulateSelectionDuration({
  seed: "prediction",
  rows: 3000,
  dependence: { kind: "gaussian", value: 0.6 },
  selectionError: "normal",
  shape: 1.3,
});

function fitted(dependence: "fgm" | "gaussian"): SelectionDurationFit {
  return fitSelectionDuration(data.selection, data.selected, data.duration, data.time, data.event, {
    dependence,
  });
}

describe.each(["fgm", "gaussian"] as const)("prediction, %s", (dependence) => {
  const fit = fitted(dependence);
  const times = [0, 0.3, 1, 2.5];
  const predicted = predictSelectionDuration(fit, data.selection, data.duration, times);

  it("selects as many as were selected", () => {
    const expected = predicted.selectionProbability.reduce((sum, p) => sum + p, 0);
    expect(Math.abs(expected / fit.selectedObservations - 1)).toBeLessThan(0.02);
  });

  it("gives the selected the survival that they had, and everybody a shorter one when the dependence is positive", () => {
    times.forEach((time, j) => {
      let seen = 0;
      let ofSelected = 0;
      let ofAll = 0;
      for (let row = 0; row < 3000; row++) {
        if (data.selected[row] === 0) continue;
        if (data.time[row] > time) seen++;
        ofSelected += predicted.survivalOfSelected[row * times.length + j];
        ofAll += predicted.survival[row * times.length + j];
      }
      expect(Math.abs(seen - ofSelected) / fit.selectedObservations).toBeLessThan(0.03);
      if (time > 0) expect(ofAll).toBeLessThan(ofSelected);
    });
  });

  it("refuses other columns", () => {
    expect(() => predictSelectionDuration(fit, data.duration, data.duration, times)).toThrow(
      /the fit has the terms selection: \(Intercept\), selection: z/,
    );
  });
});

describe("prediction from the Gaussian copula", () => {
  it("is Φ(w'γ), exp(−u) and Φ₂(w'γ, −q; ρ)/Φ(w'γ)", () => {
    const fit = fitted("gaussian");
    const at = (name: string, value: number) => ({
      rows: 1,
      intercept: true,
      numeric: [{ name, values: Float64Array.of(value) }],
      factors: [],
    });
    const selection = { ...at("z", 0.4), numeric: [...at("z", 0.4).numeric, ...at("x", -1).numeric] };
    const [g0, gz, gx, b0, bx] = fit.terms.map(({ estimate }) => estimate);
    const index = g0 + 0.4 * gz - gx;
    const survival = Math.exp(-((Math.exp(b0 - bx) * 1.7) ** (fit.shape?.estimate ?? 1)));
    const found = predictSelectionDuration(fit, selection, at("x", -1), [1.7]);
    expect(found.selectionProbability[0]).toBeCloseTo(normalCdf(index), 13);
    expect(found.survival[0]).toBeCloseTo(survival, 13);
    const both = bivariateNormalCdf(index, normalQuantile(survival), fit.dependence.estimate);
    expect(found.survivalOfSelected[0]).toBeCloseTo(both / normalCdf(index), 12);
  });
});
