import { InvalidInput, nearestName, showFound } from "../../scenarios/index.ts";
import type { PanelColumn } from "./column.ts";

/**
 * The names a caller asks for, each checked against every column that a panel can have.
 *
 * @throws InvalidInput at `columns[…]` for a name that no panel has.
 */
export function requestedColumns(
  names: readonly string[],
  columns: readonly PanelColumn[],
): readonly string[] {
  const known = columns.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (known.includes(name)) continue;
    throw new InvalidInput({
      path: `columns[${at}]`,
      found: showFound(name),
      expected: `columns of the panel: ${known.join(", ")}`,
      suggestion: nearestName(name, known),
    });
  }
  return names;
}
