import type { ResolvedDesign } from "../cells.ts";
import { type Share, shareOf } from "../measuresOfMoments.ts";
import type { RowSource } from "../rowSource.ts";
import { answerInterval } from "./answerInterval.ts";
import { pointOfRows } from "./pointOfRows.ts";
import { countOf, fallsOfPower, type PowerPoint } from "./powerCounts.ts";
import { between, fitPowerCurve, type PowerCurve } from "./powerCurve.ts";
import type { PowerRequest } from "./powerRequest.ts";
import { nextValues, roundedValue } from "./powerSearch.ts";
import { type SizeOfTest, sizeOfTest } from "./sizeOfTest.ts";
import { nullsDesign, onFreshSeeds, valuesDesign } from "./stageDesigns.ts";

/** Runs all replications of a study and gives their rows; `name` is that of the stage, and of its folder. */
export type RunStage = (name: string, design: ResolvedDesign) => Promise<RowSource>;

/** A value that was tried, with what the monotone curve says of it. */
export interface TriedValue {
  /** As the parameter takes it. */
  readonly value: number;
  readonly replications: number;
  readonly failed: number;
  readonly found: number;
  /** Share of all replications in which the test rejects: who gets no estimate finds nothing. 95 % Wilson limits. */
  readonly power: Share;
  /** By the curve; NaN before there is one. */
  readonly fitted: number;
  /** Share of the rejections with a positive estimate. */
  readonly positive: number;
  readonly estimate: number;
  readonly stdError: number;
  readonly truth: number;
}

export interface PowerAnswer {
  /** Whole where the parameter is, and then the next one above the curve's. */
  readonly value: number;
  /** 95 %, by a bootstrap over replications; null where it leaves what was tried. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface PowerResult {
  readonly solve: string;
  readonly parameter: string;
  readonly unit: string;
  readonly kind: "size" | "effect";
  readonly target: number;
  readonly alpha: number;
  readonly method: string;
  readonly estimand: string;
  readonly replications: number;
  readonly seed: string;
  /** Before any power. */
  readonly size: readonly SizeOfTest[];
  /** In their order. */
  readonly tried: readonly TriedValue[];
  readonly curve: PowerCurve["kind"];
  /** Null where no tried value, or the first already, has the target power. */
  readonly answer: PowerAnswer | null;
  readonly outcome: "found" | "notReached" | "belowRange";
  /** Between which values the power falls. */
  readonly falls: readonly { readonly from: number; readonly to: number }[];
  /** At the answer on other random numbers; null without an answer, or where none was asked for. */
  readonly confirmation: TriedValue | null;
  /** Size there, of as many fresh replications. */
  readonly sizeAtAnswer: readonly SizeOfTest[];
}

/**
 * A power study: the size of the test first, then a search for the smallest value with the target power, then the answer again
 * on fresh seeds, with the size there.
 */
export async function powerStudy(request: PowerRequest, run: RunStage): Promise<PowerResult> {
  const { quantity, target, estimand, method, confirm } = request;
  const { replications, seed, alpha } = request.design.design;
  const size = await sizes(request, run, "size", sizeValue(request), null);
  const points = await search(request, run);
  const curve = fitPowerCurve(points.map(countOf), quantity.range.scale);
  const crossing = fitPowerCurve(points.map(countOf), quantity.range.scale, "isotonic").valueAt(target);
  const answer = Number.isFinite(crossing) ? answerOf(request, points, curve) : null;
  const signed = (value: number) => (value === 0 ? 0 : quantity.sign * value);
  const tried = (point: PowerPoint): TriedValue => ({
    ...triedValue(point),
    value: signed(point.value),
    fitted: curve.powerAt(point.value),
  });
  const confirmed = answer === null || confirm === 0 ? null : await confirmation(request, run, answer.value);
  const sizeAtAnswer =
    answer === null || confirm === 0 || quantity.kind === "effect"
      ? []
      : await sizes(request, run, "size-at-answer", answer.value, confirm);
  return {
    solve: quantity.name,
    parameter: quantity.parameter,
    unit: quantity.unit,
    kind: quantity.kind,
    target,
    alpha,
    method,
    estimand,
    replications,
    seed,
    size,
    tried: points.map(tried),
    curve: curve.kind,
    answer: answer === null ? null : { ...answer, value: signed(answer.value) },
    outcome: answer !== null ? "found" : crossing > 0 ? "notReached" : "belowRange",
    falls: fallsOfPower(points).map(({ from, to }) => ({ from: signed(from), to: signed(to) })),
    confirmation: confirmed === null ? null : tried(confirmed),
    sizeAtAnswer,
  };
}

/** The design's own size where the range holds it, else the middle; null for an effect. */
function sizeValue({ quantity: { kind, own, range } }: PowerRequest): number | null {
  if (kind === "effect") return null;
  if (own >= range.from && own <= range.to) return own;
  return roundedValue(between(range.from, range.to, 0.5, range.scale), range.whole);
}

async function sizes(
  request: PowerRequest,
  run: RunStage,
  name: string,
  value: number | null,
  fresh: number | null,
): Promise<SizeOfTest[]> {
  const { nulls, estimand, design } = request;
  const { alpha } = design.design;
  const whole = nullsDesign(request, nulls, value);
  const stage = fresh === null ? whole : onFreshSeeds(whole, fresh);
  const rows = await run(name, stage);
  return nulls.map(({ name, set }, cell) => {
    const point = pointOfRows(rows.replicationsOf(cell), { value: value ?? 0, estimand, alpha });
    return sizeOfTest(point, { null: name, set, value }, alpha);
  });
}

async function search(request: PowerRequest, run: RunStage): Promise<PowerPoint[]> {
  const { quantity, target, estimand, design } = request;
  const range = { ...quantity.range, target };
  const points: PowerPoint[] = [];
  const batches = { grid: 0, extend: 0, refine: 0 };
  for (;;) {
    const next = nextValues(range, points, batches);
    if (next === null) return points;
    const name = `${next.why}-${++batches[next.why]}`;
    const rows = await run(name, valuesDesign(request, next.values));
    for (const [cell, value] of next.values.entries()) {
      points.push(pointOfRows(rows.replicationsOf(cell), { value, estimand, alpha: design.design.alpha }));
    }
    points.sort((a, b) => a.value - b.value);
  }
}

function answerOf(
  { quantity, target, design }: PowerRequest,
  points: readonly PowerPoint[],
  curve: PowerCurve,
): PowerAnswer {
  const { scale, whole } = quantity.range;
  const exact = curve.valueAt(target);
  const { low, high } = answerInterval(points, { target, scale, seed: design.design.seed });
  const limit = (value: number, rounded: (value: number) => number) =>
    Number.isFinite(value) ? (whole ? rounded(value) : value) : null;
  return {
    value: whole ? Math.ceil(exact) : roundedValue(exact, false),
    low: limit(low, Math.floor),
    high: limit(high, Math.ceil),
  };
}

async function confirmation(request: PowerRequest, run: RunStage, value: number): Promise<PowerPoint> {
  const { estimand, design, confirm } = request;
  const rows = await run("confirmation", onFreshSeeds(valuesDesign(request, [value]), confirm));
  return pointOfRows(rows.replicationsOf(0), { value, estimand, alpha: design.design.alpha });
}

function triedValue(point: PowerPoint): Omit<TriedValue, "fitted"> {
  const { found, total } = countOf(point);
  const { value, failed, positive, estimate, stdError, truth } = point;
  return {
    value,
    replications: total,
    failed,
    found,
    power: shareOf(found, total),
    positive,
    estimate,
    stdError,
    truth,
  };
}
