import type { DesignOfVerdict } from "../design.ts";
import { averagePartialEffectName } from "../estimands.ts";
import type { Measure } from "../measuresOfMoments.ts";
import type { EstimandSummary, StudySummary } from "../summary.ts";
import { judgeEffect, judgePlacebo, type Label, type PlaceboLabel, type ShareWithLimits } from "./judge.ts";
import { limitsOf, limitsOfMisses } from "./limits.ts";

/** What a method that is to find the effect may be trusted with in one cell. */
export interface EffectVerdict {
  readonly cell: number;
  readonly method: string;
  readonly label: Label;
  readonly valid: number;
  readonly replications: number;
  /** How often it rejects that there is no effect; null where it has no estimate. */
  readonly rejection: ShareWithLimits | null;
  /** How often its interval misses the true average partial effect; null where it estimates none. */
  readonly misses: ShareWithLimits | null;
  /** Of the average partial effect; null where it estimates none. */
  readonly bias: Measure | null;
}

/** What a placebo says in one cell. */
export interface PlaceboVerdict {
  readonly cell: number;
  readonly method: string;
  readonly term: string;
  readonly label: PlaceboLabel;
  readonly valid: number;
  readonly replications: number;
  readonly rejection: ShareWithLimits | null;
}

/** Over all cells: the worst label, and the cells of each. */
export interface MethodVerdict {
  readonly method: string;
  readonly label: Label;
  readonly cells: Readonly<Partial<Record<Label, readonly number[]>>>;
}

/** Cells × methods, each labelled by the rules of `judge.ts`. */
export interface Verdict {
  readonly effect: string;
  readonly alpha: number;
  readonly replications: number;
  /** `truth`: average partial effect by intervention, mean over the replications; NaN where no method tells it. */
  readonly worlds: readonly {
    readonly cell: number;
    readonly world: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly truth: number;
  }[];
  readonly specifications: readonly EffectVerdict[];
  /** Methods that test for the effect and estimate none. */
  readonly tests: readonly EffectVerdict[];
  readonly placebos: readonly PlaceboVerdict[];
  readonly overall: readonly MethodVerdict[];
}

/** The worst first. */
const ORDER: readonly Label[] = [
  "wrongSign",
  "sizeDistorted",
  "powerless",
  "noEstimate",
  "undecided",
  "identified",
];

/**
 * The verdict of a study: which of its methods can tell the effect from what looks like it.
 *
 * @param summary of the study, its `bounds` and `estimate` in every cell.
 */
export function verdictOf(
  { effect, placebos = {}, tests = [] }: DesignOfVerdict,
  { alpha, cells, methods, estimands, replications }: Omit<StudySummary, "verdict">,
): Verdict {
  const partial = averagePartialEffectName(effect);
  const summaries = new Map(
    estimands.map((each) => [keyOf(each.cell, each.method, each.estimand), each] as const),
  );
  const find = (cell: number, method: string, term: string) => summaries.get(keyOf(cell, method, term));
  const truths = truthsOf(estimands, partial);
  const judged: EffectVerdict[] = [];
  const warnings: PlaceboVerdict[] = [];
  for (const { cell, method, replications: count } of methods) {
    const term = Object.hasOwn(placebos, method) ? placebos[method] : undefined;
    if (term !== undefined) {
      const found = find(cell, method, term);
      const rejection = found === undefined ? null : limitsOf(found.bounds.rejection, count);
      const label = judgePlacebo(rejection, alpha);
      warnings.push({ cell, method, term, label, valid: found?.valid ?? 0, replications: count, rejection });
      continue;
    }
    const found = find(cell, method, effect);
    const average = tests.includes(method) ? undefined : find(cell, method, partial);
    const known = average !== undefined && !Number.isNaN(average.truth);
    const rejection = found === undefined ? null : limitsOf(found.bounds.rejection, count);
    const misses = known ? limitsOfMisses(average.bounds.coverage, count) : null;
    const estimate = found?.estimate ?? { value: Number.NaN, mcse: Number.NaN };
    judged.push({
      cell,
      method,
      label: judgeEffect({ truth: truths.get(cell) ?? Number.NaN, rejection, misses, estimate, alpha }),
      valid: found?.valid ?? 0,
      replications: count,
      rejection,
      misses,
      bias: known ? biasOf(average) : null,
    });
  }
  return {
    effect,
    alpha,
    replications,
    worlds: cells.map(({ world, values }, cell) => ({
      cell,
      world,
      values,
      truth: truths.get(cell) ?? Number.NaN,
    })),
    specifications: judged.filter(({ method }) => !tests.includes(method)),
    tests: judged.filter(({ method }) => tests.includes(method)),
    placebos: warnings,
    overall: overallOf(judged),
  };
}

/** By cell: what is true of the world, whichever of its methods tells it. */
function truthsOf(estimands: readonly EstimandSummary[], partial: string): Map<number, number> {
  const truths = new Map<number, number>();
  for (const { cell, estimand, truth } of estimands) {
    if (estimand === partial && !Number.isNaN(truth) && !truths.has(cell)) truths.set(cell, truth);
  }
  return truths;
}

/** The standard error is the measure's where the design asks for it, else that of the estimates. */
function biasOf({ truth, estimate, measures }: EstimandSummary): Measure {
  return measures.bias ?? { value: estimate.value - truth, mcse: estimate.mcse };
}

function overallOf(judged: readonly EffectVerdict[]): MethodVerdict[] {
  return [...new Set(judged.map(({ method }) => method))].map((method) => {
    const cells: Partial<Record<Label, number[]>> = {};
    for (const each of judged) {
      if (each.method !== method) continue;
      const of = cells[each.label] ?? [];
      of.push(each.cell);
      cells[each.label] = of;
    }
    return { method, label: ORDER.find((label) => cells[label] !== undefined) ?? "undecided", cells };
  });
}

function keyOf(cell: number, method: string, term: string): string {
  return [cell, method, term].join("\u001f");
}
