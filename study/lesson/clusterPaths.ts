import type { ClusterScenario } from "../../scenarios/clusters/index.ts";
import { meanOf, proactiveRows } from "../../sim/clusters/checks/outcomes.ts";
import { type RunKey, simulateClusters } from "../../sim/index.ts";

/** What a strategy makes of the proactive firms of the clusters, year by year. */
export interface ClusterPath {
  /** Mean core competence of the open ones, 1 at the start unless the scenario says otherwise. */
  readonly core: readonly number[];
  /** Mean lock-in, 0 to 1. */
  readonly lockIn: readonly number[];
}

/** One history under the scenario's policy. */
export function clusterPath(scenario: ClusterScenario, key: RunKey): ClusterPath {
  const history = simulateClusters(scenario, key);
  const proactive = proactiveRows(history);
  const byYear = (name: string) =>
    Array.from({ length: history.years }, (_, at) => meanOf(history, name, proactive, at + 1));
  return { core: byYear("core"), lockIn: byYear("lockIn") };
}
