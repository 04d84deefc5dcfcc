import { createLabPool } from "../../../workers/lab/labPool.ts";
import type { TellApartJob, TellApartResult } from "../../../workers/lab/tellApartJobs.ts";
import type { Pool } from "../../../workers/pool.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";

export type TellApartThread = Pool<TellApartJob, TellApartResult, never>;

/** One thread that simulates the worlds of a round and judges the rows of their study. */
export function startThread(): TellApartThread {
  return createLabPool("tellApart", null, { spawn: spawnLabWorker, size: 1 });
}

/** A message as part of a sentence of the page, which has its own full stop. */
export function withoutStop(message: string): string {
  return message.replace(/\.$/, "");
}
