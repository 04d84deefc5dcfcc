import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BinaryOptions, fitBinary } from "../../../estimators/binary/fitBinary.ts";
import type { LinkName } from "../../../estimators/binary/links/link.ts";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import { predictBinary } from "../../../estimators/binary/predictBinary.ts";
import { prepareBinary } from "../../../estimators/binary/prepareBinary.ts";
import { separatedRows } from "../../../estimators/binary/separatedRows.ts";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { singletonGroups } from "../../../estimators/splitDesign/groupRows.ts";
import { loadData } from "../probit/referenceData.ts";

const links = ["probit", "logit", "cloglog"] as const;

/** See tests/reference/binary/separation.R. */
interface Limit {
  readonly link: LinkName;
  readonly terms: string[];
  readonly estimate: number[];
  readonly logLikelihood: number;
  readonly stdErrorObserved: number[];
  readonly stdErrorExpected: number[];
}
const reference: { limits: Record<"endometrial" | "counts" | "countsWeighted", Limit[]> } = JSON.parse(
  readFileSync(new URL("../../reference/binary/separation.json", import.meta.url), "utf8"),
);

function table(columns: Record<string, ArrayLike<number>>, rows: number, intercept = true): ModelMatrix {
  const numeric = Object.entries(columns).map(([name, values]) => ({
    name,
    values: Float64Array.from(values),
  }));
  return { rows, intercept, numeric, factors: [] };
}

function byFactor(codes: number[], levels: string[]): ModelMatrix {
  return {
    rows: codes.length,
    intercept: true,
    numeric: [],
    factors: [{ name: "k", codes: Uint16Array.from(codes), levels }],
  };
}

const estimatesOf = (fit: { terms: readonly { estimate: number }[] }) =>
  fit.terms.map(({ estimate }) => estimate);

describe.each(links)("six rows have a limit in closed form: %s", (link) => {
  const at = LINKS[link].quantile;
  const oneOfThree = -Math.log(3) + 2 * Math.log(2 / 3);

  it("a dummy whose rows all have outcome 1 goes to +∞, and the other rows keep their intercept", () => {
    const fit = fitBinary(table({ x: [0, 0, 0, 1, 1, 1] }, 6), [0, 0, 1, 1, 1, 1], { link });
    expect(fit.converged).toBe(false);
    expect(fit.warnings).toHaveLength(1);
    expect(fit.warnings[0]).toMatchObject({ code: "quasi-separation", terms: ["x"] });
    expect(fit.warnings[0].message).toContain("1 in all 3 rows with x above 0");
    expect(fit.terms[0].estimate).toBeCloseTo(at(1 / 3), 10);
    expect(fit.terms[0].stdError).toBeCloseTo(
      Math.sqrt(1 / (3 * LINKS[link].expectedCurvature(at(1 / 3)))),
      6,
    );
    expect(fit.terms[1]).toMatchObject({ estimate: Infinity, stdError: Infinity });
    expect(fit.covariance[1]).toBeNaN();
    expect(fit.logLikelihood).toBeCloseTo(oneOfThree, 10);
    expect(fit.tests.likelihoodRatio?.statistic).toBeCloseTo(
      2 * (oneOfThree - (2 * Math.log(1 / 3) + 4 * Math.log(2 / 3))),
      9,
    );
    expect(fit.tests.wald).toBeNull();
  });

  it("a reference level without ones takes the intercept to −∞ and every other level to +∞", () => {
    const fit = fitBinary(byFactor([0, 0, 0, 1, 1, 1, 2, 2], ["a", "b", "c"]), [0, 0, 0, 0, 0, 1, 1, 0], {
      link,
    });
    expect(estimatesOf(fit)).toEqual([-Infinity, Infinity, Infinity]);
    expect(fit.warnings[0]).toMatchObject({
      code: "quasi-separation",
      terms: ["(Intercept)", "kb", "kc"],
    });
    expect(fit.warnings[0].message).toContain("0 in all 3 rows with k = a");
    expect(fit.logLikelihood).toBeCloseTo(oneOfThree + 2 * Math.log(1 / 2), 10);
  });

  it("several levels at once, of either outcome, leave the rest", () => {
    const codes = [0, 0, 0, 1, 1, 2, 2, 3, 3];
    const fit = fitBinary(byFactor(codes, ["a", "b", "c", "d"]), [0, 1, 0, 1, 1, 0, 0, 1, 0], { link });
    expect(estimatesOf(fit).slice(1, 3)).toEqual([Infinity, -Infinity]);
    expect(fit.terms[0].estimate).toBeCloseTo(at(1 / 3), 10);
    expect(fit.terms[3].estimate).toBeCloseTo(at(1 / 2) - at(1 / 3), 10);
    expect(fit.warnings[0]).toMatchObject({ code: "quasi-separation", terms: ["kb", "kc"] });
  });

  it("a threshold: complete separation has likelihood 1 and estimates nothing", () => {
    const fit = fitBinary(table({ x: [1, 2, 3, 4, 5, 6] }, 6), [0, 0, 0, 1, 1, 1], { link });
    expect(fit.warnings).toHaveLength(1);
    expect(fit.warnings[0]).toMatchObject({ code: "separation", terms: ["x"] });
    expect(fit.warnings[0].message).toContain("nothing remains to be estimated");
    // The threshold is between 3 and 4, so the intercept is minus three to four slopes.
    expect(estimatesOf(fit)).toEqual([-Infinity, Infinity]);
    expect(fit.logLikelihood).toBe(0);
    expect(fit.aic).toBe(4);
    expect(fit.converged).toBe(false);
  });

  it("an intercept whose threshold may lie on either side of 0 has no limit of its own", () => {
    const fit = fitBinary(table({ x: [-3, -2, -1, 1, 2, 3] }, 6), [1, 1, 1, 0, 0, 0], { link });
    expect(estimatesOf(fit)).toEqual([Number.NaN, -Infinity]);
    expect(fit.terms[0].stdError).toBe(Infinity);
    expect(fit.warnings[0].message).toContain("(Intercept): no limit of its own");
  });

  it("rows of both outcomes on the threshold are what remains", () => {
    const fit = fitBinary(table({ x: [1, 2, 2, 2, 3, 4] }, 6), [0, 0, 0, 1, 1, 1], { link });
    expect(estimatesOf(fit)).toEqual([-Infinity, Infinity]);
    expect(fit.warnings[0]).toMatchObject({ code: "quasi-separation", terms: ["x"] });
    expect(fit.logLikelihood).toBeCloseTo(oneOfThree, 10);
  });

  it("without an intercept only a threshold of 0 divides", () => {
    const x = [1, 2, 3, 4, 5, 6];
    expect(fitBinary(table({ x }, 6, false), [0, 0, 0, 1, 1, 1], { link }).converged).toBe(true);
    const fit = fitBinary(table({ x: [-2, -1, 0, 0, 1, 2] }, 6, false), [0, 0, 1, 0, 1, 1], { link });
    expect(estimatesOf(fit)).toEqual([Infinity]);
    const half = LINKS[link].probability(0);
    expect(fit.logLikelihood).toBeCloseTo(Math.log(half) + Math.log(1 - half), 12);
    expect(fit.warnings[0]).toMatchObject({ code: "quasi-separation", terms: ["x"] });
    const ones = fitBinary(table({ x }, 6, false), [1, 1, 1, 1, 1, 1], { link });
    expect(estimatesOf(ones)).toEqual([Infinity]);
    expect(ones.warnings[0].code).toBe("separation");
    // The same number throughout divides nothing by itself; all the same it runs away.
    const constant = fitBinary(table({ x: [2, 2, 2] }, 3, false), [0, 0, 0], { link });
    expect(estimatesOf(constant)).toEqual([-Infinity]);
    expect(constant.logLikelihood).toBe(0);
  });

  it("a combination: on a = b both outcomes, off it a > b decides; the sum's effect remains", () => {
    const a = [0, 0, 1, 1, 2, 0];
    const b = [0, 0, 1, 1, 1, 1];
    const fit = fitBinary(table({ a, b }, 6), [0, 1, 0, 1, 1, 0], { link });
    expect(fit.warnings[0]).toMatchObject({ code: "quasi-separation", terms: ["a", "b"] });
    expect(fit.terms[0].estimate).toBeCloseTo(at(1 / 2), 10);
    expect(estimatesOf(fit).slice(1)).toEqual([Infinity, -Infinity]);
    expect(fit.logLikelihood).toBeCloseTo(4 * Math.log(1 / 2), 10);
  });

  it("what one term decides may leave rows that another one decides", () => {
    // x = 1 is all ones; of the rows left w decides, which it does not among all rows.
    const x = [1, 1, 0, 0, 0, 0, 0];
    const w = [-5, 5, -1, -1, 0, 0, 2];
    const fit = fitBinary(table({ x, w }, 7), [1, 1, 0, 0, 0, 1, 1], { link });
    expect(fit.warnings[0]).toMatchObject({ code: "quasi-separation", terms: ["x", "w"] });
    expect(estimatesOf(fit)[2]).toBe(Infinity);
    expect(fit.terms[0].estimate).toBeCloseTo(at(1 / 2), 10);
    expect(fit.logLikelihood).toBeCloseTo(2 * Math.log(1 / 2), 10);
  });

  it("weights and offset count for the rows that remain", () => {
    const matrix = table({ x: [0, 0, 0, 1, 1, 1] }, 6);
    const fit = fitBinary(matrix, [0, 0, 1, 1, 1, 1], {
      link,
      weights: [1, 1, 2, 7, 8, 9],
      offset: [0.5, 0.5, 0.5, -40, -40, -40],
    });
    expect(fit.terms[0].estimate).toBeCloseTo(at(1 / 2) - 0.5, 10);
    expect(fit.terms[1].estimate).toBe(Infinity);
    expect(fit.logLikelihood).toBeCloseTo(4 * Math.log(1 / 2), 10);
  });

  it("the robust covariance is that of the rows that remain, infinite for what runs away", () => {
    const fit = fitBinary(table({ x: [0, 0, 0, 1, 1, 1] }, 6), [0, 0, 1, 1, 1, 1], { link, robust: "HC0" });
    const alone = fitBinary(table({}, 3), [0, 0, 1], { link, robust: "HC0" });
    expect(fit.terms[0].robustStdError).toBeCloseTo(alone.terms[0].robustStdError ?? 0, 7);
    expect(fit.terms[1].robustStdError).toBe(Infinity);
  });

  it("predictions are certain for decided rows, and unknown where the limit is", () => {
    const matrix = table({ x: [0, 0, 0, 1, 1, 1] }, 6);
    const { probability } = predictBinary(fitBinary(matrix, [0, 0, 1, 1, 1, 1], { link }), matrix);
    expect(probability[0]).toBeCloseTo(1 / 3, 10);
    expect(probability[5]).toBe(1);
    const levels = byFactor([0, 0, 1, 1], ["a", "b"]);
    const reference = predictBinary(fitBinary(levels, [0, 0, 0, 1], { link }), levels);
    expect(reference.probability[0]).toBe(0);
    expect(reference.probability[2]).toBeNaN();
    const centred = table({ x: [-1, 1] }, 2);
    expect(predictBinary(fitBinary(centred, [0, 1], { link }), centred).probability[0]).toBeNaN();
  });
});

describe("the limit is R's glm on the rows that are not separated", () => {
  const endometrial = readFileSync(new URL("../../reference/binary/endometrial.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const birthwt = loadData("birthwt");
  const columnOf = (name: string) =>
    birthwt.matrix.numeric.find((column) => column.name === name)?.values ?? [];
  const factor = (name: string, column: string) => {
    const values = Array.from(columnOf(column));
    const levels = [...new Set(values)].sort((a, b) => a - b);
    return {
      name,
      codes: Uint16Array.from(values, (v) => levels.indexOf(v)),
      levels: levels.map(String),
    };
  };
  const counts: ModelMatrix = {
    ...birthwt.matrix,
    numeric: birthwt.matrix.numeric.filter(({ name }) => name === "age" || name === "lwt"),
    factors: [factor("visits", "ftv"), factor("premature", "ptl")],
  };
  const cases: Record<
    keyof typeof reference.limits,
    {
      matrix: ModelMatrix;
      outcome: ArrayLike<number>;
      options: BinaryOptions;
      infinite: Record<string, number>;
    }
  > = {
    endometrial: {
      matrix: table(
        Object.fromEntries(["NV", "PI", "EH"].map((name, j) => [name, endometrial.map((row) => row[j])])),
        79,
      ),
      outcome: endometrial.map((row) => row[3]),
      options: {},
      infinite: { NV: Infinity },
    },
    counts: {
      matrix: counts,
      outcome: birthwt.outcome,
      options: {},
      infinite: { visits6: -Infinity, premature3: -Infinity },
    },
    countsWeighted: {
      matrix: counts,
      outcome: birthwt.outcome,
      options: {
        weights: Float64Array.from(birthwt.outcome, (_, i) => 1 + (i % 3)),
        offset: Float64Array.from(columnOf("age"), (age) => (age - 20) / 50),
      },
      infinite: { visits6: -Infinity, premature3: -Infinity },
    },
  };

  it.each(Object.keys(cases) as (keyof typeof cases)[])("%s", (name) => {
    const { matrix, outcome, options, infinite } = cases[name];
    for (const truth of reference.limits[name]) {
      for (const information of ["observed", "expected"] as const) {
        const fit = fitBinary(matrix, outcome, { ...options, link: truth.link, information });
        expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
          ["quasi-separation", Object.keys(infinite)],
        ]);
        expect(Math.abs(fit.logLikelihood / truth.logLikelihood - 1)).toBeLessThan(1e-10);
        const errors = information === "observed" ? truth.stdErrorObserved : truth.stdErrorExpected;
        for (const { term, estimate, stdError } of fit.terms) {
          const at = truth.terms.indexOf(term);
          if (at < 0) {
            expect(estimate).toBe(infinite[term]);
            expect(stdError).toBe(Infinity);
          } else {
            expect(Math.abs(estimate / truth.estimate[at] - 1)).toBeLessThan(1e-7);
            expect(Math.abs(stdError / errors[at] - 1)).toBeLessThan(1e-5);
          }
        }
        expect(fit.tests.wald?.df).toBe(truth.terms.length - 1);
        expect(fit.tests.likelihoodRatio?.df).toBe(fit.terms.length - 1);
      }
    }
  });
});

/**
 * The recession cone of a small table of whole numbers from its definition: every extreme ray of {d: q x'd ≥ 0} is orthogonal
 * to two independent rows, so all that could be are written down and those in the cone kept.
 */
function extremeRays(rows: number[][]): number[][] {
  const rays: number[][] = [];
  const times = (a: number[], b: number[]) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  for (const a of rows) {
    for (const b of rows) {
      const ray = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
      if (ray.every((part) => part === 0)) continue;
      for (const sign of [1, -1]) {
        const candidate = ray.map((part) => sign * part);
        if (rows.every((row) => times(row, candidate) >= 0)) rays.push(candidate);
      }
    }
  }
  return rays;
}

describe("in any small table", () => {
  const whole = fc.integer({ min: -2, max: 2 });
  const aTable = fc.array(fc.tuple(whole, whole, fc.integer({ min: 0, max: 1 })), {
    minLength: 4,
    maxLength: 12,
  });

  it("the separated rows and the limits are those of the recession cone's definition", () => {
    let separatedTables = 0;
    fc.assert(
      fc.property(aTable, fc.constantFrom(...links), (rows, link) => {
        const x = rows.map((row) => row[0]);
        const w = rows.map((row) => row[1]);
        const y = rows.map((row) => row[2]);
        const matrix = table({ x, w }, rows.length);
        const problem = prepareBinary(matrix, y, singletonGroups(rows.length), undefined);
        fc.pre(problem.searchable && problem.terms.length === 3);
        const signed = rows.map(([a, b, outcome]) => [1, a, b].map((cell) => (2 * outcome - 1) * cell));
        const rays = extremeRays(signed);
        const margin = (row: number[], ray: number[]) => row.reduce((sum, cell, i) => sum + cell * ray[i], 0);
        const truth = signed.map((row) => Number(rays.some((ray) => margin(row, ray) > 0)));
        const { separated } = separatedRows(problem, matrix, y, LINKS[link], {
          maxIterations: 50,
          tolerance: 1e-12,
        });
        expect(Array.from(separated)).toEqual(truth);

        const fit = fitBinary(matrix, y, { link });
        const left = truth.filter((each) => each === 0).length;
        const code = left === 0 ? "separation" : "quasi-separation";
        expect(fit.warnings.map((warning) => warning.code)).toEqual(left === rows.length ? [] : [code]);
        expect(fit.converged).toBe(left === rows.length);
        if (left === rows.length) return;
        separatedTables++;
        fit.terms.forEach(({ estimate, stdError }, i) => {
          const rises = rays.some((ray) => ray[i] > 0);
          const falls = rays.some((ray) => ray[i] < 0);
          if (!rises && !falls) {
            expect(Number.isFinite(estimate)).toBe(true);
            expect(Number.isFinite(stdError)).toBe(true);
          } else {
            expect(estimate).toBe(rises && falls ? Number.NaN : rises ? Infinity : -Infinity);
            expect(stdError).toBe(Infinity);
          }
        });
        if (left === 0) expect(fit.logLikelihood).toBe(0);
        else {
          // The other rows alone have no separation left, so their own fit is the limit.
          const others = <T>(values: T[]) => values.filter((_, i) => truth[i] === 0);
          const alone = fitBinary(table({ x: others(x), w: others(w) }, left), others(y), { link });
          expect(alone.warnings.every((warning) => warning.code === "collinear")).toBe(true);
          expect(alone.logLikelihood).toBeCloseTo(fit.logLikelihood, 9);
        }
      }),
      { numRuns: 600 },
    );
    expect(separatedTables).toBeGreaterThan(100);
  });
});

describe("beside other problems", () => {
  const x = [0, 0, 0, 0, 1, 1, 1, 1];
  const w = [3, 1, 4, 1, 5, 9, 2, 6];
  const outcome = [0, 1, 1, 0, 1, 1, 1, 1];

  it("collinear terms are left out (NaN without an error), and the others have their limit", () => {
    const fit = fitBinary(table({ x, w, twice: w.map((v) => 2 * v) }, 8), outcome);
    const without = fitBinary(table({ x, w }, 8), outcome);
    expect(fit.warnings.map(({ code, terms }) => [code, terms])).toEqual([
      ["collinear", ["twice"]],
      ["quasi-separation", ["x"]],
    ]);
    expect(fit.terms.slice(0, 3)).toEqual(without.terms);
    expect(fit.terms[3].estimate).toBeNaN();
    expect(fit.terms[3].stdError).toBeNaN();
  });

  it("a level without rows is named, with a reference level without rows the last other level", () => {
    const named = (codes: number[], levels: string[]) => {
      const fit = fitBinary(byFactor(codes, levels), [0, 1, 0, 1, 1, 0]);
      return fit.warnings.map(({ code, terms, message }) => [code, terms, message]);
    };
    expect(named([0, 0, 1, 1, 1, 1], ["a", "b", "c"])).toEqual([
      ["empty-category", ["kc"], "k has no rows with c, so nothing can be said about it; drop the level"],
    ]);
    expect(named([1, 1, 2, 2, 2, 2], ["a", "b", "c"])).toEqual([
      [
        "empty-category",
        ["kc"],
        "k has no rows with a, so nothing can be said about it; kc stands in as the reference level and has no estimate; drop the level",
      ],
    ]);
    const reference = fitBinary(byFactor([1, 1, 2, 2, 2, 2], ["a", "b", "c"]), [0, 1, 0, 1, 1, 1]);
    // What the intercept now is: the level that stands in.
    expect(reference.terms[0].estimate).toBeCloseTo(LINKS.probit.quantile(3 / 4), 10);
  });

  it("groups of rows change nothing", () => {
    const matrix: ModelMatrix = {
      ...table({ x, w }, 8),
      factors: [{ name: "k", codes: Uint16Array.of(0, 1, 2, 2, 1, 0, 2, 2), levels: ["a", "b", "c"] }],
    };
    const plain = fitBinary(matrix, outcome, { link: "logit" });
    const grouped = fitBinary(matrix, outcome, { link: "logit", group: [5, 3, 5, 1, 3, 1, 5, 3] });
    expect(grouped.warnings).toEqual(plain.warnings);
    expect(plain.warnings.at(-1)?.code).toMatch(/separation$/);
    plain.terms.forEach(({ estimate }, i) => {
      if (Number.isFinite(estimate)) expect(grouped.terms[i].estimate).toBeCloseTo(estimate, 8);
      else expect(grouped.terms[i].estimate).toBe(estimate);
    });
  });

  it("too few steps for the rows that are left are told too", () => {
    const fit = fitBinary(table({ x, w }, 8), outcome, { maxIterations: 1 });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["quasi-separation", "not-converged"]);
    expect(fit.terms[1].estimate).toBe(Infinity);
  });
});

describe("the analysis", () => {
  it("finds a combination of many columns on many rows, and that there is none", () => {
    const rows = 3000;
    const columns = Array.from({ length: 12 }, (_, j) =>
      Float64Array.from({ length: rows }, (_, i) => Math.sin(i * (1.3 + j) + j * j)),
    );
    const named = Object.fromEntries(columns.map((values, j) => [`x${j}`, values]));
    const sum = Float64Array.from({ length: rows }, (_, i) =>
      columns.reduce((total, values, j) => total + values[i] * ((j % 5) - 2), 0),
    );
    const complete = fitBinary(
      table(named, rows),
      sum.map((v) => Number(v > 0.1)),
      { link: "logit" },
    );
    expect(complete.warnings.map(({ code }) => code)).toEqual(["separation"]);
    expect(complete.logLikelihood).toBe(0);
    expect(complete.terms[2].estimate).toBe(-Infinity);
    expect(complete.terms[5].estimate).toBe(Infinity);
    // One row on the wrong side, far in, and there is a maximum.
    const far = sum.reduce((best, v, i) => (v > sum[best] ? i : best), 0);
    const mixed = fitBinary(
      table(named, rows),
      sum.map((v, i) => Number(v > 0.1 !== (i === far))),
      { link: "logit" },
    );
    expect(mixed).toMatchObject({ converged: true, warnings: [] });
  });

  it("is not misled by columns of very different spread", () => {
    // Rows 0 and 1 are decided by a value a million times larger than those that decide rows 2 and 3.
    const x = [1e6, -1e6, 1, -1, 0, 0, 0, 0];
    const w = [0, 0, 0, 0, 1, 1, 2, 2];
    const fit = fitBinary(table({ x, w }, 8), [1, 0, 1, 0, 1, 0, 0, 1], { link: "logit" });
    expect(fit.terms[1].estimate).toBe(Infinity);
    expect(fit.logLikelihood).toBeCloseTo(4 * Math.log(1 / 2), 9);
  });
});

it("one level a row is a separation told in a line, without a search for the signs of hundreds of coefficients", () => {
  const rows = 300;
  const codes = Uint16Array.from({ length: rows }, (_, row) => row);
  const factor = { name: "f", codes, levels: Array.from(codes, (code) => `l${code}`) };
  const matrix: ModelMatrix = { rows, intercept: true, numeric: [], factors: [factor] };
  const fit = fitBinary(
    matrix,
    Float64Array.from(codes, (code) => code % 2),
  );
  const [warning] = fit.warnings;
  expect(warning.code).toBe("separation");
  expect(warning.message).toContain("in the one row with f = l0");
  expect(warning.message).toContain("and 288 more");
  expect(fit.logLikelihood).toBe(0);
  expect(fit.terms.every(({ estimate }) => Number.isNaN(estimate))).toBe(true);
});
