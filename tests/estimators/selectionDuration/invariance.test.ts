import { describe, expect, it } from "vitest";
import { fitSelectionDuration, type ModelMatrix } from "../../../estimators/index.ts";
import { type SimulatedDurations, simulateSelectionDuration } from "./simulate.ts";

const data = simulateSelectionDuration({
  seed: "invariance",
  rows: 600,
  dependence: { kind: "gaussian", value: 0.1 },
  selectionError: "normal",
  shape: 1.4,
  censoringTime: 2,
});

function pickRows(rows: ArrayLike<number>): SimulatedDurations {
  const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (row) => values[row]);
  const ofMatrix = (matrix: ModelMatrix): ModelMatrix => ({
    ...matrix,
    rows: rows.length,
    numeric: matrix.numeric.map(({ name, values }) => ({ name, values: pick(values) })),
  });
  return {
    selection: ofMatrix(data.selection),
    selected: Uint8Array.from(rows, (row) => data.selected[row]),
    duration: ofMatrix(data.duration),
    time: pick(data.time),
    event: pick(data.event),
  };
}

describe.each(["fgm", "gaussian"] as const)("a fit with %s dependence", (dependence) => {
  const fitOf = (
    { selection, selected, duration, time, event }: SimulatedDurations,
    weights?: Float64Array,
  ) =>
    fitSelectionDuration(selection, selected, duration, time, event, {
      dependence,
      ...(weights === undefined ? {} : { weights }),
    });
  const usual = fitOf(data);
  const estimates = usual.terms.map(({ estimate }) => estimate);

  it("in hours instead of days moves the duration's intercept by ln 24 and nothing else", () => {
    const found = fitOf({ ...data, time: data.time.map((days) => 24 * days) });
    found.terms.forEach(({ term, estimate, stdError }, i) => {
      const shift = term === "duration: (Intercept)" ? Math.log(24) : 0;
      expect(estimate + shift).toBeCloseTo(estimates[i], 6);
      // The intercept's error too changes with the unit, by way of the shape.
      if (shift === 0) expect(stdError).toBeCloseTo(usual.terms[i].stdError, 6);
    });
    expect(found.logLikelihood).toBeCloseTo(usual.logLikelihood - usual.events * Math.log(24), 6);
    expect(found.shape?.estimate).toBeCloseTo(usual.shape?.estimate ?? 0, 6);
    expect(found.dependence.estimate).toBeCloseTo(usual.dependence.estimate, 5);
  });

  it("with a column in other units has its coefficients in theirs", () => {
    const moved = (matrix: ModelMatrix): ModelMatrix => ({
      ...matrix,
      numeric: matrix.numeric.map(({ name, values }) =>
        name === "x" ? { name, values: Float64Array.from(values, (x) => 2000 + 1000 * x) } : { name, values },
      ),
    });
    const found = fitOf({ ...data, selection: moved(data.selection), duration: moved(data.duration) });
    const [g0, gz, gx, b0, bx] = found.terms.map(({ estimate }) => estimate);
    [g0 + 2000 * gx, gz, 1000 * gx, b0 + 2000 * bx, 1000 * bx].forEach((value, i) => {
      expect(value).toBeCloseTo(estimates[i], 6);
    });
    expect(1000 * found.terms[4].stdError).toBeCloseTo(usual.terms[4].stdError, 6);
  });

  it("does not depend on the order of the rows", () => {
    const found = fitOf(pickRows(Array.from({ length: 600 }, (_, row) => (row * 7) % 600)));
    found.terms.forEach(({ estimate }, i) => {
      expect(estimate).toBeCloseTo(estimates[i], 7);
    });
    expect(found.logLikelihood).toBeCloseTo(usual.logLikelihood, 8);
  });

  it("counts a row of weight 2 like two rows", () => {
    const weights = Float64Array.from({ length: 600 }, (_, row) => 1 + (row % 2));
    const twice = [...weights.keys()].flatMap((row) => (weights[row] === 2 ? [row, row] : [row]));
    const weighted = fitOf(data, weights);
    const doubled = fitOf(pickRows(twice));
    weighted.terms.forEach(({ estimate, stdError }, i) => {
      expect(estimate).toBeCloseTo(doubled.terms[i].estimate, 6);
      expect(stdError).toBeCloseTo(doubled.terms[i].stdError, 6);
    });
    expect(weighted.logLikelihood).toBeCloseTo(doubled.logLikelihood, 7);
    expect(weighted.logLikelihoodIndependent).toBeCloseTo(doubled.logLikelihoodIndependent, 7);
  });

  it("without intercepts is that of constant columns in their place", () => {
    const ones = { name: "one", values: new Float64Array(600).fill(1) };
    const inPlace = (matrix: ModelMatrix): ModelMatrix => ({
      ...matrix,
      intercept: false,
      numeric: [ones, ...matrix.numeric],
    });
    const found = fitOf({ ...data, selection: inPlace(data.selection), duration: inPlace(data.duration) });
    expect(found.converged).toBe(usual.converged);
    found.terms.forEach(({ estimate, stdError }, i) => {
      expect(estimate).toBeCloseTo(estimates[i], 6);
      expect(stdError).toBeCloseTo(usual.terms[i].stdError, 6);
    });
  });
});
