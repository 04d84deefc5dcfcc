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
export type { FirmStatus } from "./watch/details.ts";
export type { Difference } from "./watch/difference.ts";
export { type FirmDetails, type FirmYear, firmDetails } from "./watch/firmDetails.ts";
export { type FirmOfProvince, type ProvinceDetails, provinceDetails } from "./watch/provinceDetails.ts";
export { type WatchTruth, watchTruth } from "./watch/truth.ts";
export { type WatchRequest, watchedWorld } from "./watch/watchRequest.ts";
export {
  advanceWatch,
  factualYear,
  startWatch,
  tracksWithSharedLives,
  type WatchRun,
  type WatchSnapshot,
  yearsToWatch,
} from "./watch/watchRun.ts";
export { startTrack, type WorldTrack } from "./watch/worldTrack.ts";
export type { WorldYear } from "./watch/worldYear.ts";
export type { World } from "./world.ts";
