import { tooManyLevels } from "./invalidTable.ts";
import { LabelCodes } from "./labelCodes.ts";
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
  const labelCodes = new LabelCodes(declared);
  const values = Uint16Array.from(labels, (label, index) => {
    const code = label === null ? MISSING_CODE : labelCodes.codeOf(label);
    if (code === null) throw tooManyLevels(column, `one more at index ${index}`);
    return code;
  });
  return { name: column, values, levels: labelCodes.labels };
}
