import * as z from "zod/mini";
import { phrase } from "../phrase.ts";
import { parameterNotes, real } from "./parameter.ts";

const tableC = "Canello (2022) Table 2, column C";

function control(fallback: number, meaning: string, unit: string, mechanism = "controls") {
  return real(fallback, -10, 10, {
    mechanism,
    meaning: `Effect of ${meaning}`,
    unit: `probit per ${unit}`,
    source: tableC,
    neutral: 0,
  });
}

/** Effects of the observed characteristics, by the machine names of the published tables. */
export const controlEffects = {
  size: control(0.005, "firm size", "employee"),
  labourProductivity: control(0.002, "value added per employee", "EUR thousand"),
  supplier: control(-0.162, "working as a supplier", "1"),
  financialConstraints: control(
    0.264,
    "access to credit (printed under the name of financial constraints)",
    "1",
  ),
  capitalIntensiveTechnology: control(0.267, "capital-intensive technology", "1"),
  exportingExperience: control(0.045, "years of exporting", "year"),
  domesticOutsourcingExperience: control(0.07, "relative cost of domestic outsourcing", "unit"),
  government: control(-0.337, "local government effectiveness", "index point", "A14"),
  corruption: control(0.359, "the corruption index of the province", "index point", "A14"),
  infrastructureQuality: control(0.001, "infrastructure of the province", "index point"),
  averageEmployeeWages: control(0.007, "average wage in the province", "EUR thousand"),
  population: control(0.004, "population of the province", "100,000 inhabitants"),
  migrantFirmShare: control(
    -0.015,
    "share of migrant-owned firms in province and industry",
    "percentage point",
    "A13",
  ),
};

export const controlParameters = {
  controls: z.prefault(z.strictObject(controlEffects), {}).register(parameterNotes, {
    mechanism: "controls",
    meaning: "Effects of observed characteristics, each measured from that of a typical firm",
    unit: "probit",
    range: phrase`an object of effects`,
    source: tableC,
  }),
  migrantReturn: real(0, -1, 1, {
    mechanism: "A13",
    meaning:
      "Pull of migrant-owned firms at home: taken from the index of staying for each point of their share above that of a typical cell; behavioural only",
    unit: "probit per percentage point",
    source:
      "[A] 0.02; Canello (2022) Table 3: log hazard 3.0 per unit share, 0.03 per point, over about 1.4 log hazards a probit",
    neutral: 0,
  }),
};
