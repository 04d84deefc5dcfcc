import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { LinkName } from "../binary/links/link.ts";
import { LINKS } from "../binary/links/links.ts";
import type { RobustOptions } from "../covariance/robustOptions.ts";
import {
  checkBoolean,
  checkConfidenceLevel,
  checkFiniteColumn,
  checkPositive,
  checkWholeNumber,
  oneOf,
} from "../options.ts";
import type { ThreadOption } from "../parts/fitThreads.ts";
import type { RandomEffectsWeights } from "./randomEffectsProblem.ts";

/**
 * With `robust` alone the groups are the clusters. Given clusters must hold whole groups. Default type with clusters
 * "HC0"; k in "HC1" counts ln σ.
 */
export interface RandomEffectsOptions extends RobustOptions, RandomEffectsWeights, ThreadOption {
  /** Pr(y = 1) = Φ(η), 1/(1 + e^−η) or 1 − exp(−e^η). Default "probit". */
  readonly link?: LinkName;
  /** Nodes of the adaptive Gauss–Hermite rule, 1 to 128. Default 12, the number of Stata's `xtprobit`. */
  readonly quadratureNodes?: number;
  /** Evaluate the log-likelihood once more with twice the nodes at the estimates. Default true. */
  readonly checkQuadrature?: boolean;
  /**
   * Fit the model without regressors and the one without random effect too, for `tests`, `sigmaTest` and the log-likelihoods
   * they compare with. Default true; false saves the time where fits are many.
   */
  readonly tests?: boolean;
  /** One number a row, added to the linear predictor with coefficient 1. Default none. */
  readonly offset?: ArrayLike<number>;
  /**
   * Coefficients in the order of `termNames`, then ln σ. Default: the pooled model rescaled, with σ three quarters of the latent
   * error's standard deviation.
   */
  readonly start?: ArrayLike<number>;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton steps; a search that does not arrive is given as many again, 30 at most, with a costlier Hessian. Default 50. */
  readonly maxIterations?: number;
  /**
   * Converged when g'(−H)⁻¹g, the squared distance to the maximum in standard errors, falls below it; the step that is
   * still known then is taken. Default 1e-10.
   */
  readonly tolerance?: number;
}

export const MOST_NODES = 128;

/** Throws an InvalidInput for an option that is none of those described. */
export function checkRandomEffectsOptions(options: RandomEffectsOptions): void {
  oneOf("link", options.link, Object.keys(LINKS));
  oneOf("kernel", options.kernel, ["plain", "wasm"]);
  oneOf("robust", options.robust, ["HC0", "HC1"]);
  checkBoolean("clusterAdjustment", options.clusterAdjustment);
  checkBoolean("checkQuadrature", options.checkQuadrature);
  checkBoolean("tests", options.tests);
  checkQuadratureNodes(options.quadratureNodes);
  checkFiniteColumn("offset", options.offset);
  checkFiniteColumn("start", options.start);
  checkConfidenceLevel(options.confidenceLevel);
  checkWholeNumber("maxIterations", options.maxIterations, 0);
  checkPositive("tolerance", options.tolerance);
}

function checkQuadratureNodes(nodes: unknown): void {
  checkWholeNumber("quadratureNodes", nodes, 1);
  if (nodes === undefined || Number(nodes) <= MOST_NODES) return;
  throw new InvalidInput({
    path: "quadratureNodes",
    found: String(nodes),
    expected: phrase`a whole number from 1 to ${MOST_NODES}`,
  });
}
