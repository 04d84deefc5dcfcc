import { exp } from "../../numerics/elementary.ts";
import {
  BY_A,
  BY_AA,
  BY_S,
  BY_SA,
  BY_SS,
  BY_SZ,
  BY_Z,
  BY_ZA,
  BY_ZZ,
  type DependenceModel,
  PLACES,
  VALUE,
} from "./dependenceModel.ts";
import { EVENT, type JointRows, NOT_SELECTED } from "./jointRows.ts";

/** Which likelihood of the rows: parameters are γ, β, ln p (unless held), a (unless held), all of standardised columns. */
export interface JointModel {
  readonly dependenceAt: (a: number) => DependenceModel;
  /** p = 1 held: exponential durations. */
  readonly exponential: boolean;
  /** The value at which a = atanh of the dependence is held, or null when it is a parameter. */
  readonly heldDependence: number | null;
}

/**
 * One row's log-likelihood and its derivatives by the selection index (S), the duration index x'β (D), ln p (P) and a (A).
 */
export interface RowContribution {
  value: number;
  readonly first: { s: number; d: number; p: number; a: number };
  readonly second: {
    ss: number;
    sd: number;
    dd: number;
    sp: number;
    dp: number;
    pp: number;
    sa: number;
    da: number;
    pa: number;
    aa: number;
  };
}

export function parametersOf({ selectionTerms, durationTerms }: JointRows, model: JointModel): number {
  return (
    selectionTerms + durationTerms + (model.exponential ? 0 : 1) + (model.heldDependence === null ? 1 : 0)
  );
}

/**
 * Contributions of the rows at `point`, each written over the one before. With z = p(x'β + ln t) and G(η, z, a) of the
 * dependence, a selected row has [event](ln p + z − ln t) + G; the −u of the Weibull density is in G.
 */
export function contributionsAt(
  rows: JointRows,
  model: JointModel,
  point: Float64Array,
): (row: number) => RowContribution {
  const { start, middle, position, value: cell, state, logTime } = rows;
  const further = rows.selectionTerms + rows.durationTerms;
  const lnShape = model.exponential ? 0 : point[further];
  const shape = exp(lnShape);
  const dependence = model.dependenceAt(model.heldDependence ?? point[further + (model.exponential ? 0 : 1)]);
  const g = new Float64Array(PLACES);
  const first = { s: 0, d: 0, p: 0, a: 0 };
  const second = { ss: 0, sd: 0, dd: 0, sp: 0, dp: 0, pp: 0, sa: 0, da: 0, pa: 0, aa: 0 };
  const result: RowContribution = { value: 0, first, second };

  return (row) => {
    let index = 0;
    for (let c = start[row]; c < middle[row]; c++) index += cell[c] * point[position[c]];
    if (state[row] === NOT_SELECTED) {
      // The other derivatives have no cells to go to; those by ln p and a are 0.
      g.fill(0);
      dependence.notSelected(index, g);
      result.value = g[VALUE];
      first.s = g[BY_S];
      second.ss = g[BY_SS];
      first.d = first.p = first.a = 0;
      second.pp = second.pa = second.aa = second.sp = second.sa = 0;
      return result;
    }
    let level = logTime[row];
    for (let c = middle[row]; c < start[row + 1]; c++) level += cell[c] * point[position[c]];
    const z = shape * level;
    const failed = state[row] === EVENT ? 1 : 0;
    if (failed === 1) dependence.event(index, z, g);
    else dependence.censored(index, z, g);
    const byZ = failed + g[BY_Z];
    const byZTwice = byZ + z * g[BY_ZZ];
    result.value = g[VALUE] + failed * (lnShape + z - logTime[row]);
    first.s = g[BY_S];
    first.d = shape * byZ;
    first.p = failed + z * byZ;
    first.a = g[BY_A];
    second.ss = g[BY_SS];
    second.sd = shape * g[BY_SZ];
    second.dd = shape * shape * g[BY_ZZ];
    second.sp = z * g[BY_SZ];
    second.dp = shape * byZTwice;
    second.pp = z * byZTwice;
    second.sa = g[BY_SA];
    second.da = shape * g[BY_ZA];
    second.pa = z * g[BY_ZA];
    second.aa = g[BY_AA];
    return result;
  };
}
