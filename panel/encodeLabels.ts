import { phrase } from "../scenarios/phrase.ts";
import { tooManyLevels } from "./invalidTable.ts";
import { LabelCodes, NO_LABEL } from "./labelCodes.ts";
import { type LabelCodeArray, labelCodeArray, missingCode } from "./table.ts";

/**
 * A list of labels as codes and levels, ready for `tableFromColumns`; null is a missing cell. Levels stand in the
 * order of `declared`, then of first appearance. More than 16 million of them is an `InvalidTable` ("too-many-levels")
 * that names `column`.
 */
export function encodeLabels(
  column: string,
  labels: readonly (string | null)[],
  declared: readonly string[] = [],
): { name: string; values: LabelCodeArray; levels: string[] } {
  const labelCodes = new LabelCodes(declared);
  const collected = Int32Array.from(labels, (label, index) => {
    const code = label === null ? NO_LABEL : labelCodes.codeOf(label);
    if (code === null) throw tooManyLevels(column, phrase`one more at index ${index}`);
    return code;
  });
  const values = labelCodeArray(labels.length, labelCodes.count);
  const missing = missingCode(values);
  for (let index = 0; index < values.length; index++) {
    values[index] = collected[index] === NO_LABEL ? missing : collected[index];
  }
  return { name: column, values, levels: labelCodes.labels };
}
