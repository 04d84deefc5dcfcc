import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { InvalidInput } from "../../scenarios/index.ts";
import {
  entryLine,
  type JournalEntry,
  type JournalRequest,
  readJournal,
  requestChanges,
  requestLine,
} from "../../study/calibration/journal.ts";

export interface OpenJournal {
  /** What was simulated before, in its order. */
  readonly entries: readonly JournalEntry[];
  append(entry: JournalEntry): void;
}

/**
 * Opens the journal of a calibration, or begins it. A last line that is torn is cut off.
 *
 * @throws InvalidInput where the file is no journal, or one of another request, with what differs.
 */
export function openJournal(path: string, request: JournalRequest): OpenJournal {
  const entries = existsSync(path) ? goOn(path, request) : begin(path, request);
  return { entries, append: (entry) => appendFileSync(path, entryLine(entry)) };
}

function begin(path: string, request: JournalRequest): readonly JournalEntry[] {
  writeFileSync(path, requestLine(request), { flag: "wx" });
  return [];
}

function goOn(path: string, request: JournalRequest): readonly JournalEntry[] {
  const text = readFileSync(path, "utf8");
  const journal = readJournal(text);
  if (journal === null) {
    throw new InvalidInput({
      path,
      found: "a file that is no journal of a calibration",
      expected: "another --out, or that this file be moved away",
    });
  }
  const changes = requestChanges(journal.request, JSON.parse(JSON.stringify(request)));
  if (changes.length > 0) {
    const [first] = changes;
    const more = changes.length > 1 ? `, and ${changes.length - 1} more differences` : "";
    throw new InvalidInput({
      path,
      found: `a calibration that was begun with another request: ${first?.path} was ${first?.begun} and is now ${first?.now}${more}`,
      expected: "the request it was begun with, another --out, or that this file be moved away",
    });
  }
  truncateSync(path, Buffer.byteLength(text.slice(0, journal.soundLength)));
  return journal.entries;
}
