import type { CalibrationTarget, TargetPart } from "../../scenarios/index.ts";
import type { Measures } from "./measures.ts";

/** A published number that a calibration can aim at. */
export interface Moment {
  /** Of its target. */
  readonly target: string;
  readonly required: boolean;
  readonly part: TargetPart;
  readonly published: number;
  /**
   * In the unit of the measure: half the width of what is accepted; where only one side has a limit, how far the published number
   * is from it. One over its square is a natural weight.
   */
  readonly tolerance: number;
}

/** The published numbers of the targets, in their order, one a part. @param needs those of one stage; default both. */
export function momentsOf(
  targets: readonly CalibrationTarget[],
  needs?: CalibrationTarget["needs"],
): readonly Moment[] {
  return targets
    .filter((target) => needs === undefined || target.needs === needs)
    .flatMap(({ name, required, parts }) =>
      parts.flatMap((part) => {
        const { published } = part;
        if (published === null) return [];
        return [{ target: name, required, part, published, tolerance: toleranceOf(part, published) }];
      }),
    );
}

function toleranceOf({ from, to }: TargetPart, published: number): number {
  if (Number.isFinite(from) && Number.isFinite(to)) return (to - from) / 2;
  return Math.abs(published - (Number.isFinite(from) ? from : to));
}

/** What a history has in place of each published number; NaN where it was not measured or has no value. */
export function momentValues(moments: readonly Moment[], measures: Measures): Float64Array {
  return Float64Array.from(moments, ({ part }) => measures[part.measure] ?? Number.NaN);
}

/** Of a value, how far outside of what is accepted it lies, in tolerances; 0 inside, negative below. */
export function missBy({ part, tolerance }: Moment, value: number): number {
  if (value < part.from) return (value - part.from) / tolerance;
  return value > part.to ? (value - part.to) / tolerance : 0 * value;
}
