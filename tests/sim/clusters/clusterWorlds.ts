import { resolveClusterScenario } from "../../../scenarios/clusters/index.ts";
import { type ClusterHistory, simulateClusters } from "../../../sim/clusters/simulateClusters.ts";
import type { RunKey } from "../../../sim/run.ts";
import { columnChecksum } from "../worlds.ts";

export type Parameters = Readonly<Record<string, unknown>>;

export function clusterKey(replication = 0): RunKey {
  return { seed: "tests", condition: "clusters", replication };
}

/** Three clusters of forty firms over twelve years. */
export function clusterScenario(set: Parameters = {}) {
  return resolveClusterScenario("gancarczyk-2017", { clusters: 3, firmsPerCluster: 40, years: 12, ...set });
}

export function clusterHistory(set: Parameters = {}, replication = 0): ClusterHistory {
  return simulateClusters(clusterScenario(set), clusterKey(replication));
}

/** The values of a column, by name. */
export function columnsOf(history: ClusterHistory): Record<string, ArrayLike<number>> {
  return Object.fromEntries(history.columns.map(({ name, values }) => [name, values]));
}

/** One word for every byte of the panel. */
export function clusterFingerprint(history: ClusterHistory): string {
  return JSON.stringify(history.columns.map(({ name, values }) => [name, columnChecksum(values)]));
}

/** Rows of a year, from 1. */
export function rowsOfYear({ rows, years }: ClusterHistory, year: number): number[] {
  return Array.from({ length: rows / years }, (_, firm) => firm * years + year - 1);
}
