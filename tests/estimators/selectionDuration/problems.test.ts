import { describe, expect, it } from "vitest";
import {
  fitSelectionDuration,
  type ModelMatrix,
  type SelectionDurationFit,
  type SelectionDurationOptions,
} from "../../../estimators/index.ts";
import { type SimulatedDurations, simulateSelectionDuration } from "./simulate.ts";

const data = simulateSelectionDuration({
  seed: "problems",
  rows: 400,
  dependence: { kind: "gaussian", value: 0.05 },
  selectionError: "normal",
  censoringTime: 2,
});

function fitOf(
  change: Partial<SimulatedDurations> = {},
  options: SelectionDurationOptions = {},
): SelectionDurationFit {
  const { selection, selected, duration, time, event } = { ...data, ...change };
  return fitSelectionDuration(selection, selected, duration, time, event, options);
}

const codes = ({ warnings }: SelectionDurationFit): string[] => warnings.map(({ code }) => code);

function withColumn(matrix: ModelMatrix, name: string, values: ArrayLike<number>): ModelMatrix {
  return { ...matrix, numeric: [...matrix.numeric, { name, values: Float64Array.from(values) }] };
}

const both = ["fgm", "gaussian"] as const;

describe("what cannot be fitted has a name:", () => {
  it.each([0, 1])("everybody's selection is %d", (all) => {
    const time = new Float64Array(400).fill(1);
    const found = fitOf({ selected: new Uint8Array(400).fill(all), time, event: time });
    expect(found.converged).toBe(false);
    expect(codes(found)).toEqual(["constant-outcome"]);
    expect(found.warnings[0].message).toContain(all === 0 ? "no row is selected" : "fit the duration alone");
    for (const { estimate } of found.terms) expect(estimate).toBeNaN();
  });

  it("no events among the selected", () => {
    const found = fitOf({ event: data.event.map((value) => value * 0) });
    expect([found.converged, found.events, codes(found)]).toEqual([false, 0, ["no-events"]]);
  });

  it.each(both)("collinear columns, %s: left out, the others are those without them", (dependence) => {
    const { values } = data.duration.numeric[0];
    const duration = withColumn(
      data.duration,
      "twice",
      Float64Array.from(values, (x) => 2 * x),
    );
    const selection = withColumn(data.selection, "constant", new Float64Array(400).fill(7));
    const found = fitOf({ duration, selection }, { dependence });
    const clean = fitOf({}, { dependence });
    expect(codes(found)).toEqual(["collinear", "collinear"]);
    expect(found.warnings.flatMap(({ terms }) => terms)).toEqual(["selection: constant", "duration: twice"]);
    expect(found.logLikelihood).toBeCloseTo(clean.logLikelihood, 8);
    const kept = found.terms.filter(({ estimate }) => !Number.isNaN(estimate));
    kept.forEach(({ term, estimate, stdError }, i) => {
      expect(term).toBe(clean.terms[i].term);
      expect(estimate).toBeCloseTo(clean.terms[i].estimate, 6);
      expect(stdError).toBeCloseTo(clean.terms[i].stdError, 6);
    });
    expect(kept.length).toBe(clean.terms.length);
  });

  it("a level that none of the selected has", () => {
    const levelOfRow = Uint16Array.from(data.selected, (value, row) => (value === 1 ? row % 2 : 2));
    const region = { name: "region", codes: levelOfRow, levels: ["a", "b", "c"] };
    const found = fitOf({ duration: { ...data.duration, factors: [region] } });
    expect(found.converged).toBe(true);
    expect(found.warnings[0]).toMatchObject({ code: "empty-category", terms: ["duration: regionc"] });
    expect(found.terms.at(-1)?.estimate).toBeNaN();
    expect(found.terms.at(-2)?.stdError).toBeGreaterThan(0);
  });

  it.each(both)(
    "a column that decides the selection of some rows, %s: its limit is reported",
    (dependence) => {
      // A group of which nobody is selected says nothing of anything else.
      const group = Float64Array.from(data.selected, (value, row) => (value === 0 && row % 4 === 0 ? 1 : 0));
      const found = fitOf({ selection: withColumn(data.selection, "group", group) }, { dependence });
      expect(found.converged).toBe(false);
      expect(codes(found)).toEqual(["quasi-separation"]);
      expect(found.warnings[0].terms).toEqual(["selection: group"]);
      expect(found.terms[3]).toMatchObject({
        term: "selection: group",
        estimate: -Infinity,
        stdError: Infinity,
      });

      const rest = Int32Array.from([...group.keys()].filter((row) => group[row] === 0));
      const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(rest, (row) => values[row]);
      const subset = (matrix: ModelMatrix): ModelMatrix => ({
        ...matrix,
        rows: rest.length,
        numeric: matrix.numeric.map(({ name, values }) => ({ name, values: pick(values) })),
      });
      const without = fitSelectionDuration(
        subset(data.selection),
        pick(data.selected),
        subset(data.duration),
        pick(data.time),
        pick(data.event),
        { dependence },
      );
      expect(without.converged).toBe(true);
      expect(found.logLikelihood).toBeCloseTo(without.logLikelihood, 5);
      const finite = found.terms.filter(({ estimate }) => Number.isFinite(estimate));
      finite.forEach(({ estimate, stdError }, i) => {
        expect(estimate).toBeCloseTo(without.terms[i].estimate, 4);
        expect(stdError).toBeCloseTo(without.terms[i].stdError, 4);
      });
      expect(finite.length).toBe(without.terms.length);
    },
  );

  it.each(both)("a group without events, %s: its hazard falls for ever", (dependence) => {
    const group = Float64Array.from(data.event, (value, row) => (value === 0 && row % 3 === 0 ? 1 : 0));
    const found = fitOf({ duration: withColumn(data.duration, "group", group) }, { dependence });
    expect(found.converged).toBe(false);
    expect(codes(found)).toEqual(["monotone-likelihood"]);
    expect(found.warnings[0].terms).toEqual(["duration: group"]);
    expect(found.terms.at(-1)).toMatchObject({ estimate: -Infinity, stdError: Infinity });
    for (const { estimate, stdError } of found.terms.slice(0, -1)) {
      expect(Number.isFinite(estimate) && stdError < 1).toBe(true);
    }
  });

  it("a correlation that runs off to 1", () => {
    const perfect = simulateSelectionDuration({
      seed: "one error for both",
      rows: 400,
      dependence: { kind: "gaussian", value: 1 },
      selectionError: "normal",
    });
    const found = fitOf(perfect, { dependence: "gaussian" });
    expect([found.converged, codes(found)]).toEqual([false, ["dependence-at-boundary"]]);
    expect(found.dependence.estimate).toBeGreaterThan(0.999);
  });

  it("too few steps", () => {
    const found = fitOf({}, { maxIterations: 1 });
    expect([found.converged, codes(found)]).toEqual([false, ["not-converged"]]);
  });

  it("one cluster has no robust covariance", () => {
    const found = fitOf({}, { cluster: new Int32Array(400) });
    expect(codes(found)).toEqual(["one-cluster"]);
    expect(found.terms[0].robustStdError).toBeNaN();
  });
});

describe("a selection without a column of its own", () => {
  it("is fitted, with a note", () => {
    const found = fitOf({ selection: data.duration }, { dependence: "gaussian" });
    expect([found.converged, codes(found)]).toEqual([true, ["no-exclusion-restriction"]]);
  });

  it("is seen through other names and combinations", () => {
    const x = data.duration.numeric[0].values;
    const selection = withColumn(
      { ...data.duration, numeric: [] },
      "disguise",
      Float64Array.from(x, (value) => 3 - 2 * value),
    );
    expect(codes(fitOf({ selection }))).toContain("no-exclusion-restriction");
    expect(codes(fitOf())).not.toContain("no-exclusion-restriction");
  });
});

describe("what does not fit together is refused:", () => {
  const selectedRow = data.selected.indexOf(1);
  const replace = (values: Float64Array, value: number): Float64Array => {
    const copy = values.slice();
    copy[selectedRow] = value;
    return copy;
  };
  it.each([
    ["a time of 0", { time: replace(data.time, 0) }, /time, row \d+: 0 is not a positive number/],
    ["a missing time", { time: replace(data.time, Number.NaN) }, /time, row \d+: NaN/],
    [
      "an event that is neither 0 nor 1",
      { event: replace(data.event, 2) },
      /event, row \d+: 2 is neither 0 nor 1/,
    ],
    ["lengths", { time: data.time.slice(1) }, /the time column has 399 numbers where 400 are needed/],
    [
      "rows",
      { duration: { ...data.duration, rows: 399 } },
      /the duration matrix has 399 rows, the selection/,
    ],
  ])("%s", (_, change, message) => {
    expect(() => fitOf(change)).toThrow(message);
  });

  it("but nothing is read of those who are not selected", () => {
    const missing = data.selected.indexOf(0);
    expect(data.time[missing]).toBeNaN();
    const x = Float64Array.from(data.duration.numeric[0].values);
    x[missing] = Number.NaN;
    const duration = { ...data.duration, numeric: [{ name: "x", values: x }] };
    expect(fitOf({ duration }).logLikelihood).toBe(fitOf().logLikelihood);
  });
});
