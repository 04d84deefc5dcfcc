import type { ClusterHistory } from "../simulateClusters.ts";
import { codeOf, recorded } from "./outcomes.ts";

/** Classes of the cost options, by what the propositions order. */
export const costClasses: Readonly<Record<string, readonly string[]>> = {
  materials: ["outsourceMaterials"],
  processing: ["outsourceProcessing"],
  selectiveOutsourcing: ["outsourceMaterials", "outsourceProcessing"],
  replicativeOutsourcing: ["outsourceReplicative"],
  captive: ["captiveSelective", "captiveReplicative"],
};

/** Year in which each proactive firm that competes by cost first took a mode of the class; Infinity where never. */
export function firstYears(history: ClusterHistory, modes: readonly string[]): Float64Array {
  const { years } = history;
  const codes = modes.map((mode) => codeOf(history, "mode", mode));
  const mode = recorded(history, "mode").values;
  const proactive = recorded(history, "proactive").values;
  const strategy = recorded(history, "strategy").values;
  const cost = codeOf(history, "strategy", "cost");
  const first: number[] = [];
  for (let firm = 0; firm < history.rows / years; firm++) {
    const start = firm * years;
    if (proactive[start] === 0 || strategy[start] !== cost) continue;
    let year = 0;
    while (year < years && !codes.includes(mode[start + year])) year++;
    first.push(year < years ? year + 1 : Number.POSITIVE_INFINITY);
  }
  return Float64Array.from(first);
}

/** Share of those firms that ever took a mode of the class. */
export function adoptionShare(history: ClusterHistory, modes: readonly string[]): number {
  const first = firstYears(history, modes);
  return first.filter(Number.isFinite).length / first.length;
}

/** Among firms that took both, the shares that took the one and the other first; NaN where none took both. */
export function whichFirst(
  history: ClusterHistory,
  one: readonly string[],
  other: readonly string[],
): readonly [number, number] {
  const ofOne = firstYears(history, one);
  const ofOther = firstYears(history, other);
  let oneFirst = 0;
  let both = 0;
  ofOne.forEach((year, firm) => {
    if (!Number.isFinite(year) || !Number.isFinite(ofOther[firm])) return;
    both += 1;
    if (year < ofOther[firm]) oneFirst += 1;
  });
  return [oneFirst / both, 1 - oneFirst / both];
}
