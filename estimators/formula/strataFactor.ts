import { type LabelCodeArray, labelCodeArray } from "../../panel/table.ts";
import type { LabelValues } from "./values.ts";

/** One argument of `strata()` in the rows of the sample. */
export interface StrataArgument {
  readonly name: string;
  readonly codes: LabelCodeArray;
  readonly levels: readonly string[];
  /** Whether its levels are labels of their own, not numbers or logicals. */
  readonly labelled: boolean;
}

/**
 * The combinations that occur, as one factor with the labels of `survival::strata`: `sex=1, inst=3`, or the labels alone
 * when all arguments have them. The first argument varies slowest.
 */
export function strataFactor(list: readonly StrataArgument[]): LabelValues {
  const short = list.every(({ labelled }) => labelled);
  const shown = list.map(({ name, levels }, position) => {
    const labels = short ? levels : levels.map((level) => `${name}=${level}`);
    // As R pads: every argument but the first.
    const width = short || position === 0 ? 0 : Math.max(...labels.map((label) => label.length));
    return labels.map((label) => label.padEnd(width));
  });

  const rows = list[0].codes.length;
  const cells = new Float64Array(rows);
  for (const { codes, levels } of list) {
    for (let row = 0; row < rows; row++) cells[row] = cells[row] * levels.length + codes[row];
  }
  const occurring = [...new Set(cells)].sort((a, b) => a - b);
  const codeOf = new Map(occurring.map((cell, code) => [cell, code]));
  const stratum = labelCodeArray(rows, occurring.length);
  for (let row = 0; row < rows; row++) stratum[row] = codeOf.get(cells[row]) ?? 0;
  return {
    kind: "label",
    codes: stratum,
    levels: occurring.map((cell) => {
      const labels: string[] = [];
      let rest = cell;
      for (let position = list.length - 1; position >= 0; position--) {
        const count = list[position].levels.length;
        labels.unshift(shown[position][rest % count]);
        rest = Math.floor(rest / count);
      }
      return labels.join(", ");
    }),
    ordered: true,
  };
}
