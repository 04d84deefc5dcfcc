import { exp } from "../../numerics/elementary.ts";
import type { Objective } from "../numerics/newton.ts";
import type { RowGroups } from "../splitDesign/groupRows.ts";
import type { SplitDesign } from "../splitDesign/splitDesign.ts";
import type { PairedNodes } from "./pairedNodes.ts";
import { createQuadratureGroups } from "./quadratureGroups.ts";

/** Whether groups differ in their outcomes alone: no regressor but an intercept, and no offset. */
export function groupsRepeat(design: SplitDesign, offset: Float64Array | null): boolean {
  return offset === null && design.slotOfTerm.length === (design.interceptTerm < 0 ? 0 : 1);
}

/**
 * `quadratureLikelihood` where `groupsRepeat`: groups with as many rows and as many ones have the same likelihood, which
 * is evaluated once and counted as often as there are such groups. There are few: a null model costs next to nothing.
 */
export function likelihoodOfRepeatedGroups(
  design: SplitDesign,
  signs: Float64Array,
  terms: Int32Array,
  rule: PairedNodes,
): Objective & { readonly value: (point: Float64Array) => number } {
  const { start, largest } = design.rowGroups;
  const repeated = distinctGroups(design.rowGroups, signs);
  const index = new Float64Array(signs.length);
  const modes = new Float64Array(repeated.length);
  const groups = createQuadratureGroups(signs, index, largest, rule);
  const { rowScore, rowCross, within, lnSigma } = groups.moments;
  const k = terms.length;
  const width = k + 1;

  const evaluate = (point: Float64Array, gradient: Float64Array, hessian: Float64Array): number => {
    gradient.fill(0);
    hessian.fill(0);
    return sum(point, (count, size) => {
      gradient[k] += count * lnSigma[0];
      hessian[k * width + k] += count * lnSigma[1];
      if (k === 0) return;
      for (let t = 0; t < size; t++) {
        gradient[0] += count * rowScore[t];
        hessian[width] += count * rowCross[t];
      }
      for (let pair = 0; pair < size * size; pair++) hessian[0] += count * within[pair];
    });
  };
  const sum = (point: Float64Array, add: ((count: number, size: number) => void) | null): number => {
    index.fill(k === 0 ? 0 : point[0]);
    const sigma = exp(point[k]);
    let value = 0;
    repeated.forEach(({ group, count }, at) => {
      const size = start[group + 1] - start[group];
      value += count * groups.evaluate(at, start[group], size, sigma, modes, add !== null);
      add?.(count, size);
    });
    return value;
  };
  return { parameters: width, evaluate, value: (point) => sum(point, null) };
}

/** The first group of each kind, and how many there are of it. */
function distinctGroups(
  { groups, start, largest }: RowGroups,
  signs: Float64Array,
): { readonly group: number; count: number }[] {
  const kinds = new Map<number, { readonly group: number; count: number }>();
  for (let group = 0; group < groups; group++) {
    let ones = 0;
    for (let p = start[group]; p < start[group + 1]; p++) if (signs[p] > 0) ones++;
    const kind = (start[group + 1] - start[group]) * (largest + 1) + ones;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { group, count: 1 });
    else known.count++;
  }
  return [...kinds.values()];
}
