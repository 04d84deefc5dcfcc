import { countOf, type PowerPoint } from "./powerCounts.ts";
import { between, fitPowerCurve, type PowerScale } from "./powerCurve.ts";

/** What is searched, and where. */
export interface SearchRange {
  readonly from: number;
  readonly to: number;
  /** Smallest and largest value that may be tried when the range must grow; `from` and `to` where it may not. */
  readonly least: number;
  readonly most: number;
  readonly scale: PowerScale;
  readonly whole: boolean;
  readonly target: number;
}

/** Values to try next; none when the search is over. */
export interface NextValues {
  readonly why: "grid" | "extend" | "refine";
  readonly values: readonly number[];
}

const COARSE = 4;
const EXTENSIONS = 3;
const REFINEMENTS = 2;
/** Where the curve is bent by an answer's neighbours: powers on both sides of the target. */
const SIDES = 0.12;
/** Of the range tried: nearer to a tried value, another tells nothing new. */
const NEAR = 0.01;

/**
 * The next batch of a search: a coarse grid evenly spaced on the scale; where the target is not inside it, further values
 * outside (four times as large, or a quarter); then twice three values where they matter: the answer by the curve so far, and
 * where the curve is 0.12 below and above the target. It depends on the points alone, so a search can be repeated from them.
 *
 * @param points tried so far, in the order of their values.
 * @param batches how many of each kind have been tried.
 */
export function nextValues(
  range: SearchRange,
  points: readonly PowerPoint[],
  batches: Readonly<Record<NextValues["why"], number>>,
): NextValues | null {
  if (batches.grid === 0) return { why: "grid", values: distinct(range, [], coarse(range)) };
  const counts = points.map(countOf);
  const isotonic = fitPowerCurve(counts, range.scale, "isotonic");
  const first = points[0]?.value ?? range.from;
  const last = points.at(-1)?.value ?? range.to;
  const answer = isotonic.valueAt(range.target);
  if (!Number.isFinite(answer)) {
    const beyond = answer > 0 ? Math.min(range.most, last * 4) : Math.max(range.least, first / 4);
    const edge = answer > 0 ? last : first;
    const values = distinct(range, points, [between(edge, beyond, 0.5, range.scale), beyond]);
    if (batches.extend >= EXTENSIONS || beyond === edge || values.length === 0) return null;
    return { why: "extend", values };
  }
  if (batches.refine >= REFINEMENTS) return null;
  const curve = fitPowerCurve(counts, range.scale);
  const { target } = range;
  const wanted = [
    target,
    Math.max(target - SIDES, target / 2),
    Math.min(target + SIDES, (1 + target) / 2),
  ].map((power) => {
    const value = curve.valueAt(power);
    return Math.min(last, Math.max(first, Number.isFinite(value) ? value : answer));
  });
  const values = distinct(range, points, wanted).filter((value) =>
    points.every((tried) => Math.abs(tried.value - value) > NEAR * (last - first)),
  );
  return values.length === 0 ? null : { why: "refine", values };
}

function coarse({ from, to, scale }: SearchRange): number[] {
  return Array.from({ length: COARSE }, (_, at) => between(from, to, at / (COARSE - 1), scale));
}

/** Whole or three digits, each once, those tried already left out, in their order. */
function distinct(range: SearchRange, points: readonly PowerPoint[], values: readonly number[]): number[] {
  const tried = new Set(points.map(({ value }) => value));
  const rounded = values.map((value) => roundedValue(value, range.whole));
  return [...new Set(rounded)].filter((value) => !tried.has(value)).sort((a, b) => a - b);
}

/** As a value is tried and printed: whole, or of three significant digits. */
export function roundedValue(value: number, whole: boolean): number {
  return whole ? Math.round(value) : Number(value.toPrecision(3));
}
