import type { ResolvedDesign } from "../../study/cells.ts";
import { dataDigest } from "../../study/log/digest.ts";
import { replicationKeys } from "../../study/replicationKeys.ts";
import { rowsInMemory } from "../../study/rowSource.ts";
import type { EstimateRow } from "../../study/rows.ts";
import { summariseSource } from "../../study/summary.ts";
import { lastLooks } from "../../study/until/lastLooks.ts";
import { rowsOfLooks } from "../../study/until/rowsOfLooks.ts";
import type { UntilRounds } from "../../study/until/untilRounds.ts";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { Interrupted } from "../failure.ts";
import { interruption } from "../interruption.ts";
import { exitCode, finishStudy, printStudy } from "./finishStudy.ts";
import { designWarnings, type GivenInstead, readDesign, refuseLargeCells } from "./givenDesign.ts";
import { runStudy } from "./replications.ts";
import { runShard } from "./shardTask.ts";
import { storedRows } from "./storedRows.ts";
import { openStudyFolder, type StudyFolder } from "./studyFolder.ts";
import { extentOfStudy } from "./studyProgress.ts";
import { missingOf, refuseUntilInShards, roundsOf, roundsWithLooks } from "./studyRounds.ts";

export interface StudyRunOptions extends GivenInstead {
  readonly out?: string;
  readonly workers?: number;
  readonly shard?: { readonly shard: number; readonly shards: number } | undefined;
  readonly format: "table" | "json";
}

/** `bandwagon study run DESIGN`. Returns the exit code. */
export async function studyRun(designPath: string, options: StudyRunOptions): Promise<number> {
  const design = await readDesign(designPath, options);
  for (const warning of designWarnings(design)) process.stderr.write(`${warning}\n`);
  const workers = options.workers ?? availableCores();
  refuseLargeCells(design, workers, designPath);
  if (options.shard !== undefined) refuseUntilInShards(design, designPath);
  const { signal, release } = interruption();
  try {
    if (options.out !== undefined && options.shard !== undefined) {
      const { shard, shards } = options.shard;
      const missing = design.cells.map(({ key }) => ({ cell: key, from: 1, to: design.design.replications }));
      const plan = { plan: 1, attempt: 0, design: dataDigest(design.design), shards, missing } as const;
      return await runShard({ folder: options.out, design, plan, shard, workers, signal });
    }
    return options.out === undefined
      ? await runInMemory(design, options.format, workers, signal)
      : await runInFolder(design, options.out, options.format, workers, signal);
  } finally {
    release();
  }
}

async function runInMemory(
  design: ResolvedDesign,
  format: "table" | "json",
  workers: number,
  signal: AbortSignal,
): Promise<number> {
  const rows: EstimateRow[] = [];
  const keep = (_: unknown, found: readonly EstimateRow[]) => {
    for (const row of found) rows.push(row);
  };
  const count = design.cells.length * design.design.replications;
  const rounds = roundsOf(design);
  const keys =
    rounds === null
      ? replicationKeys(design)
      : roundsWithLooks(design, rounds, () => rowsInMemory(design, rows));
  const extent = extentOfStudy(design, undefined, rounds);
  await runStudy(design, { keys, count, extent, keep, workers, signal });
  const summary = summariseSource(design, rowsInMemory(design, rows), rounds ? lastLooks(rounds) : undefined);
  printStudy(format, design, summary, []);
  return exitCode(summary);
}

/** What a look reads: what was kept since the last one. */
function looksAt(design: ResolvedDesign, rounds: UntilRounds, folder: StudyFolder) {
  const rowsAt = rowsOfLooks(design, rounds.lastOf);
  return () => {
    const stored = storedRows(design, folder.logs());
    return { ...rowsAt(stored), close: stored.close };
  };
}

/** What is there already is not run again. */
async function runInFolder(
  design: ResolvedDesign,
  path: string,
  format: "table" | "json",
  workers: number,
  signal: AbortSignal,
): Promise<number> {
  const folder = await openStudyFolder(path, design);
  const total = design.cells.length * design.design.replications;
  try {
    const { index, damaged } = folder.before;
    for (const place of damaged) {
      process.stderr.write(`warning: ${place} is damaged; its replication is run again\n`);
    }
    if (index.found > 0) process.stderr.write(`${index.found} of ${total} replications are there already\n`);
    const rounds = roundsOf(design);
    const keys =
      rounds === null
        ? missingOf(replicationKeys(design), index)
        : roundsWithLooks(design, rounds, looksAt(design, rounds, folder), index);
    const extent = extentOfStudy(design, folder.before, rounds);
    const count = total - index.found;
    await runStudy(design, { keys, count, extent, keep: folder.keep, workers, signal });
    return await finishStudy(design, path, folder.logs(), format, signal, rounds ?? undefined);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    const kept = folder.found + folder.kept();
    if (kept === 0) throw error;
    throw new Interrupted(
      `Interrupted: ${kept} of ${total} replications are kept in ${path}; the same command goes on with the others.`,
    );
  } finally {
    folder.close();
  }
}
