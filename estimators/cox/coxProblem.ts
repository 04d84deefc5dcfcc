import { type CoxData, checkCoxData } from "./coxData.ts";
import { type SlotState, slotStates } from "./partialLikelihood.ts";
import { buildRiskSets, type RiskSets } from "./riskSets.ts";
import type { ApproximateTies } from "./slotSums.ts";
import { type StandardisedDesign, standardiseDesign } from "./standardisedDesign.ts";

/** Durations prepared for the likelihood and everything that is read off it. */
export interface CoxProblem {
  readonly data: CoxData;
  readonly riskSets: RiskSets;
  readonly design: StandardisedDesign;
}

/** @throws InvalidInput for data that are not durations (see `checkCoxData`). */
export function prepareCox(data: CoxData): CoxProblem {
  checkCoxData(data);
  const riskSets = buildRiskSets(data);
  return { data, riskSets, design: standardiseDesign(data.matrix, riskSets, data.offset) };
}

/** The sums over risk sets at standardised coefficients. */
export function slotsAt(
  { data, riskSets, design }: CoxProblem,
  coefficients: Float64Array,
  ties: ApproximateTies,
): SlotState {
  return slotStates(riskSets, design, data.event, ties)(coefficients);
}
