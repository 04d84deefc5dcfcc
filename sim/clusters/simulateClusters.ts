import type { ClusterScenario } from "../../scenarios/clusters/index.ts";
import type { RecordedColumn, RunKey } from "../run.ts";
import type { ClusterWorld } from "./clusterWorld.ts";
import { simulateClusterYear } from "./clusterYear.ts";
import { recordedClusterColumns } from "./recording/recording.ts";
import { startClusters } from "./startClusters.ts";

/** What a history of clusters leaves: the panel, one row a firm and year; `tableFromColumns` makes a table of it. */
export interface ClusterHistory {
  readonly rows: number;
  readonly years: number;
  readonly columns: readonly RecordedColumn[];
}

/** Takes a world of clusters `years` further. Going in steps or in one go gives the same world. */
export function advanceClusters(world: ClusterWorld, years: number): void {
  for (let year = 0; year < years; year++) simulateClusterYear(world);
}

/** Simulates one history of clusters. Same scenario and key, same bytes. */
export function simulateClusters(scenario: ClusterScenario, key: RunKey): ClusterHistory {
  const world = startClusters(scenario, key);
  advanceClusters(world, scenario.years);
  return clusterHistoryOf(world);
}

/** What a world that has lived its years leaves; years that are not over are zeros. */
export function clusterHistoryOf(world: ClusterWorld): ClusterHistory {
  const { years } = world.scenario;
  return { rows: world.firms.count * years, years, columns: recordedClusterColumns(world) };
}
