import type { Figure } from "./figure.ts";

/** Height of a figure's canvas in type sizes: a row of names needs room for its marks, other figures have a fixed height. */
export function figureHeight({ y, marks, strip }: Figure): number {
  if (strip) return 9;
  if (!y.categories) return 20;
  const methods = marks.filter(({ kind }) => kind === "intervals").length;
  return 5 + y.categories.length * Math.max(2.6, 1 + methods * 1.1);
}
