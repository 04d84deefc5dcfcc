import type { Family } from "../family.ts";
import { items } from "./items.ts";
import { measures } from "./measures.ts";
import { oddities } from "./oddities.ts";
import { presets } from "./presets.ts";
import { propositions } from "./propositions.ts";
import { published } from "./publishedTables.ts";
import { targets } from "./targets.ts";

/** Bettiol, Burlina, Chiarvesio & Di Maria (2017): a survey of 259 district firms, two groups compared, no regression. */
export const bettiol2017: Family = {
  name: "bettiol-2017",
  reference:
    "Bettiol, M., Burlina, C., Chiarvesio, M. & Di Maria, E. (2017). From delocalisation to backshoring? Evidence from Italian industrial districts",
  presets,
  specifications: [],
  published,
  publishedVariables: {},
  publishedOddities: oddities,
  survey: { items, measures },
  targets,
  propositions,
};
