import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ChoiceData,
  fitConditionalLogit,
} from "../../../estimators/conditionalLogit/fitConditionalLogit.ts";

interface Reference {
  readonly observations: number;
  readonly choices: number;
  readonly terms: readonly string[];
  readonly estimate: readonly number[];
  readonly stdError: readonly number[];
  readonly robustStdError: readonly number[];
  readonly logLikelihoodNull: number;
  readonly logLikelihood: number;
}

const read = (file: string) =>
  readFileSync(new URL(`../../reference/conditionalLogit/${file}`, import.meta.url), "utf8");
const referenceOf = (name: string): Reference => JSON.parse(read(`${name}.json`));

/** Columns of the CSV by name, and those that the R script makes of them. */
function columnsOf(name: string): (column: string) => Float64Array {
  const [header = "", ...lines] = read(`${name}.csv`).trim().split("\n");
  const names = header.split(",");
  const cells = lines.map((line) => line.split(",").map(Number));
  const given = (column: string) =>
    Float64Array.from(cells, (row) => row[names.indexOf(column)] ?? Number.NaN);
  return (column) => {
    const made = /^(is|education)([2-5])$/.exec(column);
    if (made === null) return given(column);
    const [, kind, at] = made;
    const education = given("education");
    return given("occupation").map((value, row) =>
      value === Number(at) ? (kind === "is" ? 1 : (education[row] ?? 0)) : 0,
    );
  };
}

function dataOf(name: string, terms: readonly string[]): ChoiceData {
  const column = columnsOf(name);
  const chosen = Uint8Array.from(column("chosen"));
  const numeric = terms.map((term) => ({ name: term, values: column(term) }));
  return {
    matrix: { rows: chosen.length, intercept: false, numeric, factors: [] },
    chosen,
    choiceSet: Int32Array.from(column("choiceSet")),
    cluster: Int32Array.from(column("cluster")),
  };
}

function expectClose(found: readonly number[], expected: readonly number[], relative: number): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, at) => {
    expect(Math.abs((found[at] ?? Number.NaN) - value) / Math.abs(value)).toBeLessThan(relative);
  });
}

describe("the conditional logit equals clogit of R's survival package", () => {
  it.each(["infert", "logan"])("on %s, with the model's errors and with those of clusters", (name) => {
    const expected = referenceOf(name);
    const fit = fitConditionalLogit(dataOf(name, expected.terms));
    expect(fit.converged).toBe(true);
    expect(fit.warnings).toEqual([]);
    expect([fit.observations, fit.events]).toEqual([expected.observations, expected.choices]);
    expectClose(
      fit.terms.map(({ estimate }) => estimate),
      expected.estimate,
      1e-8,
    );
    expectClose(
      fit.terms.map(({ stdError }) => stdError),
      expected.stdError,
      1e-8,
    );
    expectClose(
      fit.terms.map(({ robustStdError }) => robustStdError ?? Number.NaN),
      expected.robustStdError,
      1e-7,
    );
    expectClose(
      [fit.logLikelihoodNull, fit.logLikelihood],
      [expected.logLikelihoodNull, expected.logLikelihood],
      1e-10,
    );
  });
});

/** Three destinations, offered to `counts[0] + counts[1] + counts[2]` choosers of whom so many take each. */
function shares(counts: readonly number[]): ChoiceData {
  const takers = counts.flatMap((count, destination) => new Array<number>(count).fill(destination));
  const rows = takers.flatMap((taken, chooser) =>
    counts.map((_, destination) => ({ chooser, destination, chosen: taken === destination ? 1 : 0 })),
  );
  return {
    matrix: {
      rows: rows.length,
      intercept: false,
      numeric: [],
      factors: [
        {
          name: "destination",
          codes: Uint16Array.from(rows, ({ destination }) => destination),
          levels: counts.map((_, destination) => String(destination)),
        },
      ],
    },
    chosen: Uint8Array.from(rows, ({ chosen }) => chosen),
    choiceSet: Int32Array.from(rows, ({ chooser }) => chooser),
  };
}

describe("the constants of alternatives that everybody is offered", () => {
  it("are the logarithms of the ratios of their shares", () => {
    const whole = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        const fit = fitConditionalLogit(shares([a, b, c]));
        expect(fit.terms[0]?.estimate).toBeCloseTo(Math.log(b / a), 9);
        expect(fit.terms[1]?.estimate).toBeCloseTo(Math.log(c / a), 9);
        const n = a + b + c;
        const best = [a, b, c].reduce((sum, count) => sum + count * Math.log(count / n), 0);
        expect(fit.logLikelihood).toBeCloseTo(best, 8);
      }),
      { numRuns: 30 },
    );
  });
});

describe("choice sets", () => {
  const two = shares([3, 2]);

  it("of one alternative say nothing", () => {
    const { matrix, chosen, choiceSet } = two;
    const [factor] = matrix.factors;
    if (factor === undefined) throw new Error("shares() makes a factor");
    const more: ChoiceData = {
      matrix: {
        ...matrix,
        rows: matrix.rows + 1,
        factors: [{ ...factor, codes: Uint16Array.of(...factor.codes, 1) }],
      },
      chosen: Uint8Array.of(...chosen, 1),
      choiceSet: Int32Array.of(...choiceSet, 99),
    };
    const [fit, without] = [fitConditionalLogit(more), fitConditionalLogit(two)];
    expect(fit.logLikelihood).toBeCloseTo(without.logLikelihood, 12);
    expect(fit.terms[0]?.estimate).toBeCloseTo(without.terms[0]?.estimate ?? 0, 10);
  });

  it("without a choice, or with two, are refused by their code", () => {
    const none = { ...two, chosen: two.chosen.map((is, row) => (row < 2 ? 0 : is)) };
    expect(() => fitConditionalLogit(none)).toThrow("0 chosen alternatives in choice set 0");
    const both = { ...two, chosen: two.chosen.map((is, row) => (row < 2 ? 1 : is)) };
    expect(() => fitConditionalLogit(both)).toThrow("2 chosen alternatives in choice set 0");
  });

  it("of another length than the choices are refused", () => {
    expect(() => fitConditionalLogit({ ...two, choiceSet: Int32Array.of(1) })).toThrow("choiceSet");
  });

  it("leave nothing of what all alternatives share", () => {
    const rows = two.chosen.length;
    const size = {
      name: "size",
      values: Float64Array.from({ length: rows }, (_, row) => Math.floor(row / 2)),
    };
    const fit = fitConditionalLogit({ ...two, matrix: { ...two.matrix, numeric: [size] } });
    expect(fit.terms[0]?.estimate).toBeNaN();
    expect(fit.warnings.map(({ code }) => code)).toEqual(["collinear"]);
  });
});
