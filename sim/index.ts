export { type OrdinalCheck, ordinalChecks } from "./clusters/checks/ordinalChecks.ts";
export {
  type OrdinalCheckOptions,
  type OrdinalCheckResult,
  type OrdinalValues,
  ordinalResults,
  ordinalValues,
  runOrdinalChecks,
} from "./clusters/checks/runOrdinalChecks.ts";
export { type ClusterSummary, clusterSummary } from "./clusters/clusterSummary.ts";
export {
  advanceClusters,
  type ClusterHistory,
  clusterHistoryOf,
  simulateClusters,
} from "./clusters/simulateClusters.ts";
export { startClusters } from "./clusters/startClusters.ts";
export {
  advancePair,
  type Counterfactual,
  counterfactualOf,
  type PairedWorlds,
  pairedCounterfactual,
  startPair,
  withoutImitation,
} from "./counterfactual.ts";
export type * from "./run.ts";
export {
  type AdvanceOptions,
  advance,
  historyOf,
  type SimulationOptions,
  simulate,
  yearsOf,
} from "./simulate.ts";
export { type RecordingOptions, startWorld } from "./startWorld.ts";
export * from "./watch/index.ts";
export type { World } from "./world.ts";
