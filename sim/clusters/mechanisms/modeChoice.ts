import { exp } from "../../../numerics/elementary.ts";
import { fillWithDraws } from "../../random/streams.ts";
import type { ClusterWorld } from "../clusterWorld.ts";
import { costOptions, differentiationOptions, type ModeName, modeCode } from "../modes.ts";
import { meetPartner } from "./reshoring.ts";

/**
 * D2 · Choice of a governance mode by the proactive firms that review theirs.
 *
 *     utility[o] = feasibilityWeight · feasibility[o] + costWeight · gain[o] + knowledgeWeight · link[o]
 *                − coreWeight · leak[o] − experienceWeight · max(0, step[o] − years abroad / yearsPerStep)
 *                − fixedCostWeight · fixedCost[o] · mean size / size
 *     Pr(o) ∝ exp(utility[o] / modeTemperature)
 *
 * over the options of Table 2 (cost) or Table 3 (differentiation). gain is the share of value added moved; ratings are
 * the tables' (see scenarios/gancarczyk-2017/ratings.ts). Unit: utility; weights 1 (0 for the fixed cost), temperature
 * 0.3, review with probability 0.2 a year; all [A]. Each term is absent at weight 0. Source: Gancarczyk & Gancarczyk
 * (2017), Tables 2 and 3; that experience orders the modes is their text, not their ratings.
 */
export function chooseModes(world: ClusterWorld, year: number): void {
  const { firms, modes, scenario, key } = world;
  const draws = new Float64Array(2 * firms.count);
  fillWithDraws(draws, key, "modeChoice", year);
  const partners = new Float64Array(2 * firms.count);
  fillWithDraws(partners, key, "partner", year);
  for (let firm = 0; firm < firms.count; firm++) {
    if (firms.proactive[firm] === 0 || firms.open[firm] === 0 || firms.returned[firm] === 1) continue;
    if (draws[2 * firm] >= scenario.reviewProbability) continue;
    const before = firms.mode[firm];
    const after = modeUnderPolicy(world, firm, draws[2 * firm + 1]);
    if (after === before) continue;
    firms.mode[firm] = after;
    if (modes.movedShare[after] > modes.movedShare[before]) firms.moved[firm] = 1;
    else if (modes.movedShare[after] === 0 && modes.movedShare[before] > 0) firms.returned[firm] = 1;
    meetPartner(world, firm, partners[2 * firm], partners[2 * firm + 1]);
  }
}

function modeUnderPolicy(world: ClusterWorld, firm: number, uniform: number): number {
  const { firms, scenario } = world;
  const policy = scenario.modePolicy;
  if (policy === "choose") return chosenMode(world, firm, uniform);
  const imposed: Readonly<Record<typeof policy, ModeName>> = {
    exportOnly: firms.differentiation[firm] === 1 ? "exportNiche" : "exportMechanisation",
    selective: "outsourceProcessing",
    replicative: "outsourceReplicative",
    highValue: "outsourceHighValue",
    highValueMix: "highValueMix",
  };
  return modeCode(imposed[policy]);
}

function chosenMode(world: ClusterWorld, firm: number, uniform: number): number {
  const options = world.firms.differentiation[firm] === 1 ? differentiationOptions : costOptions;
  const utilities = options.map((option) => modeUtility(world, firm, option));
  // Less the largest, so that none overflows.
  const best = Math.max(...utilities);
  const weights = utilities.map((utility) => exp((utility - best) / world.scenario.modeTemperature));
  let left = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  let at = 0;
  while (at < options.length - 1 && left >= weights[at]) {
    left -= weights[at];
    at++;
  }
  return options[at];
}

/** Mean size of a firm at the start, employees [A]. */
export const meanSize = 20;

export function modeUtility({ firms, modes, scenario }: ClusterWorld, firm: number, option: number): number {
  const experience = firms.yearsAbroad[firm] / scenario.yearsPerStep;
  return (
    scenario.feasibilityWeight * modes.feasibility[option] +
    scenario.costWeight * modes.movedShare[option] +
    scenario.knowledgeWeight * modes.link[option] -
    scenario.coreWeight * modes.leak[option] -
    scenario.experienceWeight * Math.max(0, modes.step[option] - experience) -
    (scenario.fixedCostWeight * modes.fixedCost[option] * meanSize) / firms.size[firm]
  );
}
