import { InvalidInput } from "../invalidInput.ts";
import { published } from "./publishedTables.ts";

/** What Tables 2 and 3 say of an option, as numbers from 0 to 1. */
export interface OptionRating {
  readonly option: string;
  /** Feasibility for small firms: HF 1, MF 0.5, LF 0.2. */
  readonly feasibility: number;
  /** Objective 1: + 1, +- 0.5, − 0. */
  readonly avoidLockIn: number;
  /** Objective 2, on the same scale. */
  readonly protectCore: number;
}

/**
 * The ratings of the six cost options (Table 2), then of the four differentiation options (Table 3), in their order.
 * The paper is ordinal; the numbers are Table 2's `proposedNumbers`, our assumption.
 */
export function optionRatings(): readonly OptionRating[] {
  const tables = published().flatMap((table) =>
    table.kind === "qualitative" && table.scales !== undefined ? [table] : [],
  );
  const numbers = tables.find(({ scales }) => scales?.proposedNumbers !== undefined)?.scales?.proposedNumbers;
  return tables.flatMap(({ id, rows }) =>
    rows.map((row, at) => ({
      option: String(row.option),
      feasibility: numberOf(numbers?.feasibility, row.feasibility, `${id}.rows[${at}].feasibility`),
      avoidLockIn: numberOf(numbers?.objective, row.avoidLockIn, `${id}.rows[${at}].avoidLockIn`),
      protectCore: numberOf(numbers?.objective, row.protectCore, `${id}.rows[${at}].protectCore`),
    })),
  );
}

function numberOf(numbers: Readonly<Record<string, number>> = {}, word: unknown, path: string): number {
  const number = numbers[String(word)];
  if (number !== undefined) return number;
  throw new InvalidInput({
    path,
    found: JSON.stringify(word) ?? "nothing",
    expected: `one of ${Object.keys(numbers).join(", ")}`,
  });
}
