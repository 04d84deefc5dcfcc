import * as z from "zod/mini";
import { modeChoiceParameters } from "./modeChoice.ts";
import { networkParameters } from "./networks.ts";
import { clusterPopulationParameters } from "./population.ts";
import { stockParameters } from "./stocks.ts";

/**
 * A world of clusters: firms choose among governance modes, followers depend on focal firms, core competence and
 * external links are stocks. Every parameter has a default, and unknown names are errors.
 */
export const clusterScenarioSchema = z.strictObject({
  ...clusterPopulationParameters,
  ...networkParameters,
  ...modeChoiceParameters,
  ...stockParameters,
});

export type ClusterScenario = z.infer<typeof clusterScenarioSchema>;
