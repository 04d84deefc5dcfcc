import { type PooledKernel, plainPooledKernel, wasmPooledKernel } from "../probit/pooledKernel.ts";
import { pairedNodes } from "../randomEffects/pairedNodes.ts";
import {
  plainQuadratureKernel,
  type QuadratureKernel,
  wasmQuadratureKernel,
} from "../randomEffects/quadratureKernel.ts";
import { quadratureScores } from "../randomEffects/quadratureScores.ts";
import { designOfPart, type PartRequest, type SharedPart } from "./sharedPart.ts";

/** What a thread does with its part: evaluates it as asked, leaves the rest in the exchange and returns the value. */
export function servePart(shared: SharedPart): (request: PartRequest) => number {
  const design = designOfPart(shared);
  const { exchange, sizes } = shared;
  const { signs, coefficients, modes, gradient, sums, rowScores, lnSigmaScores } = exchange;
  const pooled = new Map<boolean, PooledKernel>();
  const quadratures = new Map<string, QuadratureKernel>();

  const pooledKernel = (hasOffset: boolean): PooledKernel => {
    const offset = hasOffset ? exchange.offset : null;
    const known = pooled.get(hasOffset);
    if (known !== undefined) return known;
    const kernel =
      design.kernel === null
        ? plainPooledKernel(design, signs, offset)
        : wasmPooledKernel(design.kernel, signs, offset);
    pooled.set(hasOffset, kernel);
    return kernel;
  };
  const quadratureKernel = (hasOffset: boolean, nodes: number): QuadratureKernel => {
    const offset = hasOffset ? exchange.offset : null;
    const key = `${nodes} ${hasOffset}`;
    const known = quadratures.get(key);
    if (known !== undefined) return known;
    const rule = pairedNodes(nodes);
    const kernel =
      design.kernel === null
        ? plainQuadratureKernel(design, signs, offset, rule)
        : wasmQuadratureKernel(design.kernel, signs, offset, rule);
    quadratures.set(key, kernel);
    return kernel;
  };

  return ({ task, hasOffset, quadratureNodes, sigma }) => {
    if (task === "scores") {
      const problem = { design, signs, offset: hasOffset ? exchange.offset : null };
      const kept = { row: rowScores, lnSigma: lnSigmaScores };
      quadratureScores(problem, pairedNodes(quadratureNodes), coefficients, sigma, 0, sizes.groups, kept);
      return 0;
    }
    if (task === "pooled") {
      const kernel = pooledKernel(hasOffset);
      const value = kernel.evaluateRange(coefficients, 0, sizes.groups);
      gradient.set(kernel.gradient);
      sums.set(kernel.sums);
      return value;
    }
    const kernel = quadratureKernel(hasOffset, quadratureNodes);
    kernel.modes.set(modes);
    const value = kernel.evaluateRange(coefficients, sigma, 0, sizes.groups, task === "derivatives");
    modes.set(kernel.modes);
    if (task === "derivatives") {
      gradient.set(kernel.gradient);
      sums.set(kernel.sums);
    }
    return value;
  };
}
