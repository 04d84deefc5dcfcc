import { gaussHermite } from "../../../estimators/numerics/gaussHermite.ts";
import { logNormalCdf } from "../../../numerics/normal.ts";

/** A panel as a textbook writes it: dense rows, one group identifier each. */
export interface DensePanel {
  readonly x: number[][];
  readonly y: number[];
  readonly group: number[];
}

/**
 * The random-effects probit log-likelihood by its definition: for each group the logarithm of ∫ Π_t Φ(q(x'b + σu)) φ(u) du
 * by plain Gauss–Hermite quadrature centred at 0, with a logarithm for every row and node.
 */
export function textbookLikelihood(
  panel: DensePanel,
  coefficients: number[],
  sigma: number,
  nodeCount: number,
): number {
  const { nodes, weights } = gaussHermite(nodeCount);
  let total = 0;
  for (const group of new Set(panel.group)) {
    let integral = 0;
    for (let k = 0; k < nodeCount; k++) {
      let logProduct = 0;
      panel.y.forEach((y, row) => {
        if (panel.group[row] !== group) return;
        const index = panel.x[row].reduce((sum, value, j) => sum + value * coefficients[j], 0);
        logProduct += logNormalCdf((2 * y - 1) * (index + sigma * Math.SQRT2 * nodes[k]));
      });
      integral += (weights[k] / Math.sqrt(Math.PI)) * Math.exp(logProduct);
    }
    total += Math.log(integral);
  }
  return total;
}
