import type { ResolvedDesign } from "../../../study/cells.ts";
import { missingRanges } from "../../../study/shards/shardPlan.ts";
import { summariseSource } from "../../../study/summary.ts";
import { lastLooks } from "../../../study/until/lastLooks.ts";
import { firstReplications } from "../../../study/until/lookAtCell.ts";
import type { UntilRounds } from "../../../study/until/untilRounds.ts";
import { doneOfCells } from "../mergeStudy.ts";
import type { StudyLogs } from "../readLogs.ts";
import type { StoredRows } from "../storedRows.ts";
import { missingOf, roundsOf } from "../studyRounds.ts";
import type { ReportedStudy } from "./studyDocument.ts";

/** What is in the folder, as it is reported; of a study that stops by a rule what its looks have come to. */
export function rowsToReport(
  design: ResolvedDesign,
  { index }: StudyLogs,
  stored: StoredRows,
): ReportedStudy {
  const done = doneOfCells(design, missingRanges(design, index));
  const rounds = roundsOf(design);
  if (rounds === null) return { design, source: stored, summary: summariseSource(design, stored), done };
  const finished = lookedAt(rounds, stored, index);
  const source = firstReplications(stored, rounds.lastOf);
  const summary = summariseSource(design, source, finished ? lastLooks(rounds) : undefined);
  return { design, source, summary, done: done.map((count, cell) => Math.min(count, rounds.lastOf(cell))) };
}

/** Looks at every round that is there; false where one is not there whole. */
function lookedAt(rounds: UntilRounds, source: StoredRows, index: StudyLogs["index"]): boolean {
  for (;;) {
    const round = rounds.round();
    if (round === null) return true;
    for (const _ of missingOf(round, index)) return false;
    rounds.look(source, false);
  }
}
