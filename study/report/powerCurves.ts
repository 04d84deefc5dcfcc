import type { ResolvedDesign } from "../cells.ts";
import type { ReportEstimand } from "./shownEstimands.ts";

/** How often the test rejects at one value of a parameter, 0 to 1, with 95 % Wilson limits. */
export interface CurvePoint {
  readonly cell: number;
  readonly value: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface PowerCurve {
  readonly method: string;
  /** By ascending value, two at least. */
  readonly points: readonly CurvePoint[];
}

/** Rejection over one parameter that is a number, all else held. */
export interface PowerCurves {
  readonly estimand: string;
  readonly parameter: string;
  readonly world: string;
  /** What the other varied parameters are. */
  readonly held: Readonly<Record<string, unknown>>;
  readonly curves: readonly PowerCurve[];
  /** Whether the truth is 0 throughout, so that the curve is the size of the test. */
  readonly isSize: boolean;
}

/** The curves of one estimand, one set for each parameter and each combination of the others; none where the design asks for no rejections. */
export function powerCurves({ cells }: ResolvedDesign, { estimand, groups }: ReportEstimand): PowerCurves[] {
  interface OpenSet extends Omit<PowerCurves, "curves"> {
    readonly curves: Map<string, CurvePoint[]>;
  }
  const sets = new Map<string, OpenSet>();
  for (const { cell, method, measures, truth } of groups) {
    const found = cells[cell];
    const { rejection } = measures;
    if (found === undefined || rejection === undefined || !("low" in rejection)) continue;
    if (!Number.isFinite(rejection.value)) continue;
    const { world, values } = found;
    for (const [parameter, value] of Object.entries(values)) {
      if (typeof value !== "number") continue;
      const { [parameter]: _, ...held } = values;
      const key = JSON.stringify([parameter, world, held]);
      const set = sets.get(key) ?? { estimand, parameter, world, held, curves: new Map(), isSize: true };
      sets.set(key, { ...set, isSize: set.isSize && truth === 0 });
      const points = set.curves.get(method) ?? [];
      set.curves.set(method, points);
      const { value: share, low, high } = rejection;
      points.push({ cell, value, share, low, high });
    }
  }
  const parameters = [...new Set([...sets.values()].map(({ parameter }) => parameter))];
  return [...sets.values()]
    .map((set) => ({
      ...set,
      curves: [...set.curves]
        .map(([method, points]) => ({ method, points: points.sort((a, b) => a.value - b.value) }))
        .filter(({ points }) => points.length > 1),
    }))
    .filter(({ curves }) => curves.length > 0)
    .sort((a, b) => parameters.indexOf(a.parameter) - parameters.indexOf(b.parameter));
}
