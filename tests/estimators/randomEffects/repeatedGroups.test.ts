import fc from "fast-check";
import { expect, it } from "vitest";
import { pairedNodes } from "../../../estimators/randomEffects/pairedNodes.ts";
import { plainQuadratureKernel } from "../../../estimators/randomEffects/quadratureKernel.ts";
import { quadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { splitDesign } from "../../../estimators/splitDesign/splitDesign.ts";

const someGroups = fc.array(fc.array(fc.constantFrom(-1, 1), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 60,
});

it("a model without regressors has the likelihood and the derivatives that all its groups add up to", () => {
  fc.assert(
    fc.property(
      someGroups,
      fc.boolean(),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -2, max: 1, noNaN: true }),
      (groups, intercept, b, lnSigma) => {
        const rows = groups.flatMap((own, g) => own.map(() => g));
        const matrix = { rows: rows.length, intercept, numeric: [], factors: [] };
        const rowGroups = groupRows(Int32Array.from(rows));
        const design = splitDesign(matrix, rowGroups, "plain");
        const signs = Float64Array.from(groups.flat());
        const terms = intercept ? Int32Array.of(0) : new Int32Array();

        const sums = plainQuadratureKernel(design, signs, null, pairedNodes(12));
        const coefficients = new Float64Array(design.slots);
        if (intercept) coefficients[design.slotOfTerm[0]] = b;
        const whole = sums.evaluateRange(coefficients, Math.exp(lnSigma), 0, groups.length, true);

        const likelihood = quadratureLikelihood(design, signs, null, terms, 12);
        const point = Float64Array.of(...(intercept ? [b] : []), lnSigma);
        const n = point.length;
        const gradient = new Float64Array(n);
        const hessian = new Float64Array(n * n);
        const value = likelihood.evaluate(point, gradient, hessian);
        const near = (own: number, other: number) =>
          expect(Math.abs(own - other)).toBeLessThan(1e-9 * (1 + Math.abs(other)));
        near(value, whole);
        near(likelihood.value(point), whole);
        const last = design.slots;
        const stride = last + 1;
        near(gradient[n - 1], sums.gradient[last]);
        near(hessian[n * n - 1], sums.sums[last * stride + last]);
        if (!intercept) return;
        const slot = design.slotOfTerm[0];
        near(gradient[0], sums.gradient[slot]);
        near(hessian[0], sums.sums[slot * stride + slot]);
        near(hessian[n], sums.sums[last * stride + slot]);
      },
    ),
    { numRuns: 100 },
  );
});
