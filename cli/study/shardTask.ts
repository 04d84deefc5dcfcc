import { hostname } from "node:os";
import type { ResolvedDesign } from "../../study/cells.ts";
import { keysOfShard, type ShardPlan } from "../../study/shards/shardPlan.ts";
import { EXIT, Interrupted } from "../failure.ts";
import { runStudy } from "./replications.ts";
import { joinStudyFolder } from "./studyFolder.ts";
import { extentOfKeys } from "./studyProgress.ts";

export interface ShardWork {
  readonly folder: string;
  readonly design: ResolvedDesign;
  readonly plan: ShardPlan;
  /** From 1. */
  readonly shard: number;
  /** Tells this run of the shard from every other, e.g. `j17.r1`; where there is no scheduler, host and process. */
  readonly task?: string | undefined;
  readonly workers: number;
  readonly signal: AbortSignal;
}

/**
 * Runs what is missing of one shard, and writes no results: `study merge` does. May run twice, at the same time even.
 * Returns the exit code.
 */
export async function runShard(work: ShardWork): Promise<number> {
  const { folder, design, plan, shard, workers, signal } = work;
  const task = work.task ?? `${hostname().replaceAll(/[^A-Za-z0-9-]/g, "-")}-${process.pid}`;
  const joined = await joinStudyFolder(folder, design, `a${plan.attempt}.s${shard}.${task}`);
  try {
    const { index } = joined.before;
    const keys = [...keysOfShard(design, plan, shard)];
    const missing = keys.filter(({ cell, replication }) => !index.has(cell, replication));
    const there = keys.length - missing.length;
    process.stderr.write(
      `shard ${shard} of ${plan.shards}: ${keys.length} replications, ${there} of them there already\n`,
    );
    const extent = extentOfKeys(design, keys, missing);
    await runStudy(design, {
      keys: missing,
      count: missing.length,
      extent,
      keep: joined.keep,
      workers,
      signal,
    });
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    throw new Interrupted(
      `Interrupted: this shard kept ${joined.kept()} replications in ${folder}; run again, it goes on with the others.`,
    );
  } finally {
    joined.close();
  }
}
