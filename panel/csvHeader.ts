import { phrase } from "../scenarios/phrase.ts";
import { InvalidTable } from "./invalidTable.ts";

/** The names a first record gives; nameless columns are `X`, `X.1`, `X.2`, or the next of these that no other one has. */
export function columnNames(record: readonly string[]): string[] {
  const taken = new Set(record);
  let next = 0;
  return record.map((name) => {
    if (name !== "") return name;
    const made = () => (next === 0 ? "X" : `X.${next}`);
    while (taken.has(made())) next++;
    taken.add(made());
    return made();
  });
}

/** Refuses a chosen name that several columns have, saying which. */
export function refuseAmbiguousNames(
  header: readonly string[],
  chosen: ReadonlySet<string>,
  row: number,
): void {
  if (new Set(header).size === header.length) return;
  for (const name of chosen) {
    const places = header.flatMap((each, place) => (each === name ? [place + 1] : []));
    if (places.length < 2) continue;
    throw new InvalidTable({
      problem: "duplicate-column",
      column: name,
      row,
      found: phrase`columns ${places.slice(0, -1).join(", ")} and ${places.at(-1) ?? ""} of this name`,
      expected: phrase`a name that no other column has`,
    });
  }
}
