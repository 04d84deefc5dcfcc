import type { CalibrationTarget, TargetPart } from "../../scenarios/index.ts";
import type { Measures } from "../targets/measures.ts";
import { type Moment, momentsOf } from "../targets/moments.ts";

/** A residual where a measure has no value, as where a model did not converge: as bad as three tolerances. */
const WITHOUT_VALUE = 3;
/** A target that must be met counts as much as two others. */
const WEIGHT_OF_REQUIRED = 2;

/** One published number as a calibration sees it. */
export interface WeighedMoment {
  readonly moment: Moment;
  /** Of its target, over the number of the target's parts. */
  readonly weight: number;
}

/** The published numbers of some targets; the parts of a target share its weight. */
export function weighedMoments(targets: readonly CalibrationTarget[]): readonly WeighedMoment[] {
  return targets.flatMap((target) => {
    const moments = momentsOf([target]);
    const weight = (target.required ? WEIGHT_OF_REQUIRED : 1) / moments.length;
    return moments.map((moment) => ({ moment, weight }));
  });
}

/**
 * How far a value lies from the published one, on the scale on which ±1 is the edge of what is accepted:
 *
 *     d = (value − published) / |edge − published|       the edge on the side of the value
 *     d = 0                                              on a side without an edge: further is as good
 *
 * Where the published number is itself the edge, or outside of what is accepted, half the width of the accepted interval (or 1,
 * where it has no end) is taken for the distance, from the edge on.
 */
export function deviation(value: number, { published, part }: Pick<Moment, "published" | "part">): number {
  if (Number.isNaN(value)) return WITHOUT_VALUE;
  const aim = Math.min(part.to, Math.max(part.from, published));
  const edge = value < aim ? part.from : part.to;
  if (!Number.isFinite(edge)) return 0;
  const distance = Math.abs(edge - aim);
  return (value - aim) / (distance > 0 ? distance : halfWidth(part));
}

function halfWidth({ from, to }: TargetPart): number {
  return Number.isFinite(to - from) && to > from ? (to - from) / 2 : 1;
}

/**
 * The square root, with its sign, of Huber's (1964) loss with its corner at the edge: d² within, 2 |d| − 1 beyond. A target that
 * cannot be reached pulls with a force that does not grow, and leaves the others alone.
 */
export function robustResidual(d: number): number {
  const size = Math.abs(d);
  return size <= 1 ? d : Math.sign(d) * Math.sqrt(2 * size - 1);
}

/** √weight · residual, a published number each: the sum of their squares is what a calibration makes small. */
export function residualsOf(moments: readonly WeighedMoment[], means: Measures): number[] {
  return moments.map(({ moment, weight }) => {
    const value = means[moment.part.measure] ?? Number.NaN;
    return Math.sqrt(weight) * robustResidual(deviation(value, moment));
  });
}

/** Each measure's mean over the histories in which it has a value: the simulated moments. */
export function meansOf(histories: readonly Measures[]): Measures {
  const names = new Set(histories.flatMap((measures) => Object.keys(measures)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = histories.flatMap((measures) => {
        const value = measures[name];
        return value === undefined || Number.isNaN(value) ? [] : [value];
      });
      return [name, values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}
