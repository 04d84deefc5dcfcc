import { tooManyLevels } from "./invalidTable.ts";
import { MISSING_CODE } from "./table.ts";

/**
 * A list of labels as codes and levels, ready for `tableFromColumns`; null is a missing cell. Levels stand in the
 * order of `declared`, then of first appearance. More than 65,535 of them is an `InvalidTable` ("too-many-levels")
 * that names `column`.
 */
export function encodeLabels(
  column: string,
  labels: readonly (string | null)[],
  declared: readonly string[] = [],
): { name: string; values: Uint16Array; levels: string[] } {
  const codeOf = new Map<string, number>(declared.map((level, code) => [level, code]));
  const values = new Uint16Array(labels.length);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (label === null) {
      values[row] = MISSING_CODE;
      continue;
    }
    let code = codeOf.get(label);
    if (code === undefined) {
      code = codeOf.size;
      if (code >= MISSING_CODE) throw tooManyLevels(column, `more labels by index ${row}`);
      codeOf.set(label, code);
    }
    values[row] = code;
  }
  return { name: column, values, levels: [...codeOf.keys()] };
}
