import { version } from "../../package.json";
import type { ResolvedDesign } from "../../study/cells.ts";
import { countOfRanges, missingRanges, type ReplicationRange } from "../../study/shards/shardPlan.ts";
import { WorkFailed } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { finishStudy } from "./finishStudy.ts";
import { lockFolder } from "./folderLock.ts";
import { readLogs, type StudyLogs } from "./readLogs.ts";
import { storedDesign } from "./storedDesign.ts";
import { designPath } from "./studyPaths.ts";
import { refuseUntilInShards } from "./studyRounds.ts";

/**
 * `bandwagon study merge DIR`: the results of all that is in the folder. Returns the exit code.
 *
 * @throws WorkFailed where replications are missing, with the first of them.
 */
export async function mergeStudy(folder: string, { format }: { format: "table" | "json" }): Promise<number> {
  const design = await storedDesign(folder);
  refuseUntilInShards(design, designPath(folder));
  const { signal, release } = interruption();
  const unlock = lockFolder(folder);
  try {
    const logs = readLogs(folder, design, version);
    sayDamage(logs);
    const missing = missingRanges(design, logs.index);
    if (missing.length > 0) {
      const total = design.cells.length * design.design.replications;
      throw new WorkFailed(
        `${folder}: ${countOfRanges(missing)} of ${total} replications are missing: ${rangesInWords(missing)}\nbandwagon study resume ${folder} hands them in again; bandwagon study run DESIGN --out ${folder} runs them here`,
      );
    }
    return await finishStudy(design, folder, logs, format, signal);
  } finally {
    unlock();
    release();
  }
}

/** Lines that are not what was written. */
export function sayDamage({ damaged }: StudyLogs): void {
  for (const place of damaged) {
    process.stderr.write(`warning: ${place} is damaged; its replication is run again\n`);
  }
}

/** How many of each cell are there. */
export function doneOfCells(design: ResolvedDesign, missing: readonly ReplicationRange[]): number[] {
  return design.cells.map(
    ({ key }) => design.design.replications - countOfRanges(missing.filter(({ cell }) => cell === key)),
  );
}

function rangesInWords(ranges: readonly ReplicationRange[]): string {
  const shown = ranges
    .slice(0, 5)
    .map(({ cell, from, to }) => `${cell} ${from}${to === from ? "" : `–${to}`}`);
  return `${shown.join("; ")}${ranges.length > 5 ? `; and ${ranges.length - 5} more` : ""}`;
}
