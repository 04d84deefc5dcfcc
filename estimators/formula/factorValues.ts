import { MISSING_CODE } from "../../panel/table.ts";
import { printNumber } from "./printNumber.ts";
import { type LabelValues, MISSING_LOGICAL, type NumberValues, type Values } from "./values.ts";

/** A factor with the levels that occur in a sample. */
export interface SampleFactor {
  readonly codes: Uint16Array;
  readonly levels: readonly string[];
  /** Levels that no row of the sample has. */
  readonly emptyLevels: readonly string[];
}

/**
 * R's `factor(x)`: numbers as labels, from small to large; null when they are more than codes of 16 bits can number.
 */
export function factorOfNumbers(operand: NumberValues): LabelValues | null {
  const { values } = operand;
  const occurring = new Map<number, number>();
  const codes = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    let code = Number.isNaN(values[row]) ? MISSING_CODE : occurring.get(values[row]);
    if (code === undefined) {
      code = occurring.size;
      if (code === MISSING_CODE) return null;
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
  const newCode = new Uint16Array(occurring.size);
  for (const [index, value] of ascending.entries()) {
    newCode[occurring.get(value) ?? 0] = codeOfLabel.get(labels[index]) ?? 0;
  }
  return { kind: "label", codes: recoded(codes, newCode), levels, ordered: true };
}

function recoded(codes: Uint16Array, newCode: ArrayLike<number>): Uint16Array {
  const result = new Uint16Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    result[row] = codes[row] === MISSING_CODE ? MISSING_CODE : newCode[codes[row]];
  }
  return result;
}

/** Values as labels; null when they are too many. */
export function factorOf(values: Values): LabelValues | null {
  if (values.kind === "label") return values;
  if (values.kind === "number") return factorOfNumbers(values);
  const codes = Uint16Array.from(values.values, (value) =>
    value === MISSING_LOGICAL ? MISSING_CODE : value,
  );
  return { kind: "label", codes, levels: ["FALSE", "TRUE"], ordered: true };
}

/** R's `factor(x, levels = …)`: the levels in the order asked for, other labels missing. */
export function withLevels(labels: LabelValues, levels: readonly string[]): LabelValues {
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const newCode = labels.levels.map((level) => codeOf.get(level) ?? MISSING_CODE);
  return { kind: "label", codes: recoded(labels.codes, newCode), levels, ordered: true };
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
  const newCode = new Uint16Array(levels.length);
  for (const [index, code] of order.entries()) newCode[code] = index;
  return {
    codes: recoded(codes, newCode),
    levels: order.map((code) => levels[code]),
    emptyLevels: levels.filter((_, code) => occurs[code] === 0),
  };
}
