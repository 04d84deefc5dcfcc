import type { Family } from "../family.ts";
import { calibrationParameters } from "./calibrationParameters.ts";
import { publishedOddities } from "./oddities.ts";
import { presets } from "./presets.ts";
import {
  published,
  publishedDescriptives,
  publishedDummies,
  publishedModels,
  publishedVariables,
} from "./publishedTables.ts";
import { selectionCheck } from "./selectionCheck.ts";
import { specifications } from "./specifications.ts";
import { calibrationTargets } from "./targets.ts";

/** Canello (2022), Regional Studies 56(5), 719–736, doi 10.1080/00343404.2021.1937596. */
export const canello2022: Family = {
  name: "canello-2022",
  reference:
    "Canello, J. (2022). Mimetic isomorphism, offshore outsourcing and backshoring decisions among micro and small enterprises. Regional Studies 56(5), 719–736. doi 10.1080/00343404.2021.1937596",
  presets,
  specifications,
  published,
  publishedModels,
  publishedVariables,
  publishedDescriptives,
  publishedDummies,
  publishedOddities,
  calibrationTargets,
  calibrationParameters,
  regressionSample: "survivors",
  selectionCheck,
};
