import { unknownColumn } from "./invalidTable.ts";

/** Names of columns to read, or a function that picks them from those of the file, and may throw an `InvalidInput`. */
export type ColumnChoice = readonly string[] | ((names: readonly string[]) => readonly string[]);

/** All names when there is no choice; an `InvalidTable` ("unknown-column") for a name the file does not have. */
export function chosenColumns(
  choice: ColumnChoice | undefined,
  names: readonly string[],
): ReadonlySet<string> {
  if (choice === undefined) return new Set(names);
  const chosen = typeof choice === "function" ? choice(names) : choice;
  for (const name of chosen) if (!names.includes(name)) throw unknownColumn(name, names);
  return new Set(chosen);
}
