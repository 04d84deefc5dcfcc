import { log } from "../../numerics/elementary.ts";
import { maximizeByNewton, type NewtonResult, type Objective } from "../numerics/newton.ts";
import { choleskyInPlace, solveCholeskyInPlace } from "../numerics/symmetric.ts";

/** ln θ above which doubling is tried. */
const LARGE_LN_VARIANCE = 1;
/** What doubling θ may cost in log-likelihood: a cost of 0.001 is that of a standard error of ln θ of 15. */
const NOTHING_LOST = 1e-3;

/**
 * Whether nothing is lost when θ is doubled and the coefficients follow. As they grow in proportion to θ, η = θc + d, the
 * cumulative hazard log(1 + θ Σ e^η)/θ tends to the largest c or 0: a likelihood of its own, which may lie above that of any
 * finite θ. A search then creeps along, for ever further out.
 *
 * @param search over coefficients and, last, ln θ.
 */
export function growsTogether(objective: Objective, { point, value, hessian }: NewtonResult): boolean {
  const n = objective.parameters - 1;
  if (!(point[n] > LARGE_LN_VARIANCE)) return false;
  const lnVariance = point[n] + log(2);
  // Along the ridge the coefficients move by −H⁻¹ times their cross derivatives by ln θ, and linearly in θ.
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] = -hessian[i * (n + 1) + j];
  }
  const move = Float64Array.from({ length: n }, (_, i) => hessian[n * (n + 1) + i]);
  choleskyInPlace(factor, n, 1e-14);
  solveCholeskyInPlace(move, factor, n);

  const full = new Float64Array(n + 1);
  const fullGradient = new Float64Array(n + 1);
  const fullHessian = new Float64Array((n + 1) * (n + 1));
  const evaluate = (coefficients: Float64Array, gradient: Float64Array, curvatures: Float64Array): number => {
    full.set(coefficients);
    full[n] = lnVariance;
    const result = objective.evaluate(full, fullGradient, fullHessian);
    for (let i = 0; i < n; i++) {
      gradient[i] = fullGradient[i];
      for (let j = 0; j <= i; j++) curvatures[i * n + j] = fullHessian[i * (n + 1) + j];
    }
    return result;
  };
  const start = move.map((step, i) => point[i] + step);
  const further = maximizeByNewton({ parameters: n, evaluate }, start, {
    maxIterations: 30,
    tolerance: 1e-5,
  });
  return further.value > value - NOTHING_LOST;
}
