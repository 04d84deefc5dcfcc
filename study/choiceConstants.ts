import type { FactorTerm } from "../estimators/modelMatrix.ts";
import type { Table } from "../panel/table.ts";
import { comparedLevels } from "./choiceRows.ts";
import { factorTermName, interactionTermName } from "./estimands.ts";
import { interactionTerm } from "./modelColumns.ts";

const REFERENCE = "(reference)";

/**
 * Constants of the alternatives of a choice: a dummy for each combination of the columns but the first of each group of
 * combinations that choices compare with each other. Within a choice set the dummies of its group add to 1, so that each group
 * has a reference of its own: each province, where the constants are those of province × destination.
 *
 * @param table choices as `comparableChoices` leaves them.
 */
export function choiceConstants(
  table: Table,
  columns: readonly string[],
  outcome: string,
  choiceSet: readonly string[],
): FactorTerm {
  const { codes, levels } = interactionTerm(table, columns);
  const groups = comparedLevels(table, { codes, levels }, outcome, choiceSet);
  const references = new Map<number, number>();
  levels.forEach((_, level) => {
    const group = groups[level] ?? 0;
    if (!references.has(group)) references.set(group, level);
  });
  const kept = [...levels.keys()].filter((level) => references.get(groups[level] ?? 0) !== level);
  const codeOf = new Map(kept.map((level, at) => [level, at + 1]));
  const [first = ""] = columns;
  return {
    name: columns.length === 1 ? factorTermName(first) : interactionTermName(columns),
    codes: Uint32Array.from(codes, (level) => codeOf.get(level) ?? 0),
    levels: [REFERENCE, ...kept.map((level) => levels[level] ?? "")],
  };
}
