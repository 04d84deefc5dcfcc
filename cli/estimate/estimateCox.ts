import {
  type Concordance,
  type CoxData,
  type CoxFit,
  coxConcordance,
  fitCox,
  type ModelFrame,
  type ProportionalHazardsTest,
  testProportionalHazards,
} from "../../estimators/index.ts";
import type { ModelOptions } from "./estimateModel.ts";
import { refuseAbsorbed, refused, refuseOption } from "./estimateRefusals.ts";

/** What is asked of a Cox fit beside its coefficients. */
export interface CoxChecks {
  readonly concordance: Concordance;
  /** In the order of the formula, `GLOBAL` last. */
  readonly proportionalHazards: readonly ProportionalHazardsTest[];
}

/** A Cox model; without checks where the estimates are not finite or ties are exact. */
export function fitDurations(
  frame: ModelFrame,
  options: ModelOptions,
): { readonly fit: CoxFit; readonly checks: CoxChecks | null } {
  refuseOptions(frame, options);
  const data = coxData(frame);
  const fit = fitCox(data, { ties: options.ties ?? "efron" });
  const estimates = fit.terms.map(({ estimate }) => estimate).filter((estimate) => !Number.isNaN(estimate));
  const finite = estimates.length > 0 && estimates.every(Number.isFinite);
  if (!finite || fit.ties === "exact") return { fit, checks: null };
  const tests = testProportionalHazards(data, fit);
  return {
    fit,
    checks: { concordance: coxConcordance(data, fit), proportionalHazards: inOrder(tests, frame) },
  };
}

function refuseOptions(frame: ModelFrame, { model, quadrature, information }: ModelOptions): void {
  refuseAbsorbed(frame, "a Cox model", "strata(g), which gives each group its baseline hazard");
  if (model !== undefined && model !== "cox") {
    throw refused(`--model ${model}`, "the outcome Surv(…)", "--model cox, or an outcome of 0 and 1");
  }
  refuseOption(quadrature, "--quadrature", "a Cox model", "a formula with (1 | g)");
  refuseOption(information, "--information", "a Cox model", "a probit, logit or cloglog");
  if (frame.randomEffect !== null) {
    const { name } = frame.randomEffect;
    const instead = `cluster(${name}) for robust errors, or strata(${name})`;
    throw refused("formula", `a random effect (1 | ${name}) in a Cox model`, instead);
  }
}

function coxData({ outcome, matrix, strata, weights, offset, cluster }: ModelFrame): CoxData {
  if (outcome.kind !== "duration") throw new RangeError("a Cox model explains durations");
  const { start, stop, event } = outcome;
  return {
    matrix,
    stop,
    event,
    ...(start && { start }),
    ...(strata && { strata: strata.codes }),
    ...(weights && { weights }),
    ...(offset && { offset }),
    ...(cluster && { cluster: cluster.codes }),
  };
}

function inOrder(
  tests: readonly ProportionalHazardsTest[],
  { terms }: ModelFrame,
): ProportionalHazardsTest[] {
  const place = ({ term }: ProportionalHazardsTest) => {
    const at = terms.findIndex(({ label, coefficients }) => label === term || coefficients.includes(term));
    return at < 0 ? terms.length : at;
  };
  return [...tests].sort((a, b) => place(a) - place(b));
}
