import type { Family } from "../family.ts";
import { presets } from "./presets.ts";
import { propositions } from "./propositions.ts";
import { published } from "./publishedTables.ts";
import { targets } from "./targets.ts";

/** Freeman (2007), 23rd IMP Group Conference: seven cases, no regression. */
export const freeman2007: Family = {
  name: "freeman-2007",
  reference:
    "Freeman, S. (2007). An integrated framework of de-internationalization strategies for smaller born-globals. 23rd IMP Group Conference, Manchester",
  presets,
  specifications: [],
  published,
  publishedVariables: {},
  targets,
  propositions,
};
