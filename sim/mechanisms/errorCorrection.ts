import type { Scenario } from "../../scenarios/index.ts";

/**
 * A11 · Error correction and experience: firms that were wrong come back.
 *
 *     index of staying += exitThreshold − hiddenCost · 1{first year abroad}
 *
 * with the belief of A3 in place of the prior; the sharper signals of experience are below. Unit: probit; defaults
 * 0 (exitThreshold 0.3 in the ready worlds), ranges −5 to 5 and 0 to 5; off at 0. Source: mechanism A11 of the
 * behavioural family; values are assumptions [A].
 *
 * @param tenure completed years of the spell at the end of the year before, 0 in its first year at risk.
 */
export function errorCorrection(scenario: Scenario, tenure: number): number {
  return scenario.exitThreshold - (tenure === 0 ? scenario.hiddenCost : 0);
}

/** Variance of a signal after `tenure` completed years. */
export function signalVariance(scenario: Scenario, tenure: number): number {
  return (scenario.signalSd * scenario.signalSd) / (1 + scenario.experiencePrecision * Math.max(0, tenure));
}
