export { type AverageEffectOfGroupsOptions, averageEffectOfGroups } from "./averageEffectOfGroups.ts";
export { type AveragePartialEffectOptions, averagePartialEffect } from "./averagePartialEffect.ts";
export { type BinaryResidual, binaryResiduals } from "./binary/binaryResiduals.ts";
export { type BinaryFit, type BinaryOptions, fitBinary } from "./binary/fitBinary.ts";
export type { LinkName } from "./binary/links/link.ts";
export { type BinaryPrediction, predictBinary } from "./binary/predictBinary.ts";
export {
  type ChoiceData,
  type ConditionalLogitOptions,
  fitConditionalLogit,
} from "./conditionalLogit/fitConditionalLogit.ts";
export type { RobustOptions } from "./covariance/robustOptions.ts";
export { type Concordance, coxConcordance } from "./cox/concordance.ts";
export type { CoxData, TieMethod } from "./cox/coxData.ts";
export type { CoxNewData } from "./cox/coxNewData.ts";
export type { CoxOptions } from "./cox/coxOptions.ts";
export { type CoxResidual, coxResiduals } from "./cox/coxResiduals.ts";
export { testCoxTerms } from "./cox/coxTests.ts";
export { fitCox } from "./cox/fitCox.ts";
export { mergeNearTimes } from "./cox/mergeNearTimes.ts";
export { type CoxPrediction, predictCox } from "./cox/predictCox.ts";
export {
  type ProportionalHazardsTest,
  type TestedTerm,
  testProportionalHazards,
} from "./cox/proportionalHazards.ts";
export type { CoxReference } from "./cox/referenceMeans.ts";
export { type SchoenfeldResiduals, schoenfeldResiduals } from "./cox/schoenfeldResiduals.ts";
export {
  coxBaseline,
  coxSurvival,
  type SurvivalCurve,
  type SurvivalCurveOptions,
} from "./cox/survivalCurve.ts";
export type { LimitsOn } from "./cox/survivalLimits.ts";
export type { TimeTransform } from "./cox/timeTransforms.ts";
export type {
  AveragePartialEffect,
  CoxFit,
  CoxTests,
  Fit,
  FitTest,
  FitWarning,
  RandomEffect,
  RandomEffectsFit,
  RandomEffectsModel,
  RandomEffectsProbitFit,
  RandomEffectsTests,
  RobustCovarianceType,
  TermEstimate,
  WarningCode,
} from "./fit.ts";
export type { FormulaTerm } from "./formula/designMatrix.ts";
export type { EmptyLevel } from "./formula/designVariables.ts";
export type { GroupCodes } from "./formula/groupCodes.ts";
export { InvalidFormula } from "./formula/invalidFormula.ts";
export { type ModelFrame, type ModelFrameOptions, modelFrame } from "./formula/modelFrame.ts";
export { emptyLevelNotes, type UnlistedLabel } from "./formula/namedLevels.ts";
export type { DurationOutcome, Outcome, ValueOutcome } from "./formula/outcome.ts";
export type { PanelColumns } from "./formula/panelIndex.ts";
export { type Formula, parseFormula, printFormula } from "./formula/parseFormula.ts";
export type { DroppedRows } from "./formula/sample.ts";
export {
  type Frailty,
  fitGammaFrailty,
  type GammaFrailtyFit,
  type GammaFrailtyOptions,
} from "./frailty/fitGammaFrailty.ts";
export { posteriorFrailty } from "./frailty/posteriorFrailty.ts";
export { type GammaFrailtyPrediction, predictGammaFrailty } from "./frailty/predictGammaFrailty.ts";
export {
  type GroupTest,
  type GroupTestWarning,
  type GroupTestWarningCode,
  type IndependenceTest,
  type IndependenceTestOptions,
  independenceTest,
  type SampleMoments,
  sampleMoments,
  type TwoSampleTTest,
  type TwoSampleTTestOptions,
  tTestOfMoments,
  twoSampleTTest,
} from "./groupTests/index.ts";
export { type HazardRatio, hazardRatio } from "./hazardRatio.ts";
export { fitLinear, type LinearFit, type LinearOptions } from "./linear/fitLinear.ts";
export { type FactorTerm, type ModelMatrix, type NumericTerm, termNames } from "./modelMatrix.ts";
export { testNested } from "./modelTests.ts";
export type { FitThreads } from "./parts/fitThreads.ts";
export { fitProbit, type ProbitFit, type ProbitOptions } from "./probit/fitProbit.ts";
export { fitRandomEffects, type RandomEffectsOptions } from "./randomEffects/fitRandomEffects.ts";
export {
  fitRandomEffectsProbit,
  type RandomEffectsProbitOptions,
} from "./randomEffects/fitRandomEffectsProbit.ts";
export {
  predictRandomEffectsProbability,
  type RandomEffectsPredictionOptions,
} from "./randomEffects/predictProbability.ts";
export {
  type GroupEffects,
  type GroupEffectsOptions,
  predictRandomEffects,
} from "./randomEffects/predictRandomEffects.ts";
export { fitSelectionDuration } from "./selectionDuration/fitSelectionDuration.ts";
export {
  predictSelectionDuration,
  type SelectionDurationPrediction,
} from "./selectionDuration/predictSelectionDuration.ts";
export type {
  BoundedEstimate,
  SelectionDurationDependence,
  SelectionDurationFit,
  SelectionDurationOptions,
} from "./selectionDuration/selectionDurationTypes.ts";
