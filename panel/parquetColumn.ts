import type { DecodedArray, SchemaElement } from "hyparquet";
import { phrase } from "../scenarios/phrase.ts";
import type { CodebookEntry } from "./codebook.ts";
import { InvalidTable, tooManyLevels } from "./invalidTable.ts";
import { LabelCodes, NO_LABEL } from "./labelCodes.ts";
import { firstMisfit, type NumericKind, numbersAsKind } from "./numbersAsKind.ts";
import type { Column } from "./table.ts";

/** Collects the values of one Parquet column and decides at the end what it is. */
export interface ParquetColumn {
  /** Takes the values of the rows from `start`; null or undefined is a missing cell. */
  fill(values: DecodedArray, start: number): void;
  finish(): Column;
}

/**
 * The collector for a column of this Parquet type: text becomes a category, BOOLEAN an indicator, whole numbers of
 * 32 bits integers, other numbers and columns with missing numbers numbers. Any other type is an `InvalidTable`
 * ("unsupported-type"). What `entry` says of kind and labels is followed where the values allow it and passed over
 * where not, since other programs keep the metadata of a file whose columns they change.
 */
export function parquetColumn(
  element: SchemaElement,
  rows: number,
  entry: CodebookEntry | undefined,
): ParquetColumn {
  const { name } = element;
  const demanded = entry !== undefined && entry.kind !== "category" ? [entry.kind] : [];
  switch (contentOf(element)) {
    case "label":
      return labelColumn(name, rows, entry?.levels ?? []);
    case "boolean":
      return numberColumn(name, rows, [...demanded, "indicator", "number"]);
    case "integer":
      return numberColumn(name, rows, [...demanded, "integer", "number"]);
    case "number":
      return numberColumn(name, rows, [...demanded, "number"]);
    case null:
      throw new InvalidTable({
        problem: "unsupported-type",
        column: name,
        found: phrase`values of type ${typeName(element)}`,
        expected: phrase`numbers, BOOLEAN or STRING, or a list of columns to read that leaves this one out`,
      });
  }
}

function contentOf(element: SchemaElement): "label" | "boolean" | "integer" | "number" | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (type === undefined || element.repetition_type === "REPEATED") return null;
  if (type === "BYTE_ARRAY") {
    const isText = converted === "UTF8" || converted === "ENUM" || logical?.type === "STRING";
    if (isText) return "label";
  }
  if (converted === "DECIMAL" || logical?.type === "FLOAT16") return "number";
  const isBare = converted === undefined && logical === undefined;
  if (isBare && type === "BOOLEAN") return "boolean";
  if (isBare && (type === "FLOAT" || type === "DOUBLE")) return "number";
  const isWhole = isBare || logical?.type === "INTEGER" || /^U?INT_/.test(converted ?? "");
  if (isWhole && (type === "INT32" || type === "INT64")) return "integer";
  return null;
}

function typeName({ type, converted_type: converted, logical_type: logical }: SchemaElement): string {
  const meaning = logical?.type ?? converted;
  if (type === undefined) return `${meaning ?? "nested group"}`;
  return meaning === undefined ? type : `${meaning} (${type})`;
}

function labelColumn(name: string, rows: number, declared: readonly string[]): ParquetColumn {
  const labelCodes = new LabelCodes(declared);
  const collected = new Int32Array(rows);
  return {
    fill(values, start) {
      for (let index = 0; index < values.length; index++) {
        const label: string | null | undefined = values[index];
        const code = label === null || label === undefined ? NO_LABEL : labelCodes.codeOf(label);
        if (code === null) throw tooManyLevels(name, phrase`one more at index ${start + index}`);
        collected[start + index] = code;
      }
    },
    finish: () => ({ kind: "category", ...labelCodes.category(collected) }),
  };
}

/** The first of `kinds` that holds all values is taken; the last must be "number". */
function numberColumn(name: string, rows: number, kinds: readonly NumericKind[]): ParquetColumn {
  const numbers = new Float64Array(rows);
  return {
    fill(values, start) {
      for (let index = 0; index < values.length; index++) {
        const value: number | bigint | boolean | null | undefined = values[index];
        const number = value === null || value === undefined ? Number.NaN : Number(value);
        if (typeof value === "bigint" && !Number.isSafeInteger(number)) {
          throw new InvalidTable({
            problem: "unsupported-type",
            column: name,
            found: phrase`${String(value)} at index ${start + index}`,
            expected: phrase`whole numbers that a double holds exactly`,
          });
        }
        numbers[start + index] = number;
      }
    },
    finish: () => numbersAsKind(numbers, kinds.find((kind) => firstMisfit(numbers, kind) < 0) ?? "number"),
  };
}
