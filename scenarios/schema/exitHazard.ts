import * as z from "zod/mini";
import { phrase } from "../phrase.ts";
import { parameterNotes, real } from "./parameter.ts";

function logHazardRatio(fallback: number, meaning: string, unit: string, source: string) {
  return real(fallback, -10, 10, {
    mechanism: "exit hazard",
    meaning: `Log hazard ratio of ${meaning}`,
    unit: `log hazard per ${unit}`,
    source,
    neutral: 0,
  });
}

/** Log hazard ratios of return, by panel column; used where decision.kind is entryExit. */
export const hazardEffects = {
  size: logHazardRatio(-0.016, "firm size", "employee", "Canello & Pavone: hazard ratio 0.984"),
  domesticOutsourcingExperience: logHazardRatio(
    0.3,
    "the relative cost of domestic outsourcing",
    "unit",
    "Canello (2022) Table 3 IV: 1.356",
  ),
  mainClientRevenueShare: logHazardRatio(
    -0.016,
    "the main client's share of revenue",
    "percentage point",
    "Canello (2022) Table 3 IV: 0.984",
  ),
  exportingExperience: logHazardRatio(
    -0.03,
    "years of exporting",
    "year",
    "[A]; Canello (2022) prints 0.734 in unstated units",
  ),
  capitalIntensiveTechnology: logHazardRatio(
    0.2,
    "capital-intensive technology",
    "1",
    "[A]; Canello (2022) prints 8.5 on another scale",
  ),
  migrantFirmShare: logHazardRatio(
    0.032,
    "the share of migrant-owned firms",
    "percentage point",
    "Canello (2022) Table 3 IV: 24.8 per share of one",
  ),
  msePeersSameDestinationBeforeEntry: logHazardRatio(
    -0.006,
    "small peers in the destination before the spell began",
    "firm",
    "Canello & Pavone: hazard ratio 0.994 per firm",
  ),
  largePeersSameDestinationBeforeEntry: logHazardRatio(
    0,
    "captive offshorers in the destination before the spell began",
    "firm",
    "Canello (2022), not significant",
  ),
  msePeersBackshoringSameDestination: logHazardRatio(
    0,
    "small peers that backshored from the destination",
    "firm a year",
    "Canello (2022) H3, not supported: 0.335 (1.642)",
  ),
  msePeersBackshoringOtherDestinations: logHazardRatio(
    0,
    "small peers that backshored from other destinations",
    "firm a year",
    "Canello (2022), not significant",
  ),
};

export const exitHazardParameters = {
  exitHazard: real(0.2, 0, 20, {
    mechanism: "exit hazard",
    meaning: "Hazard of return of a typical firm in its first year abroad",
    unit: "per year",
    source: "Canello (2022) Table 1: 20.5 % a year",
  }),
  hazardTenure: real(0, -2, 2, {
    mechanism: "exit hazard",
    meaning: "Change of the log baseline hazard with each completed year abroad",
    unit: "log hazard per year",
    source: "[A]",
    neutral: 0,
  }),
  hazard: z.prefault(z.strictObject(hazardEffects), {}).register(parameterNotes, {
    mechanism: "exit hazard",
    meaning: "Log hazard ratios of return, covariates measured from those of a typical firm",
    unit: "log hazard",
    range: phrase`an object of effects`,
    source: "Canello (2022) Table 3; Canello & Pavone (draft)",
  }),
};
