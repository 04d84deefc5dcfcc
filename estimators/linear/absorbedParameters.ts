import type { Clusters } from "../covariance/clusters.ts";

/**
 * How many parameters the dummies of several factors are: the levels of the first; of every further one, its levels less
 * the connected components it forms with an earlier factor (Abowd, Creecy & Kramarz 2002), the earlier one with the most.
 * Exact for one and two factors; with more, dependence that takes three of them at once is not seen, so that the number
 * may be too high, never too low (as in lfe and fixest without their exact options).
 */
export function absorbedParameters(factors: readonly Clusters[]): number {
  let parameters = 0;
  factors.forEach((factor, f) => {
    const redundant = factors.slice(0, f).map((earlier) => connectedComponents(earlier, factor));
    parameters += factor.count - Math.max(0, ...redundant);
  });
  return parameters;
}

/** Components of the graph whose nodes are the levels of both factors and whose edges are the rows. */
function connectedComponents(first: Clusters, second: Clusters): number {
  const parent = Int32Array.from({ length: first.count + second.count }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  let components = parent.length;
  for (let row = 0; row < first.ofRow.length; row++) {
    const one = rootOf(first.ofRow[row]);
    const other = rootOf(first.count + second.ofRow[row]);
    if (one === other) continue;
    parent[other] = one;
    components--;
  }
  return components;
}

/** Whether every level of the factor lies within one cluster. */
export function isNested(factor: Clusters, clusters: Clusters): boolean {
  const clusterOfLevel = new Int32Array(factor.count).fill(-1);
  return factor.ofRow.every((level, row) => {
    const cluster = clusters.ofRow[row];
    if (clusterOfLevel[level] === -1) clusterOfLevel[level] = cluster;
    return clusterOfLevel[level] === cluster;
  });
}
