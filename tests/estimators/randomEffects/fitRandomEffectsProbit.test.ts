import { describe, expect, it } from "vitest";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { fitProbit } from "../../../estimators/probit/fitProbit.ts";
import { fitRandomEffectsProbit } from "../../../estimators/randomEffects/fitRandomEffectsProbit.ts";
import { loadData, reference } from "../probit/referenceData.ts";

const codes = (fit: { warnings: readonly { code: string }[] }): string[] =>
  fit.warnings.map(({ code }) => code);
const relative = (value: number, truth: number): number => Math.abs(value / truth - 1);

describe("on real data the random-effects probit equals maximum likelihood in R", () => {
  // The yardstick has 60 nodes; here as many as the data need to be exact.
  it.each([
    ["bacteria", 30],
    ["verbal", 24],
    ["males", 48],
  ] as const)(
    "%s: coefficients and log-likelihood to 1e-6, standard errors to 1e-5",
    (name, quadratureNodes) => {
      const { matrix, outcome, group } = loadData(name);
      const truth = reference.randomEffects[name];
      const fit = fitRandomEffectsProbit(matrix, outcome, group, { quadratureNodes });
      const k = truth.terms.length;
      expect(fit).toMatchObject({ converged: true, warnings: [], observations: matrix.rows });
      expect(fit.randomEffect.groups).toBe(truth.groups);
      expect(relative(fit.logLikelihood, truth.logLikelihood)).toBeLessThan(1e-9);
      const order = [...fit.terms.map(({ term }) => truth.terms.indexOf(term)), k];
      fit.terms.forEach((term, i) => {
        expect(relative(term.estimate, truth.estimate[order[i]])).toBeLessThan(1e-6);
        expect(relative(term.stdError, truth.stdError[order[i]])).toBeLessThan(1e-5);
      });
      expect(relative(fit.randomEffect.sigma, Math.exp(truth.lnSigma))).toBeLessThan(1e-6);
      expect(
        relative(fit.randomEffect.sigmaStdError / fit.randomEffect.sigma, truth.stdError[k]),
      ).toBeLessThan(1e-5);
      for (let i = 0; i <= k; i++) {
        for (let j = 0; j <= k; j++) {
          const [a, b] = [order[i], order[j]];
          const error = fit.covariance[i * (k + 1) + j] - truth.covariance[a][b];
          expect(Math.abs(error)).toBeLessThan(1e-5 * truth.stdError[a] * truth.stdError[b]);
        }
      }
    },
  );

  it.each(["bacteria", "verbal", "males"] as const)(
    "%s: with lme4's number of nodes, what its optimiser leaves of lme4's estimates",
    (name) => {
      const { matrix, outcome, group } = loadData(name);
      for (const glmer of reference.randomEffects[name].glmer) {
        const fit = fitRandomEffectsProbit(matrix, outcome, group, { quadratureNodes: glmer.nodes });
        // lme4 stopped early on the males (it warns of a gradient of 0.35), so ours must not be lower.
        expect(fit.logLikelihood).toBeGreaterThan(glmer.logLikelihood - 1e-4);
        expect(Math.abs(fit.logLikelihood - glmer.logLikelihood)).toBeLessThan(name === "males" ? 0.2 : 1e-4);
        expect(relative(fit.randomEffect.sigma, glmer.sigma)).toBeLessThan(name === "males" ? 1e-2 : 1e-3);
      }
    },
  );

  it("union membership depends on last year's after unobserved differences, less than the pooled probit says", () => {
    const { matrix, outcome, group } = loadData("males");
    const fit = fitRandomEffectsProbit(matrix, outcome, group);
    const lag = fit.terms[1];
    const pooledLag = fitProbit(matrix, outcome).terms[1].estimate;
    expect(lag.term).toBe("unionLag");
    expect(lag.pValue).toBeLessThan(1e-10);
    expect(lag.estimate / Math.sqrt(1 + fit.randomEffect.sigma ** 2)).toBeLessThan(pooledLag / 2);
    expect(fit.iterations).toBeLessThanOrEqual(7);
  });
});

describe("the fit does not depend on", () => {
  const { matrix, outcome, group } = loadData("bacteria");
  const usual = fitRandomEffectsProbit(matrix, outcome, group);

  it("the order of rows, or rows of a group lying together", () => {
    const order = Array.from(outcome, (_, row) => row).sort((a, b) => Math.sin(a * 7.7) - Math.sin(b * 7.7));
    const shuffled: ModelMatrix = {
      ...matrix,
      numeric: matrix.numeric.map((term) => ({
        ...term,
        values: Float64Array.from(order, (row) => term.values[row]),
      })),
      factors: matrix.factors.map((term) => ({
        ...term,
        codes: Uint16Array.from(order, (row) => term.codes[row]),
      })),
    };
    const fit = fitRandomEffectsProbit(
      shuffled,
      order.map((row) => outcome[row]),
      Int32Array.from(order, (row) => group[row]),
    );
    fit.terms.forEach((term, i) => {
      expect(relative(term.estimate, usual.terms[i].estimate)).toBeLessThan(1e-7);
    });
    expect(relative(fit.randomEffect.sigma, usual.randomEffect.sigma)).toBeLessThan(1e-7);
  });

  it("the names of the groups", () => {
    const renamed = fitRandomEffectsProbit(
      matrix,
      outcome,
      Uint32Array.from(group, (code) => 4294967295 - 3 * code),
    );
    expect(renamed.terms).toEqual(usual.terms);
  });

  it.each([
    ["far below", [-8, 5, -5, 4, 3]],
    ["far above", [6, -4, 3, 3, 1.5]],
    ["almost no random effect", [1, 0, 0, 0, -3.5]],
  ])("the start: %s", (_, start) => {
    const fit = fitRandomEffectsProbit(matrix, outcome, group, { start });
    expect(fit.converged).toBe(true);
    expect(relative(fit.randomEffect.sigma, usual.randomEffect.sigma)).toBeLessThan(1e-6);
  });

  it("a start of σ anywhere between 0.03 and 4, from pooled coefficients", () => {
    const men = loadData("males");
    const coefficients = fitProbit(men.matrix, men.outcome).terms.map(({ estimate }) => estimate);
    const sigmas = [0.03, 0.25, 1, 4].map((sigma) => {
      const start = [...coefficients, Math.log(sigma)];
      const fit = fitRandomEffectsProbit(men.matrix, men.outcome, men.group, {
        start,
        checkQuadrature: false,
      });
      expect(fit.converged).toBe(true);
      expect(fit.iterations).toBeLessThanOrEqual(12);
      return fit.randomEffect.sigma;
    });
    for (const sigma of sigmas) expect(relative(sigma, sigmas[0])).toBeLessThan(1e-7);
  });

  it("where a constant is put: into the intercept or the offset", () => {
    const offset = Float64Array.from(outcome, (_, row) => 0.5 + 0.1 * matrix.numeric[0].values[row]);
    const fit = fitRandomEffectsProbit(matrix, outcome, group, { offset });
    expect(fit.terms[0].estimate).toBeCloseTo(usual.terms[0].estimate - 0.5, 7);
    expect(fit.terms[1].estimate).toBeCloseTo(usual.terms[1].estimate - 0.1, 7);
    expect(fit.terms[2].estimate).toBeCloseTo(usual.terms[2].estimate, 7);
  });
});

describe("what a fit says of its random effect", () => {
  const { matrix, outcome, group } = loadData("bacteria");
  const fit = fitRandomEffectsProbit(matrix, outcome, group);

  it("σ and its limits come from ln σ", () => {
    const { sigma, sigmaStdError, sigmaConfLow, sigmaConfHigh, rho, quadratureNodes } = fit.randomEffect;
    const k = fit.terms.length;
    expect(fit.covariance).toHaveLength((k + 1) ** 2);
    expect(sigmaStdError).toBeCloseTo(sigma * Math.sqrt(fit.covariance[(k + 1) ** 2 - 1]), 14);
    expect(sigmaConfLow * sigmaConfHigh).toBeCloseTo(sigma * sigma, 12);
    expect(sigmaConfLow).toBeLessThan(sigma);
    expect(rho).toBeCloseTo(sigma ** 2 / (1 + sigma ** 2), 14);
    expect(quadratureNodes).toBe(12);
  });

  it("twice the nodes are compared, and few nodes on strong effects are too coarse", () => {
    expect(Math.abs(fit.randomEffect.quadratureError ?? 1)).toBeLessThan(1e-4);
    expect(
      fitRandomEffectsProbit(matrix, outcome, group, { checkQuadrature: false }).randomEffect.quadratureError,
    ).toBe(null);
    const verbal = loadData("males");
    const coarse = fitRandomEffectsProbit(verbal.matrix, verbal.outcome, verbal.group, {
      quadratureNodes: 3,
    });
    expect(codes(coarse)).toEqual(["quadrature-too-coarse"]);
    expect(coarse.warnings[0].message).toContain("quadratureNodes = 6");
  });
});

/** Groups of four, outcome given by group and place. */
function fourEach(groups: number, outcomeOf: (g: number, t: number) => number) {
  const rows = groups * 4;
  const x = Float64Array.from({ length: rows }, (_, row) => Math.sin(row * 1.37));
  const matrix: ModelMatrix = { rows, intercept: true, numeric: [{ name: "x", values: x }], factors: [] };
  const outcome = Uint8Array.from({ length: rows }, (_, row) => outcomeOf(row >> 2, row & 3));
  return { matrix, outcome, group: Int32Array.from({ length: rows }, (_, row) => row >> 2) };
}

describe("what cannot be estimated is named", () => {
  it("groups that differ less than chance: σ = 0, and the pooled probit as the maximum", () => {
    const { matrix, outcome, group } = fourEach(50, (g, t) => (g + t) % 2);
    const fit = fitRandomEffectsProbit(matrix, outcome, group);
    const pooled = fitProbit(matrix, outcome);
    expect(codes(fit)).toEqual(["sigma-at-boundary"]);
    expect(fit.converged).toBe(true);
    expect(fit.randomEffect).toMatchObject({ sigma: 0, rho: 0, sigmaConfLow: 0 });
    expect(fit.randomEffect.sigmaStdError).toBeNaN();
    expect(fit.logLikelihood).toBeCloseTo(pooled.logLikelihood, 10);
    fit.terms.forEach((term, i) => {
      expect(term.estimate).toBeCloseTo(pooled.terms[i].estimate, 9);
      expect(term.stdError).toBeCloseTo(pooled.terms[i].stdError, 9);
    });
  });

  it("an outcome that never changes within groups: σ grows without limit, not converged", () => {
    const { matrix, outcome, group } = fourEach(50, (g) => g % 2);
    const fit = fitRandomEffectsProbit(matrix, outcome, group);
    expect(fit.converged).toBe(false);
    expect(codes(fit)).toContain("sigma-at-boundary");
  });

  it("groups of one row do not identify σ; the pooled probit is given", () => {
    const { matrix, outcome } = fourEach(30, (g, t) => Number(Math.sin(g * g + t) > 0));
    const fit = fitRandomEffectsProbit(
      matrix,
      outcome,
      Int32Array.from(outcome, (_, row) => row),
    );
    expect(codes(fit)).toEqual(["singular-hessian"]);
    expect(fit.converged).toBe(false);
    expect(fit.randomEffect.sigma).toBeNaN();
    expect(fit.terms[1].estimate).toBeCloseTo(fitProbit(matrix, outcome).terms[1].estimate, 9);
  });

  it("separation, collinear columns and a constant outcome, as in the pooled probit", () => {
    const { matrix, outcome, group } = fourEach(40, (g, t) => Number(Math.sin(g * 3 + t * t) > 0.2));
    const x = matrix.numeric[0].values;
    const twice = {
      ...matrix,
      numeric: [...matrix.numeric, { name: "twice", values: Float64Array.from(x, (v) => 2 * v) }],
    };
    const collinear = fitRandomEffectsProbit(twice, outcome, group);
    expect(codes(collinear)).toContain("collinear");
    expect(collinear.terms[2].estimate).toBeNaN();
    expect(collinear.converged).toBe(true);

    const divided = fitRandomEffectsProbit(
      matrix,
      Uint8Array.from(x, (v) => Number(v > 0)),
      group,
    );
    expect(divided.converged).toBe(false);
    expect(divided.warnings[0]).toMatchObject({ code: "separation", terms: ["x"] });

    const constant = fitRandomEffectsProbit(matrix, new Uint8Array(matrix.rows), group);
    expect(codes(constant)).toEqual(["constant-outcome"]);
    expect(constant.converged).toBe(false);
    expect(constant.randomEffect.sigma).toBeNaN();
  });

  it("a group column of another length is refused", () => {
    const { matrix, outcome } = fourEach(5, () => 1);
    expect(() => fitRandomEffectsProbit(matrix, outcome, new Int32Array(3))).toThrow(/group column/);
  });
});
