import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { slurm } from "../../../../cli/study/engines/slurm.ts";

const job = {
  name: "bandwagon",
  logFolder: "/shared/study/log",
  flags: ["--partition=long", "--comment=two words", 'say="x"'],
  attempt: 2,
  firstShard: 1,
  lastShard: 30,
  memory: 1024 ** 3 + 1,
  command: (shard: string, task: string, workers: string) => [
    "/usr/bin/node",
    "/opt/it's here/cli.js",
    "study",
    "shard",
    "/shared/$HOME",
    "--shard",
    shard,
    "--task",
    task,
    "--workers",
    workers,
  ],
};

/** The words that the script's command would get. */
function wordsOf(script: string, environment: Record<string, string>): string[] {
  const shown = script.replace("exec ", "printf '%s\\n' ");
  const { stdout } = spawnSync("sh", ["-c", shown], { env: environment, encoding: "utf8" });
  return stdout.trimEnd().split("\n");
}

describe("the script of an array on Slurm", () => {
  it("asks for what a task needs, and last for what the user wants", () => {
    const lines = slurm.arrayScript(job).split("\n");
    expect(lines[0]).toBe("#!/bin/sh");
    expect(lines).toContain("#SBATCH --array=1-30");
    expect(lines).toContain("#SBATCH --mem-per-cpu=1025M");
    expect(lines).toContain("#SBATCH --requeue");
    expect(lines.filter((line) => line.startsWith("#SBATCH")).at(-1)).toBe(
      '#SBATCH --partition=long "--comment=two words" "say=\\"x\\""',
    );
  });

  it("hands every word on as it is, with the shard, the task and the cores of the scheduler", () => {
    const first = { SLURM_ARRAY_TASK_ID: "7", SLURM_JOB_ID: "123" };
    expect(wordsOf(slurm.arrayScript(job), first)).toEqual([
      "/usr/bin/node",
      "/opt/it's here/cli.js",
      "study",
      "shard",
      "/shared/$HOME",
      "--shard",
      "7",
      "--task",
      "j123.r0",
      "--workers",
      "1",
    ]);
    const again = { ...first, SLURM_RESTART_COUNT: "2", SLURM_CPUS_PER_TASK: "4" };
    expect(wordsOf(slurm.arrayScript(job), again).slice(-3)).toEqual(["j123.r2", "--workers", "4"]);
  });

  it("counts on from the arrays before it where one array cannot have all shards", () => {
    const script = slurm.arrayScript({ ...job, firstShard: 1001, lastShard: 1500 });
    expect(script).toContain("#SBATCH --array=1-500\n");
    expect(wordsOf(script, { SLURM_ARRAY_TASK_ID: "1", SLURM_JOB_ID: "1" })[6]).toBe("1001");
  });
});
