import * as z from "zod/mini";
import { clientParameters } from "./schema/clients.ts";
import { controlParameters } from "./schema/controls.ts";
import { datedShockParameters } from "./schema/datedShocks.ts";
import { deInternationalisationParameters } from "./schema/deInternationalisation.ts";
import { demographyParameters } from "./schema/demography.ts";
import { densityParameters } from "./schema/density.ts";
import { districtParameters } from "./schema/districts.ts";
import { exitHazardParameters } from "./schema/exitHazard.ts";
import { heterogeneityParameters } from "./schema/heterogeneity.ts";
import { imitationParameters } from "./schema/imitation.ts";
import { localLearningParameters } from "./schema/localLearning.ts";
import { choice, parameterNotes } from "./schema/parameter.ts";
import { pioneerParameters } from "./schema/pioneers.ts";
import { populationParameters } from "./schema/population.ts";
import { profitParameters } from "./schema/profits.ts";
import { subcontractingParameters } from "./schema/subcontracting.ts";
import { supplierQualityParameters } from "./schema/supplierQuality.ts";
import { switchingParameters } from "./schema/switching.ts";

const decision = z.strictObject({
  kind: choice(["dynamicProbit", "entryExit", "behavioural"], "behavioural", {
    mechanism: "core",
    meaning:
      "How firms decide: eq. (1) of Canello (2022) itself; entry by probit and return by a proportional hazard; or firms that weigh, learn and err",
    unit: "category",
    source: "Canello (2022); Wooldridge (2005); mechanisms of the behavioural family",
  }),
});

/** A world: every parameter has a default, and unknown names are errors. */
export const scenarioSchema = z.strictObject({
  decision: z.prefault(decision, {}).register(parameterNotes, {
    mechanism: "core",
    meaning: "The decision model",
    unit: "category",
    range: "{ kind }",
    source: "",
  }),
  ...populationParameters,
  ...heterogeneityParameters,
  ...imitationParameters,
  ...clientParameters,
  ...supplierQualityParameters,
  ...controlParameters,
  ...exitHazardParameters,
  ...datedShockParameters,
  ...pioneerParameters,
  ...deInternationalisationParameters,
  ...densityParameters,
  ...districtParameters,
  ...localLearningParameters,
  ...subcontractingParameters,
  ...profitParameters,
  ...demographyParameters,
  ...switchingParameters,
});

export type Scenario = z.infer<typeof scenarioSchema>;
