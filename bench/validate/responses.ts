import type { LinkName } from "../../estimators/index.ts";
import { exp } from "../../numerics/elementary.ts";
import { normalCdf } from "../../numerics/normal.ts";

/** Pr(y = 1) at an index, by link. */
export const responses: Readonly<Record<LinkName, (index: number) => number>> = {
  probit: normalCdf,
  logit: (index) => 1 / (1 + exp(-index)),
  cloglog: (index) => 1 - exp(-exp(index)),
};
