import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import { penalizedLikelihood } from "../../../estimators/binary/jeffreysPenalty.ts";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import { prepareBinary } from "../../../estimators/binary/prepareBinary.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { loadData } from "../probit/referenceData.ts";

const links = ["probit", "logit", "cloglog"] as const;

/** See tests/reference/binary/separation.R. */
interface Penalized {
  readonly link: LinkName;
  readonly terms: string[];
  readonly estimate: number[];
  readonly stdError: number[];
  readonly logLikelihood: number;
  readonly logLikelihoodNull: number;
  readonly likelihoodRatio: number;
  readonly likelihoodRatioP: number;
}
type CaseName = "endometrial" | "bacteria" | "ucb";

function read(file: string): string {
  return readFileSync(new URL(`../../reference/binary/${file}`, import.meta.url), "utf8");
}
function cells(file: string): string[][] {
  return read(file)
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

const reference: { penalized: Record<CaseName, Penalized[]> } = JSON.parse(read("separation.json"));

function table(columns: Record<string, ArrayLike<number>>, rows: number): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return { rows, intercept: true, numeric, factors: [] };
}

const endometrial = cells("endometrial.csv").map((row) => row.map(Number));
const cancer = {
  matrix: table(
    Object.fromEntries(["NV", "PI", "EH"].map((name, j) => [name, endometrial.map((row) => row[j])])),
    endometrial.length,
  ),
  outcome: endometrial.map((row) => row[3]),
};
const bacteria = loadData("bacteria");
const admissions = cells("ucb.csv");
const departments = ["A", "B", "C", "D", "E", "F"];
const cases = {
  endometrial: { ...cancer, options: {} },
  bacteria: {
    ...bacteria,
    options: {
      weights: Float64Array.from(bacteria.outcome, (_, i) => 0.5 + (i % 3)),
      offset: Float64Array.from(bacteria.outcome, (_, i) => ((i + 1) % 5) / 4),
    },
  },
  ucb: {
    matrix: {
      ...table({ female: admissions.map((row) => Number(row[1])) }, admissions.length),
      factors: [
        {
          name: "department",
          codes: Uint16Array.from(admissions, (row) => departments.indexOf(row[2])),
          levels: departments,
        },
      ],
    },
    outcome: admissions.map((row) => Number(row[0])),
    options: { weights: admissions.map((row) => Number(row[3]) / 50) },
  },
};

describe("the penalised fit", () => {
  it.each(Object.keys(cases) as CaseName[])("is what R's optim finds: %s", (name) => {
    const { matrix, outcome, options } = cases[name];
    for (const truth of reference.penalized[name]) {
      const fit = fitBinary(matrix, outcome, { ...options, link: truth.link, penalty: "firth" });
      expect(fit).toMatchObject({ converged: true, penalty: "firth", information: "expected", warnings: [] });
      expect(Math.abs(fit.logLikelihood / truth.logLikelihood - 1)).toBeLessThan(1e-10);
      expect(Math.abs(fit.logLikelihoodNull / truth.logLikelihoodNull - 1)).toBeLessThan(1e-10);
      expect(Math.abs((fit.tests.likelihoodRatio?.statistic ?? 0) / truth.likelihoodRatio - 1)).toBeLessThan(
        1e-7,
      );
      expect(Math.abs((fit.tests.likelihoodRatio?.pValue ?? 0) / truth.likelihoodRatioP - 1)).toBeLessThan(
        1e-5,
      );
      for (const { term, estimate, stdError } of fit.terms) {
        const at = truth.terms.indexOf(term);
        expect(Math.abs(estimate / truth.estimate[at] - 1)).toBeLessThan(1e-7);
        expect(Math.abs(stdError / truth.stdError[at] - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it("of the endometrial cancer data is what R's brglm2 prints", () => {
    // Rigon & Aliverti (2023, Statistics and Probability Letters 202), supplement: type = "AS_mean".
    const fit = fitBinary(cancer.matrix, cancer.outcome, { link: "logit", penalty: "firth" });
    expect(fit.terms.map(({ estimate, stdError }) => [estimate.toFixed(3), stdError.toFixed(3)])).toEqual([
      ["3.775", "1.489"],
      ["2.929", "1.551"],
      ["-0.035", "0.040"],
      ["-2.604", "0.776"],
    ]);
  });

  it("of a 2 × 2 table by the logit is that of half an observation more in every cell", () => {
    // Saturated: each share has the penalty ½ log p(1 − p), so it is (ones + ½)/(rows + 1) (Firth 1993, section 5).
    const x = [0, 0, 0, 1, 1, 1, 1];
    const fit = fitBinary(table({ x }, 7), [0, 0, 1, 1, 1, 1, 1], { link: "logit", penalty: "firth" });
    const logOdds = (ones: number, zeros: number) => Math.log((ones + 0.5) / (zeros + 0.5));
    expect(fit.terms[0].estimate).toBeCloseTo(logOdds(1, 2), 10);
    expect(fit.terms[1].estimate).toBeCloseTo(logOdds(4, 0) - logOdds(1, 2), 10);
    const one = fitBinary(table({}, 3), [1, 1, 1], { link: "logit", penalty: "firth" });
    expect(one).toMatchObject({ converged: true, warnings: [] });
    expect(one.terms[0].estimate).toBeCloseTo(logOdds(3, 0), 10);
    const single = fitBinary(table({}, 1), [0], { link: "logit", penalty: "firth" });
    expect(single.terms[0].estimate).toBeCloseTo(logOdds(0, 1), 10);
  });

  it.each(links)(
    "is finite under complete separation, and does not mind the columns' unit or origin: %s",
    (link) => {
      const x = [1, 2, 3, 4, 5, 6];
      const outcome = [0, 0, 0, 1, 1, 1];
      const fit = fitBinary(table({ x }, 6), outcome, { link, penalty: "firth" });
      expect(fit).toMatchObject({ converged: true, warnings: [] });
      const moved = fitBinary(table({ x: x.map((v) => 1000 + v / 10) }, 6), outcome, {
        link,
        penalty: "firth",
      });
      expect(moved.terms[1].estimate).toBeCloseTo(10 * fit.terms[1].estimate, 6);
      expect(moved.logLikelihood).toBeCloseTo(fit.logLikelihood + Math.log(1 / 10), 8);
      expect(moved.tests.likelihoodRatio?.statistic).toBeCloseTo(
        fit.tests.likelihoodRatio?.statistic ?? 0,
        8,
      );
      const grouped = fitBinary(table({ x }, 6), outcome, {
        link,
        penalty: "firth",
        group: [1, 1, 2, 2, 3, 3],
      });
      expect(grouped.terms[1].estimate).toBeCloseTo(fit.terms[1].estimate, 9);
    },
  );

  it("leaves out collinear terms as ever, and fits without an intercept", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const outcome = [0, 0, 1, 0, 1, 1];
    const fit = fitBinary(table({ x, twice: x.map((v) => 2 * v) }, 6), outcome, { penalty: "firth" });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["collinear"]);
    expect(fit.terms[1]).toEqual(fitBinary(table({ x }, 6), outcome, { penalty: "firth" }).terms[1]);
    const without = fitBinary({ ...table({ x }, 6), intercept: false }, outcome, { penalty: "firth" });
    expect(without.converged).toBe(true);
    expect(without.tests.likelihoodRatio?.df).toBe(1);
    expect(fitBinary(table({}, 0), [], { penalty: "firth" }).converged).toBe(false);
  });

  it("with more and more rows it is the fit without a penalty", () => {
    const many = 400;
    const copies = Array.from({ length: many * 6 }, (_, i) => i % 6);
    const matrix = table({ x: copies.map((i) => i) }, copies.length);
    const outcome = copies.map((i) => [0, 0, 1, 0, 1, 1][i]);
    const plain = fitBinary(matrix, outcome);
    const penalized = fitBinary(matrix, outcome, { penalty: "firth" });
    expect(Math.abs(penalized.terms[1].estimate - plain.terms[1].estimate)).toBeLessThan(
      0.05 * plain.terms[1].stdError,
    );
  });

  it("refuses by name what it does not go with", () => {
    const { matrix, outcome } = cancer;
    const fitting = (options: object) => () => fitBinary(matrix, outcome, { penalty: "firth", ...options });
    expect(fitting({ robust: "HC0" })).toThrow(/^robust: .*penalty "firth"/);
    expect(fitting({ cluster: outcome })).toThrow(/^cluster: .*penalty "firth"/);
    expect(fitting({ information: "observed" })).toThrow(/^information: .*"expected"/);
    expect(fitting({ scoreTest: true })).toThrow(/^scoreTest: /);
    expect(fitting({ penalty: "ridge" })).toThrow(/penalty: found "ridge"; expected "firth"/);
  });
});

describe("the penalised likelihood", () => {
  const { matrix, outcome, group } = bacteria;
  const { weights, offset } = cases.bacteria.options;
  const problem = prepareBinary(matrix, outcome, groupRows(group), offset, weights);
  const k = problem.terms.length;

  it.each(links)("of the %s has the gradient that its numerical derivatives have", (link) => {
    const free = [0, 1, 2, 3];
    const { evaluate } = penalizedLikelihood(problem, LINKS[link], free);
    const at = (point: number[]) => {
      const gradient = new Float64Array(k);
      return { value: evaluate(Float64Array.from(point), gradient, new Float64Array(k * k)), gradient };
    };
    const aPoint = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: k, maxLength: k });
    fc.assert(
      fc.property(aPoint, (point) => {
        const here = at(point);
        for (let j = 0; j < k; j++) {
          const moved = (h: number) => at(point.map((value, i) => value + (i === j ? h : 0))).value;
          // Of fourth order: at an index of 4 a cloglog's third derivative would show in the plain difference. Not
          // shorter: there its determinant is nearly singular and the value itself rounds at 1e-7.
          const numeric = (8 * (moved(1e-3) - moved(-1e-3)) - (moved(2e-3) - moved(-2e-3))) / 12e-3;
          expect(Math.abs(numeric - here.gradient[j])).toBeLessThan(1e-6 * (1 + Math.abs(here.value)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("at some coefficients only is that of all with the others 0", () => {
    const whole = penalizedLikelihood(problem, LINKS.probit, [0, 1, 2, 3]);
    const part = penalizedLikelihood(problem, LINKS.probit, [0, 2]);
    const [g4, h4] = [new Float64Array(4), new Float64Array(16)];
    const [g2, h2] = [new Float64Array(2), new Float64Array(4)];
    const value = whole.evaluate(Float64Array.of(0.3, 0, -0.2, 0), g4, h4);
    expect(part.evaluate(Float64Array.of(0.3, -0.2), g2, h2)).toBe(value);
    expect([...g2]).toEqual([g4[0], g4[2]]);
    expect([h2[0], h2[2], h2[3]]).toEqual([h4[0], h4[8], h4[10]]);
  });
});
