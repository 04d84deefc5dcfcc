import type { Scenario } from "../../scenarios/index.ts";
import { typicalFirm } from "../firms/typicalFirm.ts";

/**
 * True probit coefficients by term name, where the scenario has any: the index of eq. (1) itself, or of the entry
 * decision of an entryExit world. A term whose true effect is not a number times the panel's column (log peers, for
 * instance) is left out; dummies of a factor that plays no part are zero wherever `zeroFactors` are asked for.
 */
export function trueCoefficients(scenario: Scenario): Record<string, number> {
  if (scenario.decision.kind === "behavioural") return {};
  const truth: Record<string, number> = { ...scenario.controls };
  if (scenario.decision.kind === "dynamicProbit") {
    truth.yLag = scenario.stateDependence;
    truth.yInitial = scenario.initialEffect;
    truth.sigma = scenario.pairEffectSd;
  }
  if (peersAsPublished(scenario)) truth.msePeersSameDestination = scenario.imitationSame;
  truth.msePeersOtherDestinations = scenario.imitationOther;
  truth.largePeersSameDestination = scenario.captiveSame;
  truth.largePeersOtherDestinations = scenario.captiveOther;
  const intercept = trueIntercept(scenario);
  if (intercept !== null) truth["(Intercept)"] = intercept;
  truth["factor(industry)footwear"] = scenario.footwearEffect;
  return truth;
}

/** Whether the world's firms respond to the very count the panel shows. */
function peersAsPublished(scenario: Scenario): boolean {
  if (scenario.imitationSame === 0 && scenario.imitationStay === 0) return true;
  return (
    scenario.peerMeasure === "stock" &&
    scenario.peerYears === 2 &&
    !scenario.includeOwnFirm &&
    scenario.imitationStay === 0
  );
}

/** base is the typical firm's index; the intercept is that of a firm with all columns zero. */
function trueIntercept(scenario: Scenario): number | null {
  const [first, ...rest] = scenario.destinationOffset;
  if (rest.some((offset) => offset !== first)) return null;
  let intercept = scenario.base + first;
  for (const [name, effect] of Object.entries(scenario.controls)) {
    intercept -= effect * typicalFirm[name as keyof Scenario["controls"]];
  }
  return intercept;
}

/** True log hazard ratios of return by term name; empty where return is not a hazard. */
export function trueLogHazardRatios(scenario: Scenario): Record<string, number> {
  return scenario.decision.kind === "entryExit" ? { ...scenario.hazard } : {};
}
