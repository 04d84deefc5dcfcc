import { studentTwoSidedPValue } from "../../numerics/studentT.ts";

/** A number over several histories. */
export interface Spread {
  /** Of the histories in which it is finite; NaN where there is none. */
  readonly mean: number;
  /** Standard deviation over these histories, n − 1 in the denominator; NaN below two. */
  readonly sd: number;
  /** Histories in which it is finite. */
  readonly histories: number;
}

export function spreadOf(all: readonly (number | null | undefined)[]): Spread {
  const values = all.flatMap((value) => (typeof value === "number" && Number.isFinite(value) ? [value] : []));
  const histories = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / histories;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = histories < 2 ? Number.NaN : Math.sqrt(squares / (histories - 1));
  return { mean, sd, histories };
}

/**
 * Whether a printed estimate can hardly be one more history of the same world: (printed − mean) / √(s² + sd²/n) against Student's t with
 * n − 1 degrees of freedom, at 5 %. s is the sd over histories, which has sampling error in it already, or the printed
 * standard error where that is larger, as it is for variables that the paper saw less sharply. Null below three histories or
 * without spread.
 */
export function isOutside(
  printed: { readonly estimate: number; readonly stdError: number },
  { mean, sd, histories }: Spread,
): boolean | null {
  if (histories < 3 || !(sd > 0)) return null;
  const own = Math.max(sd, Number.isNaN(printed.stdError) ? 0 : printed.stdError);
  const distance = (printed.estimate - mean) / Math.sqrt(own ** 2 + sd ** 2 / histories);
  return studentTwoSidedPValue(distance, histories - 1) < 0.05;
}
