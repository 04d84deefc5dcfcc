import { type LabelCodeArray, labelCodeArray, missingCode } from "../../panel/table.ts";

/** What an expression is in every row of a table. */
export type Values = NumberValues | LogicalValues | LabelValues;

export interface NumberValues {
  readonly kind: "number";
  /** One value a row, NaN where missing; a single one when `constant`. */
  readonly values: Float64Array | Int32Array | Uint8Array;
  readonly constant: boolean;
  /** Cells of a column as they are, so that whole numbers are labelled as R labels integers: 100000, not 1e+05. */
  readonly asRecorded: boolean;
}

export interface LogicalValues {
  readonly kind: "logical";
  /** 0, 1, or `MISSING_LOGICAL`; a single one when `constant`. */
  readonly values: Uint8Array;
  readonly constant: boolean;
}

export interface LabelValues {
  readonly kind: "label";
  /** `levels[codes[row]]`, `missingCode(codes)` where missing. */
  readonly codes: LabelCodeArray;
  readonly levels: readonly string[];
  /** Whether the levels stand in an order that means something; else R's alphabetical order is given to them. */
  readonly ordered: boolean;
}

export const MISSING_LOGICAL = 2;

export function numbers(values: NumberValues["values"], constant = false): NumberValues {
  return { kind: "number", values, constant, asRecorded: false };
}

export function logicals(values: Uint8Array, constant = false): LogicalValues {
  return { kind: "logical", values, constant };
}

/** How far to go in `values` from one row to the next: a constant stands still. */
export function stride(operand: NumberValues | LogicalValues): 0 | 1 {
  return operand.constant ? 0 : 1;
}

/** Numbers as they are, TRUE as 1 and FALSE as 0. */
export function asNumbers(operand: NumberValues | LogicalValues): NumberValues {
  if (operand.kind === "number") return operand;
  if (!operand.values.includes(MISSING_LOGICAL)) return numbers(operand.values, operand.constant);
  const values = Float64Array.from(operand.values, (value) =>
    value === MISSING_LOGICAL ? Number.NaN : value,
  );
  return numbers(values, operand.constant);
}

/** Logicals as they are, numbers as whether they are not 0. */
export function asLogicals(operand: NumberValues | LogicalValues): LogicalValues {
  if (operand.kind === "logical") return operand;
  const values = Uint8Array.from(operand.values, (value) =>
    Number.isNaN(value) ? MISSING_LOGICAL : value === 0 ? 0 : 1,
  );
  return logicals(values, operand.constant);
}

/** Sets `mask[row]` to 1 wherever the values are missing. */
export function markMissing(values: Values, mask: Uint8Array): void {
  switch (values.kind) {
    case "number":
      if (!(values.values instanceof Float64Array)) return;
      for (let row = 0; row < mask.length; row++) if (Number.isNaN(values.values[row])) mask[row] = 1;
      return;
    case "logical":
      for (let row = 0; row < mask.length; row++) if (values.values[row] === MISSING_LOGICAL) mask[row] = 1;
      return;
    case "label": {
      const missing = missingCode(values.codes);
      for (let row = 0; row < mask.length; row++) if (values.codes[row] === missing) mask[row] = 1;
    }
  }
}

/** The values of the given rows, in their order. */
export function gatherValues(values: Values, rows: Int32Array): Values {
  if (values.kind === "label") {
    const codes = labelCodeArray(rows.length, values.levels.length);
    return { ...values, codes: gather(values.codes, rows, codes) };
  }
  if (values.kind === "logical") {
    return { ...values, values: gather(values.values, rows, new Uint8Array(rows.length)) };
  }
  const { values: from } = values;
  if (from instanceof Float64Array)
    return { ...values, values: gather(from, rows, new Float64Array(rows.length)) };
  if (from instanceof Int32Array)
    return { ...values, values: gather(from, rows, new Int32Array(rows.length)) };
  return { ...values, values: gather(from, rows, new Uint8Array(rows.length)) };
}

function gather<Cells extends Float64Array | Int32Array | LabelCodeArray | Uint8Array>(
  from: Cells,
  rows: Int32Array,
  to: Cells,
): Cells {
  for (let index = 0; index < rows.length; index++) to[index] = from[rows[index]];
  return to;
}
