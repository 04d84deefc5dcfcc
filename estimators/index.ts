export { type AverageEffectOfGroupsOptions, averageEffectOfGroups } from "./averageEffectOfGroups.ts";
export { type AveragePartialEffectOptions, averagePartialEffect } from "./averagePartialEffect.ts";
export type { CoxData, TieMethod } from "./cox/coxData.ts";
export { type CoxOptions, fitCox } from "./cox/fitCox.ts";
export type {
  AveragePartialEffect,
  CoxFit,
  Fit,
  FitWarning,
  RandomEffect,
  RandomEffectsProbitFit,
  TermEstimate,
  WarningCode,
} from "./fit.ts";
export { type FactorTerm, type ModelMatrix, type NumericTerm, termNames } from "./modelMatrix.ts";
export { fitProbit, type ProbitFit, type ProbitOptions } from "./probit/fitProbit.ts";
export {
  fitRandomEffectsProbit,
  type RandomEffectsProbitOptions,
} from "./randomEffectsProbit/fitRandomEffectsProbit.ts";
