import { version } from "../../package.json";
import { countOfRanges, missingRanges } from "../../study/shards/shardPlan.ts";
import { EXIT, WorkFailed } from "../failure.ts";
import { type TextColumn, textTable } from "../textTable.ts";
import { engineNamed } from "./engines/engines.ts";
import { doneOfCells, sayDamage } from "./mergeStudy.ts";
import { readLogs } from "./readLogs.ts";
import { readJobs, type SubmittedJobs } from "./shardFiles.ts";
import { storedDesign } from "./storedDesign.ts";

/** What the scheduler says of an attempt; null where it could not be asked or has forgotten. */
interface AttemptState {
  readonly attempt: number;
  readonly engine: string;
  readonly jobs: readonly string[];
  readonly states: Readonly<Record<string, number>> | null;
}

const COLUMNS: readonly TextColumn[] = [
  { title: "cell", align: "left" },
  { title: "done", align: "right" },
  { title: "of", align: "right" },
];

/** `bandwagon study status DIR`. Returns the exit code: 0, whether or not the study is complete. */
export async function studyStatus(folder: string, { format }: { format: "table" | "json" }): Promise<number> {
  const design = await storedDesign(folder);
  const logs = readLogs(folder, design, version);
  sayDamage(logs);
  const missing = missingRanges(design, logs.index);
  const done = doneOfCells(design, missing);
  const { replications } = design.design;
  const total = design.cells.length * replications;
  const jobs: AttemptState[] = [];
  for (const each of await readJobs(folder)) jobs.push(await stateOf(each));
  if (format === "json") {
    const cells = design.cells.map(({ key }, at) => ({ cell: key, done: done[at] ?? 0 }));
    const status = {
      replications,
      total,
      done: logs.index.found,
      repeated: logs.index.repeated,
      cells,
      jobs,
    };
    process.stdout.write(`${JSON.stringify(status, null, 2)}\n`);
    return EXIT.done;
  }
  const rows = design.cells.map(({ key }, at) => [key, `${done[at] ?? 0}`, `${replications}`]);
  process.stdout.write(`${textTable(COLUMNS, rows)}\n`);
  const left = countOfRanges(missing);
  process.stdout.write(`\n${total - left} of ${total} replications are there`);
  process.stdout.write(left === 0 ? "\n" : `, ${left} are missing\n`);
  if (design.design.until !== undefined) {
    process.stdout.write("the study stops by its rule, which may need fewer: study run tells\n");
  }
  for (const { attempt, engine, jobs: names, states } of jobs) {
    const counts = Object.entries(states ?? {}).map(([state, count]) => `${count} ${state}`);
    const said = states === null ? "says nothing of it any more" : counts.join(", ") || "none left";
    process.stdout.write(`attempt ${attempt}: ${engine} jobs ${names.join(", ")}: ${said}\n`);
  }
  return EXIT.done;
}

async function stateOf({ attempt, engine, arrays, merge }: SubmittedJobs): Promise<AttemptState> {
  const jobs = [...arrays, merge];
  return { attempt, engine, jobs, states: await states(engine, jobs) };
}

async function states(engine: string, jobs: readonly string[]): Promise<AttemptState["states"]> {
  try {
    return await engineNamed(engine).states(jobs);
  } catch (error) {
    // Seen from a machine without the scheduler, the folder still tells how far the study is.
    if (error instanceof WorkFailed) return null;
    throw error;
  }
}

/** `bandwagon study cancel DIR`. Returns the exit code. */
export async function cancelStudy(folder: string): Promise<number> {
  await storedDesign(folder);
  const submitted = await readJobs(folder);
  if (submitted.length === 0) {
    process.stderr.write(`${folder}: no jobs were handed in for this study\n`);
    return EXIT.done;
  }
  for (const { engine, arrays, merge } of submitted) await engineNamed(engine).cancel([...arrays, merge]);
  process.stderr.write(
    `asked the scheduler to end the jobs; what they have done is kept, and bandwagon study resume ${folder} goes on\n`,
  );
  return EXIT.done;
}
