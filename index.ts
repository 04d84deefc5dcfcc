/**
 * Bandwagon as a library: `import { fitCox, modelFrame, readCsv } from "bandwagon"`. Everything here is pure (same
 * input, same output, no files, no clock), in Node and in browsers.
 */
export * from "./estimators/index.ts";
export { type CodebookEntry, codebookOf } from "./panel/codebook.ts";
export type { ColumnChoice } from "./panel/columnChoice.ts";
export type { DecimalMark } from "./panel/decimalMark.ts";
export { InvalidTable, type TableProblem } from "./panel/invalidTable.ts";
export type { ByteSink } from "./panel/parquetGroup.ts";
export { type DurationColumns, personPeriodRows } from "./panel/personPeriods.ts";
export { type ReadCsvOptions, readCsv } from "./panel/readCsv.ts";
export { type ByteSource, type ReadParquetOptions, readParquet } from "./panel/readParquet.ts";
export { type SpellClock, type SpellColumns, spellRows } from "./panel/spells.ts";
export {
  type CategoryColumn,
  type Column,
  type ColumnKind,
  column,
  type IndicatorColumn,
  type IntegerColumn,
  MISSING_CODE,
  type NumberColumn,
  numericValues,
  type Table,
  type VariableNote,
} from "./panel/table.ts";
export { type NamedValues, tableFromColumns } from "./panel/tableFromColumns.ts";
export type { TextSource } from "./panel/textPieces.ts";
export { writeParquet } from "./panel/writeParquet.ts";
export {
  type ClusterScenario,
  clusterScenarioNames,
  clusterScenarioSummary,
  describeClusterScenario,
  resolveClusterScenario,
} from "./scenarios/clusters/index.ts";
export {
  describeScenario,
  type Family,
  type FieldRow,
  families,
  InvalidInput,
  type ParameterRow,
  resolveScenario,
  type Scenario,
  scenarioNames,
  scenarioSummary,
} from "./scenarios/index.ts";
export { parseJson } from "./scenarios/parseJson.ts";
export {
  type ClusterHistory,
  type ClusterSummary,
  type Counterfactual,
  clusterSummary,
  type OrdinalCheckOptions,
  type OrdinalCheckResult,
  pairedCounterfactual,
  type RunKey,
  runOrdinalChecks,
  type SimulatedHistory,
  type SimulationOptions,
  simulate,
  simulateClusters,
} from "./sim/index.ts";
export {
  type DeInternationalisation,
  deInternationalisation,
} from "./sim/measures/deInternationalisation.ts";
export { type Measure, spellMeasures } from "./sim/measures/spellMeasures.ts";
export { type Cell, type ResolvedDesign, resolveDesign } from "./study/cells.ts";
export { type Design, type PerformanceName, parseDesign } from "./study/design.ts";
export * as performance from "./study/performance.ts";
export {
  type AskedOfPower,
  type NullWorld,
  type PowerRequest,
  powerRequest,
} from "./study/power/powerRequest.ts";
export {
  type PowerAnswer,
  type PowerResult,
  powerStudy,
  type RunStage,
  type TriedValue,
} from "./study/power/powerStudy.ts";
export type { SizeOfTest } from "./study/power/sizeOfTest.ts";
export {
  type CheckedProposition,
  type CheckedTarget,
  type CheckOptions,
  checkPropositions,
  checkTargets,
  type Measured,
  type MeasuredWorlds,
  measuredWorlds,
  measureWorlds,
} from "./study/propositions.ts";
export { runReplication } from "./study/replication.ts";
export { type ReplicationKey, replicationKeys } from "./study/replicationKeys.ts";
export * as report from "./study/report/index.ts";
export { type ReplicationRows, type RowSource, rowsInMemory } from "./study/rowSource.ts";
export type { EstimateRow } from "./study/rows.ts";
export { rowsTable } from "./study/rowsTable.ts";
export {
  type Bounds,
  type EstimandSummary,
  type FailureBounds,
  type FailureCause,
  type FailureFlag,
  type ListWise,
  type Measures,
  type MethodComparison,
  type MethodSummary,
  type PairedMeasures,
  type PairedShare,
  type RequestedEstimand,
  type StudySummary,
  summarise,
  summariseSource,
} from "./study/summary.ts";
export {
  type Evidence,
  judgeEffect,
  judgePlacebo,
  type Label as VerdictLabel,
  type PlaceboLabel,
  type ShareWithLimits,
} from "./study/verdict/judge.ts";
export type { EffectVerdict, MethodVerdict, PlaceboVerdict, Verdict } from "./study/verdict/verdict.ts";
export { verdictMarkdown } from "./study/verdict/verdictMarkdown.ts";
