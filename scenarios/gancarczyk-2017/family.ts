import type { Family } from "../family.ts";
import { clusterPresets } from "./presets.ts";
import { published } from "./publishedTables.ts";

/** Gancarczyk & Gancarczyk (2017), European Management Journal, in press: a narrative review without data. */
export const gancarczyk2017: Family = {
  name: "gancarczyk-2017",
  reference:
    "Gancarczyk, M. and Gancarczyk, J. (2017). Proactive international strategies of cluster SMEs. European Management Journal, article in press",
  presets: [],
  clusterPresets,
  specifications: [],
  published,
  publishedVariables: {},
};
