import type { ClusterScenario } from "../scenarios/clusters/index.ts";
import { InvalidInput } from "../scenarios/index.ts";
import { clusterColumns } from "../sim/clusters/recording/clusterColumns.ts";
import { BYTES_OF, gigabytes, roundedDown } from "./panelMemory.ts";

/** Bytes of the panel of a world of clusters, one row a firm and year. */
export function clusterPanelBytes({ clusters, firmsPerCluster, years }: ClusterScenario): number {
  const ofRow = clusterColumns.reduce((sum, { type }) => sum + BYTES_OF[type], 0);
  return clusters * firmsPerCluster * years * ofRow;
}

/**
 * Refuses clusters whose panel cannot fit into memory, before any of it is simulated.
 *
 * @param limit in bytes.
 * @throws InvalidInput with the bytes it would take and the most clusters that fit.
 */
export function refuseLargeClusters(scenario: ClusterScenario, path: string, limit: number): void {
  const needed = clusterPanelBytes(scenario);
  if (needed <= limit) return;
  const { clusters, firmsPerCluster, years } = scenario;
  const fitting = roundedDown((clusters * limit) / needed);
  throw new InvalidInput({
    path,
    found: `clusters = ${clusters} with firmsPerCluster = ${firmsPerCluster} and years = ${years}: a panel of ${gigabytes(needed)}`,
    expected:
      `what fits into ${gigabytes(limit)} of memory: ` +
      (fitting >= 1 ? `at most ${fitting} clusters of these firms and years` : "fewer of all three"),
  });
}
