import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { stream } from "../../sim/random/streams.ts";

/** Draws of one replication, from a stream named by seed, design and replication: no other name shares a draw. */
export class Draws {
  /** In the open interval (0, 1). */
  readonly uniform: () => number;

  constructor(seed: string, design: string, replication: number) {
    this.uniform = stream({ seed, condition: design, replication }, "signal");
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }

  /** 1 with that probability, else 0. */
  indicator(probability: number): 0 | 1 {
    return this.uniform() < probability ? 1 : 0;
  }

  /** Mean 1. */
  exponential(): number {
    return -log(this.uniform());
  }

  /** Mean `shape`, scale 1; by Marsaglia and Tsang (2000), ACM TOMS 26, 363–372. */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * exp(log(this.uniform()) / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = this.normal();
      const root = 1 + z / Math.sqrt(9 * d);
      const cube = root * root * root;
      if (root > 0 && log(this.uniform()) < (z * z) / 2 + d * (1 - cube + log(cube))) return d * cube;
    }
  }

  /** Laplace transform exp(−s^α), 0 < α < 1; by Kanter (1975), Annals of Probability 3, 697–707. */
  positiveStable(alpha: number): number {
    const angle = Math.PI * this.uniform();
    const waiting = this.exponential();
    const first = log(Math.sin(alpha * angle)) - log(Math.sin(angle)) / alpha;
    const second = log(Math.sin((1 - alpha) * angle)) - log(waiting);
    return exp(first + ((1 - alpha) / alpha) * second);
  }

  /** One value a row. */
  column(rows: number, draw: (row: number) => number): Float64Array {
    return Float64Array.from({ length: rows }, (_, row) => draw(row));
  }
}
