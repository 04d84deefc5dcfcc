import { type Phrase, phrase } from "../../scenarios/phrase.ts";

/** A cell as messages name it: the row of the file, its header being row 1, as everywhere a table is read. */
export function placeOfCell(row: number, column: string): Phrase {
  return phrase`row ${row + 2}, column ${JSON.stringify(column)}`;
}
