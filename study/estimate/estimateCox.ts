import {
  type Concordance,
  type CoxData,
  type CoxFit,
  coxConcordance,
  fitCox,
  type ModelFrame,
  mergeNearTimes,
  type ProportionalHazardsTest,
  testProportionalHazards,
} from "../../estimators/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { ModelOptions } from "./estimateOptions.ts";
import { refuseAbsorbed, refused } from "./estimateRefusals.ts";

/** What is asked of a Cox fit beside its coefficients. */
export interface CoxChecks {
  readonly concordance: Concordance;
  /** In the order of the formula, `GLOBAL` last; null with a penalty, whose estimates do not make the score zero. */
  readonly proportionalHazards: readonly ProportionalHazardsTest[] | null;
}

/** A Cox model; without checks where the estimates are not finite or ties are exact. */
export function fitDurations(
  frame: ModelFrame,
  options: ModelOptions,
): { readonly fit: CoxFit; readonly checks: CoxChecks | null } {
  refuse(frame, options);
  const data = coxData(frame);
  const fit = fitCox(data, {
    ties: options.ties ?? "efron",
    confidenceLevel: options.confidence,
    ...(options.penalty && { penalty: options.penalty }),
    ...(options.robust && { robust: true }),
  });
  const estimates = fit.terms.map(({ estimate }) => estimate).filter((estimate) => !Number.isNaN(estimate));
  const finite = estimates.length > 0 && estimates.every(Number.isFinite);
  if (!finite || fit.ties === "exact") return { fit, checks: null };
  const proportionalHazards =
    options.penalty === undefined
      ? testProportionalHazards(data, fit, options.phTransform ?? "km", frame.terms)
      : null;
  return { fit, checks: { concordance: coxConcordance(data, fit), proportionalHazards } };
}

function refuse(frame: ModelFrame, options: ModelOptions): void {
  const { robust, penalty, ties, phTransform, residuals, predict, baseline } = options;
  const { randomEffect, cluster } = frame;
  refuseAbsorbed(frame, phrase`a Cox model`, phrase`strata(g), which gives each group its baseline hazard`);
  if (randomEffect !== null) {
    const { name } = randomEffect;
    const instead = phrase`cluster(${name}) for robust errors, or strata(${name})`;
    throw refused("formula", phrase`a random effect (1 | ${name}) in a Cox model`, instead);
  }
  if (penalty !== undefined && phTransform !== undefined) {
    throw refused(
      "--ph-transform",
      "--penalty firth",
      phrase`no penalty: the tests suppose that the score is zero`,
    );
  }
  if (robust === "HC1") {
    throw refused("--robust HC1", phrase`a Cox model, whose sandwich has no such factor`, "--robust HC0");
  }
  const asked = robust !== undefined ? "--robust" : cluster !== null ? phrase`clusters` : null;
  if (penalty !== undefined && ties === "exact") {
    throw refused("--penalty firth", phrase`exact ties`, phrase`--ties efron or breslow`);
  }
  if (penalty !== undefined && asked !== null) {
    throw refused(
      "--penalty firth",
      asked,
      phrase`a penalty, or robust errors: there is no sandwich of penalised estimates`,
    );
  }
  if (ties === "exact" && asked !== null) {
    throw refused(
      "--ties exact",
      asked,
      phrase`--ties efron or breslow: there are no robust errors with exact ties`,
    );
  }
  if (ties === "exact" && (residuals ?? predict ?? baseline) !== undefined) {
    const expected = phrase`--ties efron or breslow: there are no risk scores in exact discrete time`;
    throw refused("--ties exact", phrase`residuals or survival curves`, expected);
  }
  if (ties === "exact" && frame.weights !== null) {
    throw refused(
      "--ties exact",
      "--weights",
      phrase`--ties efron or breslow: the exact likelihood knows no weights`,
    );
  }
}

/** The rows of a duration model, times that differ by rounding alone made equal, as R's `coxph` does. */
export function coxData({ outcome, matrix, strata, weights, offset, cluster }: ModelFrame): CoxData {
  if (outcome.kind !== "duration") throw new RangeError("a Cox model explains durations");
  const { start, stop, event } = outcome;
  return mergeNearTimes({
    matrix,
    stop,
    event,
    ...(start && { start }),
    ...(strata && { strata: strata.codes }),
    ...(weights && { weights }),
    ...(offset && { offset }),
    ...(cluster && { cluster: cluster.codes }),
  });
}
