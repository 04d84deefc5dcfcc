export type { CalibrationParameter } from "./calibrationParameter.ts";
export { resolveScenario, scenarioNames, scenarioOfPreset, scenarioSummary } from "./catalogue.ts";
export { describeScenario, type FieldRow, type ParameterRow } from "./describe.ts";
export { emptyPanelReason } from "./emptyPanel.ts";
export { checked, showFound } from "./explainIssue.ts";
export { families } from "./families.ts";
export type { Family, Preset } from "./family.ts";
export { cutText, formatPath } from "./formatPath.ts";
export { InvalidInput } from "./invalidInput.ts";
export { nearestName } from "./nearestName.ts";
export { overlappingParameters, refuseUnsafeNames } from "./parameterPaths.ts";
export {
  type DescriptiveLayout,
  type DescriptiveTable,
  type PublishedCoefficient,
  type PublishedHazardRatio,
  type PublishedModel,
  type PublishedOddity,
  type PublishedTable,
  type PublishedVariable,
  publishedTableSchema,
  type RegressionTable,
  type SurveyTable,
} from "./published.ts";
export { type Scenario, scenarioSchema } from "./scenario.ts";
export { destinationNames, industryNames } from "./schema/names.ts";
export type { EquationColumns, SelectionCheckSpecification } from "./selectionCheck.ts";
export { shocksWithoutEffect, simulatedYears } from "./simulatedYears.ts";
export {
  type CoxSpecification,
  type DerivedColumn,
  type ModelSpecification,
  modelSpecification as modelSpecificationSchema,
  type ProbitSpecification,
  type SampleRule,
} from "./specification.ts";
export { modelSpecification, modelSpecificationNames, specificationOf } from "./specificationCatalogue.ts";
export type {
  AnswerCondition,
  FamilySurvey,
  SurveyItem,
  SurveyMeasure,
  SurveyQuantity,
} from "./surveyItem.ts";
export type { CalibrationTarget, Proposition, PropositionCheck, Target, TargetPart } from "./target.ts";
