import type { ClusterHistory } from "../simulateClusters.ts";
import { codeOf, recorded } from "./outcomes.ts";

/**
 * How reactive firms move together. Each is the probability that a reactive firm at home moves abroad in a year in
 * which a given other one does, for three kinds of other: a follower of the same focal firm; a reactive firm of the
 * same cluster with another focal firm; one of another cluster. NaN where nobody moved.
 */
export interface Bursts {
  readonly sameFocalFirm: number;
  readonly sameCluster: number;
  readonly otherClusters: number;
}

/** Ratio of two sums. */
interface Concordance {
  movers: number;
  pairs: number;
}

export function burstsOf(history: ClusterHistory): Bursts {
  const { years, rows } = history;
  const [cluster, focalFirm, proactive, moved, status] = [
    "cluster",
    "focalFirm",
    "proactive",
    "movedAbroad",
    "status",
  ].map((name) => recorded(history, name).values);
  const home = codeOf(history, "status", "home");
  const kinds: Concordance[] = [0, 1, 2].map(() => ({ movers: 0, pairs: 0 }));
  const [same, nearby, elsewhere] = kinds;
  for (let year = 0; year < years; year++) {
    const all = { risk: 0, moved: 0 };
    const byCluster = new Map<number, { risk: number; moved: number }>();
    const byFocal = new Map<number, { risk: number; moved: number; cluster: number }>();
    for (let row = year; row < rows; row += years) {
      // At risk: reactive, linked, and at home at the end of the year before.
      if (proactive[row] === 1 || focalFirm[row] === 0) continue;
      if (year > 0 && status[row - 1] !== home) continue;
      const inCluster = byCluster.get(cluster[row]) ?? { risk: 0, moved: 0 };
      const linked = byFocal.get(focalFirm[row]) ?? { risk: 0, moved: 0, cluster: cluster[row] };
      byCluster.set(cluster[row], inCluster);
      byFocal.set(focalFirm[row], linked);
      for (const group of [all, inCluster, linked]) {
        group.risk += 1;
        group.moved += moved[row];
      }
    }
    for (const linked of byFocal.values()) {
      const inCluster = byCluster.get(linked.cluster) ?? { risk: 0, moved: 0 };
      add(same, linked.moved, linked.moved - 1, linked.risk - 1);
      add(nearby, linked.moved, inCluster.moved - linked.moved, inCluster.risk - linked.risk);
    }
    for (const group of byCluster.values())
      add(elsewhere, group.moved, all.moved - group.moved, all.risk - group.risk);
  }
  const [sameFocalFirm, sameCluster, otherClusters] = kinds.map(({ movers, pairs }) => movers / pairs);
  return { sameFocalFirm, sameCluster, otherClusters };
}

/** For each of `moved` firms, how many of `risk` others moved as well. */
function add(concordance: Concordance, moved: number, others: number, risk: number): void {
  if (moved === 0 || risk <= 0) return;
  concordance.movers += moved * others;
  concordance.pairs += moved * risk;
}
