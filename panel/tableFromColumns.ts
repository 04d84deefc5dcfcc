import { phrase } from "../scenarios/phrase.ts";
import { InvalidTable } from "./invalidTable.ts";
import {
  type Column,
  type LabelCodeArray,
  labelCodeArray,
  missingCode,
  type Table,
  type VariableNote,
} from "./table.ts";

/** A column as its maker has it: with `levels`, the values are codes of labels. */
export interface NamedValues {
  readonly name: string;
  readonly values: Float64Array | Int32Array | Uint8Array | LabelCodeArray;
  readonly levels?: readonly string[];
  readonly note?: VariableNote;
}

/**
 * A table of the given columns, in their order. Values with levels become a category; without, a `Float64Array` becomes
 * numbers, an `Int32Array` or `Uint16Array` integers, a `Uint32Array` numbers, a `Uint8Array` (0 and 1 only) an indicator. Arrays of the
 * right type are shared, not copied. Refused as `InvalidTable`: unequal lengths, a name used twice or empty, an
 * indicator that is neither 0 nor 1, a code without a level or a level listed twice.
 */
export function tableFromColumns(columns: readonly NamedValues[]): Table {
  const rows = columns.length === 0 ? 0 : columns[0].values.length;
  const byName = new Map<string, Column>();
  for (const { name, values, levels, note } of columns) {
    checkName(name, byName);
    if (values.length !== rows) {
      throw new InvalidTable({
        problem: "unequal-lengths",
        column: name,
        found: phrase`${values.length} rows`,
        expected: phrase`${rows}, as in column ${JSON.stringify(columns[0].name)}`,
      });
    }
    const typed = levels === undefined ? unlabelled(name, values) : category(name, values, levels);
    byName.set(name, note === undefined ? typed : { ...typed, note });
  }
  return { rows, columns: byName };
}

function checkName(name: string, taken: ReadonlyMap<string, Column>): void {
  if (name === "") {
    throw new InvalidTable({
      problem: "unnamed-column",
      found: phrase`a column without a name`,
      expected: phrase`a name`,
    });
  }
  if (taken.has(name)) {
    throw new InvalidTable({
      problem: "duplicate-column",
      column: name,
      found: phrase`two columns of this name`,
      expected: phrase`every name once`,
    });
  }
}

function unlabelled(name: string, values: NamedValues["values"]): Column {
  if (values instanceof Float64Array) return { kind: "number", values };
  if (values instanceof Int32Array) return { kind: "integer", values };
  if (values instanceof Uint16Array) return { kind: "integer", values: Int32Array.from(values) };
  if (values instanceof Uint32Array) return { kind: "number", values: Float64Array.from(values) };
  const wrong = values.findIndex((value) => value > 1);
  if (wrong >= 0) {
    throw new InvalidTable({
      problem: "wrong-kind",
      column: name,
      found: phrase`${values[wrong]} at index ${wrong} of an indicator`,
      expected: phrase`0 or 1 (an Int32Array holds other whole numbers)`,
    });
  }
  return { kind: "indicator", values };
}

function category(name: string, values: NamedValues["values"], levels: readonly string[]): Column {
  if (new Set(levels).size !== levels.length) {
    throw new InvalidTable({
      problem: "invalid-level",
      column: name,
      found: phrase`a level listed twice`,
      expected: phrase`distinct levels`,
    });
  }
  const codes = labelCodeArray(values.length, levels.length);
  const missing =
    values instanceof Uint16Array || values instanceof Uint32Array ? missingCode(values) : missingCode(codes);
  const wrong = values.findIndex((code) => !(code === missing || levels[code] !== undefined));
  if (wrong >= 0) {
    throw new InvalidTable({
      problem: "invalid-level",
      column: name,
      found: phrase`code ${values[wrong]} at index ${wrong}`,
      expected: phrase`a code below ${levels.length}, or ${missing} for a missing cell`,
    });
  }
  if (values instanceof Uint16Array && codes instanceof Uint16Array)
    return { kind: "category", codes: values, levels };
  if (values instanceof Uint32Array && codes instanceof Uint32Array)
    return { kind: "category", codes: values, levels };
  for (let index = 0; index < codes.length; index++) {
    codes[index] = values[index] === missing ? missingCode(codes) : values[index];
  }
  return { kind: "category", codes, levels };
}
