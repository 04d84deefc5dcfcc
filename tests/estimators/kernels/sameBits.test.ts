import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitBinary } from "../../../estimators/binary/fitBinary.ts";
import type { KernelName } from "../../../estimators/kernels/kernelOption.ts";
import type { Objective } from "../../../estimators/numerics/newton.ts";
import { plainPooledKernel, wasmPooledKernel } from "../../../estimators/probit/pooledKernel.ts";
import { pooledLikelihood } from "../../../estimators/probit/pooledLikelihood.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { pairedNodes } from "../../../estimators/randomEffects/pairedNodes.ts";
import {
  plainQuadratureKernel,
  wasmQuadratureKernel,
} from "../../../estimators/randomEffects/quadratureKernel.ts";
import { quadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import {
  addCrossProduct,
  createCrossProduct,
  finishCrossProduct,
} from "../../../estimators/splitDesign/crossProduct.ts";
import { findEstimatedTerms } from "../../../estimators/splitDesign/estimatedTerms.ts";
import { bits, designOf, type RandomProblem, randomProblem } from "./randomProblem.ts";

/** Value, gradient and the lower triangle of the Hessian. */
function everything(objective: Objective, point: Float64Array): string[] {
  const n = objective.parameters;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const value = objective.evaluate(point, gradient, hessian);
  return bits(Float64Array.of(value, ...gradient, ...hessian));
}

function everyTerm(problem: RandomProblem): Int32Array {
  return Int32Array.from(problem.coefficients, (_, term) => term);
}

function pooled(problem: RandomProblem, kernel: KernelName): Objective {
  return pooledLikelihood(designOf(problem, kernel), problem.signs, problem.offset, everyTerm(problem));
}

function withRandomEffects(problem: RandomProblem, kernel: KernelName, nodes: number) {
  const design = designOf(problem, kernel);
  return quadratureLikelihood(design, problem.signs, problem.offset, everyTerm(problem), nodes);
}

const aReach = fc.constantFrom(0, 0.1, 1, 4, 40);

describe("the WebAssembly kernels do to the bit what the plain ones do", () => {
  it("in the pooled probit", () => {
    fc.assert(
      fc.property(aReach.chain(randomProblem), (problem) => {
        expect(designOf(problem, "wasm").kernel).not.toBeNull();
        expect(everything(pooled(problem, "wasm"), problem.coefficients)).toEqual(
          everything(pooled(problem, "plain"), problem.coefficients),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("in what says which columns are collinear", () => {
    fc.assert(
      fc.property(randomProblem(1), (problem) => {
        const design = designOf(problem, "wasm");
        const { kernel } = design;
        if (kernel === null) throw new Error("no WebAssembly here");
        const [wasm, plain] = [kernel, null].map((own) => findEstimatedTerms({ ...design, kernel: own }));
        expect(wasm).toEqual(plain);
        const products = createCrossProduct(design);
        const ones = new Float64Array(design.rowGroups.largest).fill(1);
        for (let g = 0; g < design.rowGroups.groups; g++) addCrossProduct(design, ones, true, products);
        finishCrossProduct(design, products);
        findEstimatedTerms(design);
        expect(lowerTriangle(kernel.sums.slice(0, design.slots ** 2))).toEqual(lowerTriangle(products.sums));
      }),
      { numRuns: 100 },
    );
  });

  it("in the random-effects probit, with 1 to 128 nodes, with cold modes and warm ones", () => {
    fc.assert(
      fc.property(
        aReach.chain(randomProblem),
        fc.oneof(fc.constantFrom(1, 2, 3, 4, 5, 6, 8, 12, 24), fc.integer({ min: 1, max: 128 })),
        fc.double({ min: -20, max: 5, noNaN: true }),
        (problem, nodes, lnSigma) => {
          const wasm = withRandomEffects(problem, "wasm", nodes);
          const plain = withRandomEffects(problem, "plain", nodes);
          for (const move of [0, 0.1]) {
            const point = Float64Array.of(...problem.coefficients.map((b) => b * (1 + move)), lnSigma + move);
            expect(everything(wasm, point)).toEqual(everything(plain, point));
            expect(wasm.value(point)).toBe(plain.value(point));
            const own = wasm.scores(point);
            const other = plain.scores(point);
            expect(bits(own.row)).toEqual(bits(other.row));
            expect(bits(own.lnSigma)).toEqual(bits(other.lnSigma));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("where a parameter is not a number", () => {
    fc.assert(
      fc.property(randomProblem(1), fc.constantFrom(Number.NaN, 1e300), (problem, wild) => {
        if (problem.coefficients.length === 0) return;
        const point = problem.coefficients.slice();
        point[0] = wild;
        expect(everything(pooled(problem, "wasm"), point)).toEqual(
          everything(pooled(problem, "plain"), point),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("over a part of the groups", () => {
    fc.assert(
      fc.property(randomProblem(1), fc.double({ min: 0, max: 1, noNaN: true }), (problem, share) => {
        const { signs, offset, coefficients } = problem;
        const design = designOf(problem, "wasm");
        const memory = design.kernel;
        if (memory === null) throw new Error("no WebAssembly here");
        const { groups } = design.rowGroups;
        const from = Math.floor(share * groups);
        const to = Math.ceil((groups + from) / 2);
        const bySlot = new Float64Array(design.slots);
        coefficients.forEach((b, term) => {
          bySlot[design.slotOfTerm[term]] = b;
        });

        const plainPooled = plainPooledKernel(design, signs, offset);
        const wasmPooled = wasmPooledKernel(memory, signs, offset);
        expect(wasmPooled.evaluateRange(bySlot, from, to)).toBe(plainPooled.evaluateRange(bySlot, from, to));
        expect(bits(wasmPooled.gradient.slice(0, design.slots))).toEqual(bits(plainPooled.gradient));

        const rule = pairedNodes(12);
        const plain = plainQuadratureKernel(design, signs, offset, rule);
        const wasm = wasmQuadratureKernel(memory, signs, offset, rule);
        const evaluate = (kernel: typeof wasm) => kernel.evaluateRange(bySlot, 0.7, from, to, true);
        expect(evaluate(wasm)).toBe(evaluate(plain));
        expect(bits(wasm.gradient)).toEqual(bits(plain.gradient));
        expect(lowerTriangle(wasm.sums)).toEqual(lowerTriangle(plain.sums));
      }),
      { numRuns: 100 },
    );
  });
});

function lowerTriangle(square: Float64Array): string[] {
  const n = Math.round(Math.sqrt(square.length));
  return bits(square.filter((_, at) => at % n <= Math.floor(at / n)));
}

it("fits are the same with either kernel, and with the one that is chosen", () => {
  fc.assert(
    fc.property(randomProblem(1), ({ matrix, group, signs }) => {
      const outcome = signs.map((sign) => (sign > 0 ? 1 : 0));
      const every = [{ kernel: "plain" }, { kernel: "wasm" }, {}] as const;
      const [plain, ...others] = every.map((options) => [
        fitBinary(matrix, outcome, { ...options, group }),
        fitRandomEffects(matrix, outcome, group, options),
      ]);
      for (const other of others) expect(other).toEqual(plain);
    }),
    { numRuns: 20 },
  );
});

it("the sums of two parts are those of the whole but for rounding", () => {
  fc.assert(
    fc.property(randomProblem(1), (problem) => {
      const { signs, offset, coefficients } = problem;
      const design = designOf(problem, "plain");
      const bySlot = new Float64Array(design.slots);
      coefficients.forEach((b, term) => {
        bySlot[design.slotOfTerm[term]] = b;
      });
      const kernel = plainQuadratureKernel(design, signs, offset, pairedNodes(12));
      const { groups } = design.rowGroups;
      const half = groups >> 1;
      const whole = kernel.evaluateRange(bySlot, 0.7, 0, groups, true);
      const ofWhole = Float64Array.of(...kernel.gradient, ...kernel.sums);
      const parts = [
        [0, half],
        [half, groups],
      ].map(([from, to]) => {
        const value = kernel.evaluateRange(bySlot, 0.7, from, to, true);
        return Float64Array.of(value, ...kernel.gradient, ...kernel.sums);
      });
      const scale = 1 + Math.max(...ofWhole.map(Math.abs), Math.abs(whole));
      Float64Array.of(whole, ...ofWhole).forEach((sum, at) => {
        expect(Math.abs(parts[0][at] + parts[1][at] - sum)).toBeLessThan(1e-9 * scale);
      });
    }),
    { numRuns: 50 },
  );
});
