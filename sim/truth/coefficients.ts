import type { Scenario } from "../../scenarios/index.ts";
import { typicalFirm } from "../firms/typicalFirm.ts";
import { partOfCountry } from "../geography/province.ts";
import { hasReviews } from "../mechanisms/moverStayer.ts";
import { hasProfits } from "../mechanisms/profits.ts";
import type { World } from "../world.ts";

/**
 * True probit coefficients by term name, where the scenario has any: those of eq. (1) itself, or of the decision to
 * start in an entryExit world. A term whose true effect is not a number times the panel's column (log peers, say) is
 * left out. Dummies of years, regions and parts of the country are truly zero where nothing in the world moves by them.
 */
export function trueCoefficients(world: World): Record<string, number> {
  const { scenario } = world;
  // Firms that look at their set-up now and then follow no probit of this year's columns.
  if (scenario.decision.kind === "behavioural" || world.reviews !== null) return {};
  const truth: Record<string, number> = { ...scenario.controls };
  if (scenario.decision.kind === "dynamicProbit") {
    // What holds only who stays (B4, B8) is no number times a column.
    if (scenario.sunkCost === 0 && scenario.profitEffect === 0) truth.yLag = scenario.stateDependence;
    truth.yInitial = scenario.initialEffect;
    if (scenario.firmEffectSd === 0 && scenario.sortingSd === 0) truth.sigma = scenario.pairEffectSd;
  }
  if (peersAsPublished(scenario)) truth.msePeersSameDestination = scenario.imitationSame;
  if (scenario.imitationOther === 0 || !scenario.includeOwnFirm) {
    truth.msePeersOtherDestinations = scenario.imitationOther;
  }
  const oneBoost = scenario.inwardSwitch === 0 || scenario.inwardBoost === 0;
  if (world.ties !== null && oneBoost) truth.tieStrength = scenario.reentryBoost;
  truth.largePeersSameDestination = scenario.captiveSame;
  truth.clientActive = scenario.clientFollowing;
  truth.industrialDistrict = scenario.districtDummy;
  truth.largePeersOtherDestinations = scenario.captiveOther;
  truth["factor(industry)footwear"] = scenario.footwearEffect;
  const intercept = trueIntercept(scenario);
  if (intercept !== null) truth["(Intercept)"] = intercept;
  return { ...truth, ...(nothingMovesByYear(scenario) ? zeroYears(scenario) : {}), ...zeroPlaces(world) };
}

/** Whether the world's firms respond to the very count the panel shows. */
function peersAsPublished(scenario: Scenario): boolean {
  if (scenario.legitimacy !== 0 || scenario.competition !== 0) return false;
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
  // Who is in a portfolio or a register starts by more than the columns with a coefficient here (C1).
  if (scenario.supplierPortfolio !== "none" || scenario.firmPopulation === "register") return null;
  const [first, ...rest] = scenario.destinationOffset;
  if (rest.some((offset) => offset !== first)) return null;
  let intercept = scenario.base + first;
  for (const [name, effect] of Object.entries(scenario.controls)) {
    intercept -= effect * typicalFirm[name as keyof Scenario["controls"]];
  }
  return intercept;
}

function nothingMovesByYear(scenario: Scenario): boolean {
  return (
    scenario.shockSd === 0 &&
    scenario.costShockSd === 0 &&
    scenario.destinationLearning === 0 &&
    scenario.exitDeterrence === 0 &&
    !(scenario.congestionNational && scenario.competition !== 0) &&
    scenario.datedShocks.length === 0 &&
    scenario.earlyEntryCost === 0 &&
    scenario.destinationTrend.every((trend) => trend === 0)
  );
}

function zeroYears({ firstYear, recordedYears }: Scenario): Record<string, number> {
  const years = Array.from({ length: recordedYears - 1 }, (_, at) => firstYear + 1 + at);
  return Object.fromEntries(years.map((year) => [`factor(year)${year}`, 0]));
}

/** No index has a term for a region: fit, sorting and shocks are drawn with mean zero everywhere. */
function zeroPlaces({ provinces }: World): Record<string, number> {
  return Object.fromEntries(
    provinces.flatMap((province) => [
      [`factor(region)${province.region}`, 0],
      [`factor(partOfCountry)${partOfCountry(province)}`, 0],
    ]),
  );
}

/** True log hazard ratios of return by term name; empty where return is not a hazard. */
export function trueLogHazardRatios(scenario: Scenario): Record<string, number> {
  if (scenario.decision.kind !== "entryExit" || hasReviews(scenario)) return {};
  const truth: Record<string, number> = {
    ...scenario.hazard,
    foreignOutsourcingCostShare: 0 - scenario.sunkCost,
  };
  return hasProfits(scenario) ? { ...truth, profits: scenario.profitEffect } : truth;
}
