import { type Command, InvalidArgumentError, Option } from "commander";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { type CheckOptions, checkStudy } from "./checkStudy.ts";
import { addDesignFromCommand } from "./designFromCommand.ts";
import { printDesignSchema } from "./designJsonSchema.ts";
import { engineNames } from "./engines/engines.ts";
import { EXPORT_FORMATS, type ExportOptions, exportStudy } from "./exportStudy.ts";
import { listStudies } from "./listStudies.ts";
import { mergeStudy } from "./mergeStudy.ts";
import { type ReplayOptions, replayReplication } from "./replayReplication.ts";
import { REPORT_FORMATS, type ReportOptions, reportStudy } from "./report/reportStudy.ts";
import { type ShardOptions, studyShard } from "./shardCommand.ts";
import { type StudyRunOptions, studyRun } from "./studyRun.ts";
import { cancelStudy, studyStatus } from "./studyStatus.ts";
import { resumeStudy, type SubmitOptions, submitStudy } from "./submitStudy.ts";

type Format = { readonly format: "table" | "json" };

/** `bandwagon study …`. `finish` takes the exit code. */
export function addStudyCommands(program: Command, finish: (code: number) => void): void {
  const study = program.command("study").description("Monte Carlo studies");

  study
    .command("list")
    .description("the studies that ship; their names stand for their files")
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  bandwagon study list")
    .action((options: Format) => {
      finish(listStudies(options));
    });

  study
    .command("run")
    .description("run a study and print its table; goes on where --out holds part of it")
    .argument("<DESIGN>", "design file (JSON, ADEMP), or the name of a study that ships")
    .option("--out <folder>", "keep every replication there, and write the results", notEmpty)
    .option("--workers <number>", "threads; the results do not depend on it (default: all cores)", threads)
    .option("--replications <number>", "in place of the design's", wholeNumber)
    .option("--seed <text>", "in place of the design's", notEmpty)
    .option("--shard <i/n>", "only this share of it, without results: study merge writes them", shard)
    .addOption(formatOption())
    .addHelpText(
      "after",
      `
Example:
  bandwagon study run identifiability --out out/identifiability
  bandwagon study run scenarios/canello-2022/studies/recovery.json --out out/recovery --replications 20
  bandwagon study run DESIGN --out out/recovery --shard 3/20`,
    )
    .action(async (design: string, options: StudyRunOptions) => {
      if (options.shard !== undefined && options.out === undefined) {
        study.error("error: option '--shard <i/n>' needs --out <folder>, where all shards meet");
      }
      finish(await studyRun(design, options));
    });

  study
    .command("check")
    .description("what a study will take and tell, before it is run, and the text of its preregistration")
    .argument("<DESIGN>", "design file (JSON, ADEMP), or the name of a study that ships")
    .option("--workers <number>", "threads (default: all cores)", threads)
    .option("--replications <number>", "in place of the design's", wholeNumber)
    .option("--seed <text>", "in place of the design's", notEmpty)
    .option(
      "--pilot <number>",
      "replications in each of at most four cells, to know time and spread (default: at most 10, and about a minute)",
      pilotSize,
    )
    .option("--no-pilot", "run nothing")
    .addOption(
      new Option("--format <format>", "markdown: the preregistration alone")
        .choices(["table", "json", "markdown"])
        .default("table"),
    )
    .addHelpText(
      "after",
      `
Example:
  bandwagon study check scenarios/canello-2022/studies/recovery.json
  bandwagon study check DESIGN --pilot 100 --format markdown > preregistration.md`,
    )
    .action(async (design: string, options: CheckOptions) => {
      finish(await checkStudy(design, options));
    });

  study
    .command("schema")
    .description("print the JSON schema of a design file, for editors")
    .addHelpText("after", "\nExample:\n  bandwagon study schema > design.schema.json")
    .action(() => {
      finish(printDesignSchema());
    });

  study
    .command("status")
    .description("how far a study is, by what its folder holds")
    .argument("<DIR>", "folder of the study")
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  bandwagon study status out/recovery")
    .action(async (folder: string, options: Format) => {
      finish(await studyStatus(folder, options));
    });

  study
    .command("replay")
    .description("run one replication again, and show it")
    .argument("<DIR>", "folder of the study")
    .requiredOption("--cell <number>", "as in the column cell of the results, from 0", wholeFromZero)
    .requiredOption("--replication <number>", "from 1", wholeNumber)
    .option("--out <file>", "write its panel (.csv or .parquet) and the codebook", notEmpty)
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExample:\n  bandwagon study replay out/recovery --cell 3 --replication 17 --out panel.parquet",
    )
    .action(async (folder: string, options: ReplayOptions) => {
      finish(await replayReplication(folder, options));
    });

  study
    .command("report")
    .description("write a report of a study, finished or not: figures, tables, failures")
    .argument("<DIR>", "folder of the study")
    .addOption(
      new Option("--format <format>", "md and latex: tables only").choices(REPORT_FORMATS).default("html"),
    )
    .option("--out <file>", "default: report.html, report.md or report.tex in the folder", notEmpty)
    .addHelpText("after", "\nExample:\n  bandwagon study report out/recovery --out recovery.html")
    .action(async (folder: string, options: ReportOptions) => {
      finish(await reportStudy(folder, options));
    });

  study
    .command("export")
    .description("write the rows of a study for other software")
    .argument("<DIR>", "folder of the study")
    .addOption(
      new Option(
        "--format <format>",
        "rsimsum: long and balanced, with an R script that recomputes the summary; csv: the rows as they are",
      )
        .choices(EXPORT_FORMATS)
        .default(EXPORT_FORMATS[0]),
    )
    .option("--out <file>", "name that ends in .csv (default: rsimsum.csv or rows.csv in DIR)", notEmpty)
    .addHelpText("after", "\nExample:\n  bandwagon study export out/recovery --format rsimsum")
    .action(async (folder: string, options: ExportOptions) => {
      finish(await exportStudy(folder, options));
    });

  addDesignFromCommand(study, finish);
  addClusterCommands(study, finish);
}

/** The study on a cluster. */
function addClusterCommands(study: Command, finish: (code: number) => void): void {
  const engine = () =>
    new Option("--engine <name>", "scheduler").choices(engineNames).default(engineNames[0]);

  study
    .command("submit")
    .description("hand a study in to a cluster, in shards and with a merge after them")
    .argument("<DESIGN>", "design file (JSON, ADEMP), or the name of a study that ships")
    .argument("[flags...]", "after --: flags for the scheduler, e.g. -- --partition=long --time=12:00:00")
    .requiredOption("--out <folder>", "on a file system that all nodes share", notEmpty)
    .addOption(engine())
    .option(
      "--shards <number>",
      "tasks to deal the replications out to; let each run for minutes",
      wholeNumber,
      20,
    )
    .option("--dry-run", "write the scripts and hand nothing in", false)
    .addHelpText(
      "after",
      "\nExample:\n  bandwagon study submit design.json --out /scratch/study --engine slurm --shards 50 -- --partition=long",
    )
    .action(async (design: string, flags: string[], options: SubmitOptions & { out: string }) => {
      finish(await submitStudy(design, options, flags));
    });

  study
    .command("resume")
    .description("hand in what is missing, in new shards")
    .argument("<DIR>", "folder of the study")
    .argument("[flags...]", "after --: flags for the scheduler")
    .addOption(engine())
    .option("--shards <number>", "more and smaller ones, if you like", wholeNumber, 20)
    .option("--dry-run", "write the scripts and hand nothing in", false)
    .addHelpText("after", "\nExample:\n  bandwagon study resume /scratch/study --shards 100")
    .action(async (folder: string, flags: string[], options: SubmitOptions) => {
      finish(await resumeStudy(folder, options, flags));
    });

  study
    .command("merge")
    .description("write the results of a study whose replications are all there, and print its table")
    .argument("<DIR>", "folder of the study")
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  bandwagon study merge /scratch/study")
    .action(async (folder: string, options: Format) => {
      finish(await mergeStudy(folder, options));
    });

  study
    .command("cancel")
    .description("ask the scheduler to end a study's jobs; what is done is kept")
    .argument("<DIR>", "folder of the study")
    .addHelpText("after", "\nExample:\n  bandwagon study cancel /scratch/study")
    .action(async (folder: string) => {
      finish(await cancelStudy(folder));
    });

  study
    .command("shard")
    .description("run one shard: what the tasks of study submit do")
    .argument("<DIR>", "folder of the study")
    .requiredOption("--attempt <number>", "number of the plan", wholeNumber)
    .requiredOption("--shard <number>", "from 1", wholeNumber)
    .option("--task <name>", "tells this task from every other (default: host and process)", taskName)
    .option("--workers <number>", "threads", threads, 1)
    .addHelpText("after", "\nExample:\n  bandwagon study shard /scratch/study --attempt 1 --shard 3")
    .action(async (folder: string, options: ShardOptions) => {
      finish(await studyShard(folder, options));
    });
}

function formatOption(): Option {
  return new Option("--format <format>", "what is printed on standard output")
    .choices(["table", "json"])
    .default("table");
}

function notEmpty(text: string): string {
  if (text === "") throw new InvalidArgumentError("Expected text that is not empty.");
  return text;
}

/** More threads than cores gain nothing, and each holds a world. */
function threads(text: string): number {
  const value = wholeNumber(text);
  const cores = availableCores();
  if (value <= 4 * cores) return value;
  throw new InvalidArgumentError(
    `Expected at most ${4 * cores} threads: this machine has ${cores} ${cores === 1 ? "core" : "cores"}.`,
  );
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 1 || value > 10_000_000) {
    throw new InvalidArgumentError("Expected a whole number from 1 to 10000000.");
  }
  return value;
}

function pilotSize(text: string): number {
  const value = wholeNumber(text);
  if (value >= 2 && value <= 1000) return value;
  throw new InvalidArgumentError("Expected a whole number from 2 to 1000; --no-pilot runs none.");
}

function wholeFromZero(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= 0 && value <= 10_000_000) return value;
  throw new InvalidArgumentError("Expected a whole number from 0 to 10000000.");
}

function shard(text: string): StudyRunOptions["shard"] {
  const [, i, n] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  const [shard, shards] = [Number(i), Number(n)];
  if (shard >= 1 && shard <= shards && shards <= 10_000_000) return { shard, shards };
  throw new InvalidArgumentError("Expected i/n with i from 1 to n, e.g. 3/20.");
}

/** It becomes part of a file's name. */
function taskName(text: string): string {
  if (/^[\w.-]{1,100}$/.test(text)) return text;
  throw new InvalidArgumentError("Expected letters, digits, points, hyphens and underscores.");
}
