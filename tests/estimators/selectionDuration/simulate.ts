import { alea } from "seedrandom";
import type { ModelMatrix } from "../../../estimators/modelMatrix.ts";
import { normalCdf, normalQuantile } from "../../../numerics/normal.ts";

export interface SimulatedDesign {
  readonly seed: string;
  readonly rows: number;
  /** γ: intercept, z (in the selection only), x. Default −0.5, 1, 0.5. */
  readonly selection?: readonly [number, number, number];
  /** β: intercept, x. Default −0.5, 0.6. */
  readonly duration?: readonly [number, number];
  /** p of the Weibull. Default 1, exponential. */
  readonly shape?: number;
  /** "gaussian": ρ of normal errors; "fgm": α. */
  readonly dependence: { readonly kind: "gaussian" | "fgm"; readonly value: number };
  /** Selected when w'γ + e > 0 with e normal, or when a unit exponential exceeds exp(−w'γ) (Boehmke). */
  readonly selectionError: "normal" | "exponential";
  /** Durations are right-censored at it. Default Infinity. */
  readonly censoringTime?: number;
}

/** In the order in which `fitSelectionDuration` takes them. Durations of those not selected are NaN. */
export interface SimulatedDurations {
  readonly selection: ModelMatrix;
  readonly selected: Uint8Array;
  readonly duration: ModelMatrix;
  readonly time: Float64Array;
  readonly event: Float64Array;
}

/**
 * Selection and durations with known parameters; covariates are standard normal. With `dependence.kind` "gaussian",
 * `selectionError` "exponential" and `shape` 1 it is the design of the Monte Carlo of Boehmke, Morey & Shannon (2006):
 * bivariate normal errors turned into unit exponentials by −ln(1 − Φ(e)).
 */
export function simulateSelectionDuration(design: SimulatedDesign): SimulatedDurations {
  const { rows, dependence, shape = 1, censoringTime = Infinity } = design;
  const [g0, gz, gx] = design.selection ?? [-0.5, 1, 0.5];
  const [b0, bx] = design.duration ?? [-0.5, 0.6];
  const random = alea(design.seed);
  const uniform = (): number => Math.min(Math.max(random(), 1e-12), 1 - 1e-12);
  const z = new Float64Array(rows);
  const x = new Float64Array(rows);
  const selected = new Uint8Array(rows);
  const time = new Float64Array(rows).fill(Number.NaN);
  const event = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    z[row] = normalQuantile(uniform());
    x[row] = normalQuantile(uniform());
    const first = uniform();
    const second = partner(dependence, first, uniform());
    const index = g0 + gz * z[row] + gx * x[row];
    const chosen =
      design.selectionError === "normal"
        ? index + normalQuantile(first) > 0
        : -Math.log1p(-first) > Math.exp(-index);
    if (!chosen) continue;
    selected[row] = 1;
    const lasted = (-Math.log1p(-second)) ** (1 / shape) / Math.exp(b0 + bx * x[row]);
    time[row] = Math.min(lasted, censoringTime);
    event[row] = lasted <= censoringTime ? 1 : 0;
  }
  const numeric = (columns: Record<string, Float64Array>): ModelMatrix => ({
    rows,
    intercept: true,
    numeric: Object.entries(columns).map(([name, values]) => ({ name, values })),
    factors: [],
  });
  return { selection: numeric({ z, x }), selected, duration: numeric({ x }), time, event };
}

/** The uniform that hangs together with `first`, from an independent one. */
function partner({ kind, value }: SimulatedDesign["dependence"], first: number, independent: number): number {
  if (kind === "gaussian") {
    const error = value * normalQuantile(first) + Math.sqrt(1 - value * value) * normalQuantile(independent);
    return Math.min(normalCdf(error), 1 - 1e-15);
  }
  // Inverse of the FGM copula's conditional distribution v + b v(1 − v), b = α(1 − 2 first).
  const b = value * (1 - 2 * first);
  return (2 * independent) / (1 + b + Math.sqrt((1 + b) * (1 + b) - 4 * b * independent));
}
