import { interruption } from "../interruption.ts";
import { readPlan } from "./shardFiles.ts";
import { runShard } from "./shardTask.ts";
import { storedDesign } from "./storedDesign.ts";

export interface ShardOptions {
  readonly attempt: number;
  /** From 1. */
  readonly shard: number;
  readonly task?: string;
  readonly workers: number;
}

/** `bandwagon study shard DIR`. Returns the exit code. */
export async function studyShard(folder: string, options: ShardOptions): Promise<number> {
  const { attempt, shard, task, workers } = options;
  const design = await storedDesign(folder);
  const plan = await readPlan(folder, attempt);
  const { signal, release } = interruption();
  try {
    return await runShard({ folder, design, plan, shard, task, workers, signal });
  } finally {
    release();
  }
}
