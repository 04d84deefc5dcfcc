import { WorkFailed } from "../../failure.ts";
import type { ArrayJob, ClusterEngine, MergeJob } from "./engine.ts";
import { runProgram } from "./runProgram.ts";

/** Slurm's own limit where its configuration does not say: MaxArraySize 1001 caps the highest index at 1000. */
const usualMaxArraySize = 1001;
const mebibyte = 1024 * 1024;

/**
 * Slurm by `sbatch`, `squeue` and `scancel`. Tried on 22.05: a node that crashes has its tasks run again, a task may run
 * twice, a job that others wait for may be forgotten; `afterok` would wait for ever after one failed task, so the merge
 * waits with `afterany` and checks itself whether the study is complete.
 */
export const slurm: ClusterEngine = {
  name: "slurm",

  async largestArray() {
    const found = /^MaxArraySize\s*=\s*(\d+)/m.exec(await configuration())?.[1];
    return (found === undefined ? usualMaxArraySize : Number(found)) - 1;
  },

  arrayScript(job) {
    const { firstShard, lastShard } = job;
    const offset = firstShard - 1;
    const shard = offset === 0 ? "$SLURM_ARRAY_TASK_ID" : `$((SLURM_ARRAY_TASK_ID + ${offset}))`;
    const task = `j$SLURM_JOB_ID.r${orElse("SLURM_RESTART_COUNT", 0)}`;
    return [
      ...header(job, `${job.logFolder}/attempt-${job.attempt}.%a.%A.log`),
      `#SBATCH --array=1-${lastShard - offset}`,
      // A task whose node crashed is run again, and goes on where it was; its output is not overwritten.
      "#SBATCH --requeue",
      "#SBATCH --open-mode=append",
      // Told before the time is up, a task stops in order.
      "#SBATCH --signal=B:USR2@120",
      ...ownFlags(job.flags),
      "",
      // Without exec the shell would die of the first signal, and the task with it.
      `exec ${job.command(shard, task, orElse("SLURM_CPUS_PER_TASK", 1)).map(shellWord).join(" ")}`,
      "",
    ].join("\n");
  },

  mergeScript(job) {
    return [
      ...header(job, `${job.logFolder}/attempt-${job.attempt}.merge.%j.log`),
      ...ownFlags(job.flags),
      "",
      `exec ${job.command.map(shellWord).join(" ")}`,
      "",
    ].join("\n");
  },

  async submit(path, after) {
    // Were the answer lost and the job handed in twice, its tasks would do no harm.
    const dependency = after.length === 0 ? [] : [`--dependency=afterany:${after.join(":")}`];
    let last = "";
    for (let attempt = 1; attempt <= 3; attempt++) {
      const { code, stdout, stderr } = await runProgram("sbatch", ["--parsable", ...dependency, path]);
      // `17`, or `17;cluster`.
      const job = /^(\d+)/.exec(stdout)?.[1];
      if (code === 0 && job !== undefined) return job;
      last = stderr.trim() || stdout.trim() || `exit code ${code}`;
      if (!isTransient(last)) break;
    }
    throw new WorkFailed(`sbatch did not take the job: ${last}`);
  },

  async states(jobs) {
    const fields = "State:|,ArrayTaskID:|";
    const request = ["-h", "-r", "-t", "all", "-j", jobs.join(","), "-O", fields];
    const { code, stdout } = await runProgram("squeue", request);
    // A job that is over for five minutes is forgotten: that says nothing of how it ended.
    if (code !== 0) return null;
    const counts: Record<string, number> = {};
    for (const line of stdout.split("\n")) {
      const state = line.split("|")[0]?.trim() ?? "";
      if (state !== "") counts[state] = (counts[state] ?? 0) + 1;
    }
    return counts;
  },

  async cancel(jobs) {
    const { code, stderr } = await runProgram("scancel", jobs);
    if (code !== 0) throw new WorkFailed(`scancel: ${stderr.trim() || `exit code ${code}`}`);
  },
};

function header({ name, memory }: ArrayJob | MergeJob, output: string): string[] {
  return [
    "#!/bin/sh",
    `#SBATCH --job-name=${name}`,
    `#SBATCH --output=${output}`,
    "#SBATCH --cpus-per-task=1",
    `#SBATCH --mem-per-cpu=${Math.ceil(memory / mebibyte)}M`,
    "#SBATCH --time=04:00:00",
  ];
}

/** "" where Slurm is not installed or its controller is down: scripts can be written there, too. */
async function configuration(): Promise<string> {
  try {
    const { code, stdout } = await runProgram("scontrol", ["show", "config"]);
    return code === 0 ? stdout : "";
  } catch (error) {
    if (error instanceof WorkFailed) return "";
    throw error;
  }
}

/** After ours, so that they win. */
function ownFlags(flags: readonly string[]): string[] {
  return flags.length === 0 ? [] : [`#SBATCH ${flags.map(flagWord).join(" ")}`];
}

function flagWord(flag: string): string {
  return /^[^\s'"\\]+$/.test(flag) ? flag : `"${flag.replaceAll(/["\\]/g, (mark) => `\\${mark}`)}"`;
}

/** A variable that the scheduler may not have set. */
function orElse(variable: string, value: number): string {
  return `\${${variable}:-${value}}`;
}

/** A word of the script: variables of the scheduler are filled in, all else stands as it is. */
function shellWord(word: string): string {
  if (/^[\w./:=+@%,-]+$/.test(word)) return word;
  const variables = /\$(?:\{SLURM_\w+:-\d+\}|\(\(SLURM_\w+ \+ \d+\)\)|SLURM_\w+)/;
  if (variables.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

function isTransient(message: string): boolean {
  return /timed out|Unable to contact|temporarily|Socket|Communication/i.test(message);
}
