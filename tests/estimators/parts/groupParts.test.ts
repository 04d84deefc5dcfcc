import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KernelName } from "../../../estimators/kernels/kernelOption.ts";
import type { Objective } from "../../../estimators/numerics/newton.ts";
import { divideGroups } from "../../../estimators/parts/groupParts.ts";
import { pooledLikelihood } from "../../../estimators/probit/pooledLikelihood.ts";
import { quadratureLikelihood } from "../../../estimators/randomEffects/quadratureLikelihood.ts";
import type { SplitDesign } from "../../../estimators/splitDesign/splitDesign.ts";
import { bits, designOf, type RandomProblem, randomProblem } from "../kernels/randomProblem.ts";
import { threadsOfOne } from "./threadsOfOne.ts";

function divided(problem: RandomProblem, kernel: KernelName, count: number, answers?: number): SplitDesign {
  const whole = designOf(problem, kernel);
  return { ...whole, parts: divideGroups(whole, threadsOfOne(count, answers).start()) };
}

function pooled(design: SplitDesign, { signs, offset, coefficients }: RandomProblem): Objective {
  return pooledLikelihood(
    design,
    signs,
    offset,
    Int32Array.from(coefficients, (_, term) => term),
  );
}

function withRandomEffects(design: SplitDesign, { signs, offset, coefficients }: RandomProblem, nodes = 12) {
  const terms = Int32Array.from(coefficients, (_, term) => term);
  return quadratureLikelihood(design, signs, offset, terms, nodes);
}

/** Value, gradient and the lower triangle of the Hessian. */
function everything(objective: Objective, point: Float64Array): Float64Array {
  const n = objective.parameters;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const value = objective.evaluate(point, gradient, hessian);
  return Float64Array.of(value, ...gradient, ...hessian);
}

/** Three points, one after the other, so that modes are remembered. */
function pointsOf({ coefficients }: RandomProblem): Float64Array[] {
  return [0, 0.1, 0.2].map((move) =>
    Float64Array.of(...coefficients.map((b) => b * (1 + move)), -0.3 + move),
  );
}

function expectEqualButForRounding(found: Float64Array, expected: Float64Array): void {
  const scale = Math.max(1, ...expected.map(Math.abs));
  found.forEach((number, at) => {
    expect(Math.abs(number - expected[at])).toBeLessThan(1e-12 * scale);
  });
}

const aCount = fc.integer({ min: 2, max: 6 });
const aKernel = fc.constantFrom<KernelName>("plain", "wasm");

describe("a likelihood whose groups are divided among threads", () => {
  it("is that of all groups but for rounding, with any kernel, in more parts than groups too", () => {
    fc.assert(
      fc.property(randomProblem(1), aCount, aKernel, (problem, count, kernel) => {
        const whole = designOf(problem, kernel);
        const parted = divided(problem, kernel, count);
        expectEqualButForRounding(
          everything(pooled(parted, problem), problem.coefficients),
          everything(pooled(whole, problem), problem.coefficients),
        );
        const ours = withRandomEffects(parted, problem);
        const theirs = withRandomEffects(whole, problem);
        for (const point of pointsOf(problem)) {
          expectEqualButForRounding(everything(ours, point), everything(theirs, point));
          expectEqualButForRounding(Float64Array.of(ours.value(point)), Float64Array.of(theirs.value(point)));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("has the scores of all groups to the bit", () => {
    fc.assert(
      fc.property(randomProblem(1), aCount, aKernel, (problem, count, kernel) => {
        const [point] = pointsOf(problem);
        const ours = withRandomEffects(divided(problem, kernel, count), problem).scores(point);
        const theirs = withRandomEffects(designOf(problem, kernel), problem).scores(point);
        expect(bits(ours.row)).toEqual(bits(theirs.row));
        expect(bits(ours.lnSigma)).toEqual(bits(theirs.lnSigma));
      }),
      { numRuns: 50 },
    );
  });

  it("has the same bits when threads are lost, at once or under way, and with either kernel", () => {
    fc.assert(
      fc.property(randomProblem(1), aCount, fc.integer({ min: 0, max: 7 }), (problem, count, answers) => {
        const results = [
          divided(problem, "wasm", count),
          divided(problem, "wasm", count, answers),
          divided(problem, "plain", count, answers),
        ].map((design) => {
          const ofPooled = everything(pooled(design, problem), problem.coefficients);
          const likelihood = withRandomEffects(design, problem);
          const numbers = pointsOf(problem).flatMap((point) => [
            likelihood.value(point),
            ...everything(likelihood, point),
          ]);
          const { row, lnSigma } = likelihood.scores(pointsOf(problem)[0]);
          return bits(Float64Array.of(...ofPooled, ...numbers, ...row, ...lnSigma));
        });
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 100 },
    );
  });

  it("may be evaluated by several likelihoods in turn, with other outcomes, nodes and offsets", () => {
    fc.assert(
      fc.property(randomProblem(1), aCount, (problem, count) => {
        const others = [problem, { ...problem, signs: problem.signs.map((sign) => -sign), offset: null }];
        const interleaved = divided(problem, "wasm", count);
        const likelihoods = others.map((each, at) => withRandomEffects(interleaved, each, 12 + 3 * at));
        const alone = others.map((each, at) => {
          return withRandomEffects(divided(problem, "wasm", count), each, 12 + 3 * at);
        });
        for (const point of pointsOf(problem)) {
          likelihoods.forEach((likelihood, at) => {
            expect(bits(everything(likelihood, point))).toEqual(bits(everything(alone[at], point)));
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});
