import type { Family } from "../family.ts";
import { publishedOddities } from "./oddities.ts";
import { presets } from "./presets.ts";
import { propositions } from "./propositions.ts";
import {
  published,
  publishedDescriptives,
  publishedDummies,
  publishedModels,
  publishedVariables,
} from "./publishedTables.ts";
import { specifications } from "./specifications.ts";
import { targets } from "./targets.ts";

/** Canello & Pavone (draft, undated): firms, not pairs, and all destinations together. */
export const canelloPavone: Family = {
  name: "canello-pavone",
  reference:
    "Canello, J. & Pavone, P. Offshore outsourcing and backshoring patterns in the Italian manufacturing sector: the role of learning and local spillovers. Preliminary draft, undated",
  presets,
  specifications,
  published,
  publishedModels,
  publishedVariables,
  publishedDescriptives,
  publishedDummies,
  publishedOddities,
  targets,
  propositions,
};
