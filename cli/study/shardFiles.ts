import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { InvalidInput } from "../../scenarios/index.ts";
import type { ShardPlan } from "../../study/shards/shardPlan.ts";
import { isSystemError } from "../failure.ts";
import { jsonFile } from "../plannedFiles.ts";
import { readJson } from "../readJson.ts";
import { writeFiles } from "../writeFiles.ts";
import { jobsPath, planPath } from "./studyPaths.ts";

/** The jobs that a scheduler was given for one attempt. */
export interface SubmittedJobs {
  readonly engine: string;
  readonly attempt: number;
  /** The scheduler's names. */
  readonly arrays: readonly string[];
  readonly merge: string;
}

/** The number of the attempt that comes next. */
export function nextAttempt(folder: string): number {
  return Math.max(0, ...attempts(folder)) + 1;
}

/** Attempts that were planned, in their order. */
export function attempts(folder: string): number[] {
  try {
    const numbers = readdirSync(dirname(planPath(folder, 1))).map((name) =>
      Number(/^attempt-(\d+)\.json$/.exec(name)?.[1] ?? 0),
    );
    return numbers.filter((number) => number > 0).sort((a, b) => a - b);
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return [];
    throw error;
  }
}

export async function writePlan(folder: string, plan: ShardPlan): Promise<void> {
  const path = planPath(folder, plan.attempt);
  mkdirSync(dirname(path), { recursive: true });
  await writeFiles([jsonFile(path, plan)]);
}

/** @throws InvalidInput where there is no such plan. */
export async function readPlan(folder: string, attempt: number): Promise<ShardPlan> {
  const path = planPath(folder, attempt);
  const plan = await readJson(path);
  if (typeof plan === "object" && plan !== null && "plan" in plan && plan.plan === 1)
    return plan as ShardPlan;
  throw new InvalidInput({ path, found: "no plan of shards", expected: "what study submit writes" });
}

export async function writeJobs(folder: string, jobs: SubmittedJobs): Promise<void> {
  const path = jobsPath(folder, jobs.attempt);
  mkdirSync(dirname(path), { recursive: true });
  await writeFiles([jsonFile(path, jobs)]);
}

/** Of every attempt that was handed in. */
export async function readJobs(folder: string): Promise<SubmittedJobs[]> {
  const found: SubmittedJobs[] = [];
  for (const attempt of attempts(folder)) {
    try {
      // Written by writeJobs.
      found.push((await readJson(jobsPath(folder, attempt))) as SubmittedJobs);
    } catch (error) {
      // An attempt that was planned only, by --dry-run or a scheduler that took nothing.
      if (!(error instanceof InvalidInput)) throw error;
    }
  }
  return found;
}

export const scriptPath = (folder: string, attempt: number, part: string) =>
  join(folder, "jobs", `attempt-${attempt}.${part}.sh`);
