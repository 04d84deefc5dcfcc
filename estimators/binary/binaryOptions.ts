import type { RobustOptions } from "../covariance/robustOptions.ts";
import type { KernelOption } from "../kernels/kernelOption.ts";
import {
  checkBoolean,
  checkConfidenceLevel,
  checkFiniteColumn,
  checkPositive,
  checkWholeNumber,
  oneOf,
} from "../options.ts";
import type { LinkName } from "./links/link.ts";
import { LINKS } from "./links/links.ts";

/** Options of `fitBinary`; what is not known or not in range is refused, never taken for the default. */
export interface BinaryOptions extends RobustOptions, KernelOption {
  /** Pr(y = 1) = Φ(η), 1/(1 + e^−η) or 1 − exp(−e^η). Default "probit". */
  readonly link?: LinkName;
  /** One number a row, added to the linear predictor with coefficient 1. Default none. */
  readonly offset?: ArrayLike<number>;
  /**
   * One positive number a row, by which its log-likelihood counts, as R's `glm` takes them. They do not change the number
   * of observations. Default 1.
   */
  readonly weights?: ArrayLike<number>;
  /**
   * What standard errors come from: minus the Hessian at the estimates ("observed", default) or its expectation
   * ("expected", as in R's `glm`; with a penalty always). They are one and the same for the logit. It is the bread of the
   * sandwich too.
   */
  readonly information?: "observed" | "expected";
  /**
   * "firth": maximise ℓ + ½ log |I|, I the expected information (Jeffreys' prior), which has finite estimates whatever
   * the data. For the logit this is Firth's (1993) bias reduction, as in R's `logistf`; for the other links it is the
   * Jeffreys-penalised likelihood, "MPL_Jeffreys" of R's `brglm2`. Default: no penalty.
   */
  readonly penalty?: "firth";
  /** Whether to make the score test, which costs about as much as a step of the search. Default false. */
  readonly scoreTest?: boolean;
  /** Where the search starts, in the order of `termNames`. Default: zero, the intercept where the link has the mean outcome. */
  readonly start?: ArrayLike<number>;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
  /** Newton steps. Default 50; 500 with a penalty, whose steps are simpler and converge more slowly. */
  readonly maxIterations?: number;
  /**
   * Converged when g'(−H)⁻¹g, the squared distance to the maximum in standard errors, falls below it; the step that is
   * still known then is taken. Default 1e-12; 1e-20 with a penalty.
   */
  readonly tolerance?: number;
  /**
   * A group for each row (any integers), such as the firm of a panel. It only saves time: columns that are constant within
   * groups are then worked with once a group. Default: none.
   */
  readonly group?: ArrayLike<number>;
}

/** @throws InvalidInput for an option that is not known, RangeError for options that do not go with a penalty. */
export function checkBinaryOptions(options: BinaryOptions): void {
  oneOf("link", options.link, Object.keys(LINKS));
  oneOf("information", options.information, ["observed", "expected"]);
  oneOf("penalty", options.penalty, ["firth"]);
  oneOf("kernel", options.kernel, ["plain", "wasm"]);
  checkBoolean("scoreTest", options.scoreTest);
  checkFiniteColumn("start", options.start);
  checkConfidenceLevel(options.confidenceLevel);
  checkWholeNumber("maxIterations", options.maxIterations, 0);
  checkPositive("tolerance", options.tolerance);
  checkPenalty(options);
}

/** Throws a RangeError for options that do not go with a penalty. */
function checkPenalty(options: BinaryOptions): void {
  const { penalty } = options;
  if (penalty === undefined) return;
  if (options.robust !== undefined || options.cluster !== undefined) {
    const option = options.robust === undefined ? "cluster" : "robust";
    throw new RangeError(
      `${option}: no robust covariance is made with the penalty "firth", whose scores are not sums over independent rows`,
    );
  }
  if (options.information === "observed") {
    throw new RangeError(
      'information: with the penalty "firth" it is "expected", that of the penalty itself',
    );
  }
  if (options.scoreTest === true) {
    throw new RangeError('scoreTest: there is none with the penalty "firth"; take the likelihood-ratio test');
  }
}
