import type { ValidationDesign } from "../design.ts";
import { cloglog, logit, probit } from "./binary.ts";
import { clusteredProbit } from "./clusteredProbit.ts";
import { cox, coxYearly } from "./cox.ts";
import { coxClusters } from "./coxClusters.ts";
import { coxDiscrete } from "./coxDiscrete.ts";
import { coxIntervals } from "./coxIntervals.ts";
import { dynamicCloglog, dynamicLogit, dynamicProbit } from "./dynamic.ts";
import { firthCox, firthLogit } from "./firth.ts";
import { gammaFrailty } from "./gammaFrailty.ts";
import { linear } from "./linear.ts";
import { randomEffectsCloglog, randomEffectsLogit, randomEffectsProbit } from "./randomEffects.ts";
import { boehmke, boundedSelection, gaussianSelection } from "./selectionDuration.ts";

/** In the order of the page. */
export const validationDesigns: readonly ValidationDesign[] = [
  probit,
  logit,
  cloglog,
  clusteredProbit,
  firthLogit,
  randomEffectsProbit,
  randomEffectsLogit,
  randomEffectsCloglog,
  dynamicProbit,
  dynamicLogit,
  dynamicCloglog,
  cox,
  coxYearly,
  coxDiscrete,
  coxIntervals,
  coxClusters,
  firthCox,
  gammaFrailty,
  boehmke,
  gaussianSelection,
  boundedSelection,
  linear,
];
