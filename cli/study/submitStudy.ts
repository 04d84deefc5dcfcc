import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { version } from "../../package.json";
import type { ResolvedDesign } from "../../study/cells.ts";
import { dataDigest } from "../../study/log/digest.ts";
import { countOfRanges, missingRanges, type ShardPlan } from "../../study/shards/shardPlan.ts";
import { EXIT } from "../failure.ts";
import { prepareFolder } from "../outputFolder.ts";
import { panelBytes } from "../panelMemory.ts";
import { textFile } from "../plannedFiles.ts";
import { writeFiles } from "../writeFiles.ts";
import type { ClusterEngine } from "./engines/engine.ts";
import { engineNamed } from "./engines/engines.ts";
import { designWarnings, readDesign } from "./givenDesign.ts";
import { readLogs } from "./readLogs.ts";
import { nextAttempt, scriptPath, writeJobs, writePlan } from "./shardFiles.ts";
import { refuseOtherDesign, storedDesign } from "./storedDesign.ts";
import { DESIGN_FILE, designPath, RESULT_FILES } from "./studyPaths.ts";
import { refuseUntilInShards } from "./studyRounds.ts";
import { writeDesign } from "./writeDesign.ts";

export interface SubmitOptions {
  readonly engine: string;
  readonly shards: number;
  readonly dryRun?: boolean;
}

/** `bandwagon study submit DESIGN --out DIR`. @param flags for the scheduler. Returns the exit code. */
export async function submitStudy(
  path: string,
  { out, ...options }: SubmitOptions & { readonly out: string },
  flags: readonly string[],
): Promise<number> {
  const design = await readDesign(path);
  refuseUntilInShards(design, path);
  for (const warning of designWarnings(design)) process.stderr.write(`${warning}\n`);
  const folder = resolve(out);
  await prepareFolder(folder, "--out", [...RESULT_FILES, DESIGN_FILE]);
  await refuseOtherDesign(folder, design);
  writeDesign(folder, design);
  return submitMissing(folder, design, options, flags);
}

/** `bandwagon study resume DIR`: what is missing, dealt out anew. */
export async function resumeStudy(
  folder: string,
  options: SubmitOptions,
  flags: readonly string[],
): Promise<number> {
  const design = await storedDesign(folder);
  refuseUntilInShards(design, designPath(folder));
  return submitMissing(resolve(folder), design, options, flags);
}

async function submitMissing(
  folder: string,
  design: ResolvedDesign,
  { engine: name, shards, dryRun = false }: SubmitOptions,
  flags: readonly string[],
): Promise<number> {
  const engine = engineNamed(name);
  const missing = missingRanges(design, readLogs(folder, design, version).index);
  const count = countOfRanges(missing);
  if (count === 0) {
    process.stderr.write(`nothing is missing; bandwagon study merge ${folder} writes the results\n`);
    return EXIT.done;
  }
  const plan: ShardPlan = {
    plan: 1,
    attempt: nextAttempt(folder),
    design: dataDigest(design.design),
    shards: Math.min(shards, count),
    missing,
  };
  await writePlan(folder, plan);
  const scripts = await writeScripts(folder, design, plan, engine, flags);
  const { attempt } = plan;
  process.stderr.write(
    `attempt ${attempt}: ${count} replications in ${plan.shards} shards\nscripts: ${[...scripts.arrays, scripts.merge].join("\n         ")}\n`,
  );
  if (dryRun) {
    process.stderr.write("dry run: nothing was handed in\n");
    return EXIT.done;
  }
  const arrays: string[] = [];
  for (const script of scripts.arrays) arrays.push(await engine.submit(script, []));
  const merge = await engine.submit(scripts.merge, arrays);
  await writeJobs(folder, { engine: engine.name, attempt, arrays, merge });
  process.stdout.write(`jobs ${arrays.join(", ")}, merge ${merge}\n`);
  process.stderr.write(`bandwagon study status ${folder} tells how far they are\n`);
  return EXIT.done;
}

async function writeScripts(
  folder: string,
  design: ResolvedDesign,
  plan: ShardPlan,
  engine: ClusterEngine,
  flags: readonly string[],
): Promise<{ readonly arrays: readonly string[]; readonly merge: string }> {
  const logFolder = join(folder, "log");
  mkdirSync(logFolder, { recursive: true });
  mkdirSync(join(folder, "jobs"), { recursive: true });
  const program = [process.execPath, process.argv[1] ?? "bandwagon", "study"];
  const { attempt, shards } = plan;
  const memory = memoryOfThread(design);
  const largest = await engine.largestArray();
  const arrays: { path: string; text: string }[] = [];
  for (let first = 1; first <= shards; first += largest) {
    const last = Math.min(shards, first + largest - 1);
    arrays.push({
      path: scriptPath(folder, attempt, largest >= shards ? "shards" : `shards-${first}-${last}`),
      text: engine.arrayScript({
        name: "bandwagon",
        logFolder,
        flags,
        attempt,
        firstShard: first,
        lastShard: last,
        memory,
        command: (shard, task, workers) => [
          ...program,
          "shard",
          folder,
          "--attempt",
          String(attempt),
          "--shard",
          shard,
          "--task",
          task,
          "--workers",
          workers,
        ],
      }),
    });
  }
  const merge = {
    path: scriptPath(folder, attempt, "merge"),
    text: engine.mergeScript({
      name: "bandwagon-merge",
      logFolder,
      flags,
      attempt,
      memory: BASE_MEMORY,
      command: [...program, "merge", folder],
    }),
  };
  await writeFiles([...arrays, merge].map(({ path, text }) => textFile(path, text)));
  return { arrays: arrays.map(({ path }) => path), merge: merge.path };
}

const BASE_MEMORY = 1024 ** 3;

/** A gibibyte for the program and the world, and four times the largest panel for its samples and their fits. */
function memoryOfThread({ cells }: ResolvedDesign): number {
  return cells.reduce((most, { scenario }) => Math.max(most, BASE_MEMORY + 4 * panelBytes(scenario)), 0);
}
