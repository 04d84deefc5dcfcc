import { type LabelCodeArray, labelCodeArray, missingCode } from "../../panel/table.ts";
import { printNumber } from "./printNumber.ts";
import { type LabelValues, MISSING_LOGICAL, type NumberValues, type Values } from "./values.ts";

/** A factor with the levels that occur in a sample. */
export interface SampleFactor {
  readonly codes: LabelCodeArray;
  readonly levels: readonly string[];
  /** Levels that no row of the sample has. */
  readonly emptyLevels: readonly string[];
}

/** A missing cell among codes that are not those of a column yet. */
const MISSING = -1;

/** R's `factor(x)`: numbers as labels, from small to large. */
export function factorOfNumbers(operand: NumberValues): LabelValues {
  const { values } = operand;
  const occurring = new Map<number, number>();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    let code = Number.isNaN(values[row]) ? MISSING : occurring.get(values[row]);
    if (code === undefined) {
      code = occurring.size;
      occurring.set(values[row], code);
    }
    codes[row] = code;
  }
  const ascending = [...occurring.keys()].sort((a, b) => a - b);
  const asIntegers = operand.asRecorded && ascending.every(Number.isInteger);
  const labels = ascending.map(asIntegers ? (value) => String(value || 0) : printNumber);
  // Numbers that R prints alike in 15 digits are one level.
  const levels = [...new Set(labels)];
  const codeOfLabel = new Map(levels.map((level, code) => [level, code]));
  const newCode = new Int32Array(occurring.size);
  for (const [index, value] of ascending.entries()) {
    newCode[occurring.get(value) ?? 0] = codeOfLabel.get(labels[index]) ?? 0;
  }
  return { kind: "label", codes: recoded(codes, MISSING, newCode, levels.length), levels, ordered: true };
}

/** The codes of a column of `levels` labels, where `missing` and what `newCode` takes for it mark a missing cell. */
function recoded(
  codes: ArrayLike<number>,
  missing: number,
  newCode: ArrayLike<number>,
  levels: number,
): LabelCodeArray {
  const result = labelCodeArray(codes.length, levels);
  const missingInResult = missingCode(result);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] === missing ? MISSING : newCode[codes[row]];
    result[row] = code === MISSING ? missingInResult : code;
  }
  return result;
}

/** Values as labels. */
export function factorOf(values: Values): LabelValues {
  if (values.kind === "label") return values;
  if (values.kind === "number") return factorOfNumbers(values);
  const codes = recoded(values.values, MISSING_LOGICAL, [0, 1], 2);
  return { kind: "label", codes, levels: ["FALSE", "TRUE"], ordered: true };
}

/** R's `factor(x, levels = …)`: the levels in the order asked for, other labels missing. */
export function withLevels(labels: LabelValues, levels: readonly string[]): LabelValues {
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const newCode = labels.levels.map((level) => codeOf.get(level) ?? MISSING);
  const codes = recoded(labels.codes, missingCode(labels.codes), newCode, levels.length);
  return { kind: "label", codes, levels, ordered: true };
}

/**
 * The levels that occur, as R's `glm` keeps them: in their order when that means something, else by character code (R in
 * the C locale). The codes must not be missing.
 */
export function occurringLevels(labels: LabelValues): SampleFactor {
  const { codes, levels } = labels;
  const occurs = new Uint8Array(levels.length);
  for (let row = 0; row < codes.length; row++) occurs[codes[row]] = 1;
  const order = Array.from(levels.keys()).filter((code) => occurs[code] === 1);
  if (!labels.ordered) order.sort((a, b) => (levels[a] < levels[b] ? -1 : 1));
  const newCode = new Int32Array(levels.length);
  for (const [index, code] of order.entries()) newCode[code] = index;
  return {
    codes: recoded(codes, missingCode(codes), newCode, order.length),
    levels: order.map((code) => levels[code]),
    emptyLevels: levels.filter((_, code) => occurs[code] === 0),
  };
}
