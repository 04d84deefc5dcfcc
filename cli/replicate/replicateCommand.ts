import { type Command, InvalidArgumentError, Option } from "commander";
import { families } from "../../scenarios/index.ts";
import { type ReplicateOptions, replicate } from "./replicate.ts";

/** The results of more would no longer fit beside a panel; a study is for that. */
const MOST_SEEDS = 1000;

const EXAMPLES = `
Examples:
  bandwagon replicate canello-2022
  bandwagon replicate canello-2022 --scale 1 --out replication.json
  bandwagon replicate canello-2022 --models C,D,IV --format latex
  bandwagon replicate canello-2022 --models C,D --seeds 10
  bandwagon replicate freeman-2007

docs/replicate.md says how to read it. Exit codes: 0 done, 1 no model could be fitted, 2 the request was wrong.`;

/** `bandwagon replicate`. `finish` takes the exit code. */
export function addReplicateCommand(program: Command, finish: (code: number) => void): void {
  program
    .command("replicate")
    .description("simulate a paper's world, repeat its tables on it, and print ours beside theirs")
    .argument("<PAPER>", families.map(({ name }) => name).join(", "))
    .option(
      "--scale <share>",
      "firms simulated, as a share of the paper's (default: 0.1 for regressions, else 1)",
      share,
    )
    .option(
      "--models <names>",
      "columns of its tables, as printed, e.g. C,D,IV; 4.I where I is in two; selection for the two-stage check (default: all)",
      names,
    )
    .option("--seed <text>", "names every random draw (default: 1)", text)
    .option(
      "--seeds <number>",
      "histories, seeds counted up from --seed: the spread over them (default: 1 for regressions, else 30)",
      histories,
    )
    .option(
      "--world <scenario>",
      "a scenario, or a file of one (.json), in place of the paper's first; regressions only",
      text,
    )
    .addOption(
      new Option("--format <format>", "what is printed (default: table, or what --out ends in)").choices([
        "table",
        "json",
        "csv",
        "latex",
        "html",
      ]),
    )
    .option("--out <file>", "write it to a file instead: .txt, .json, .csv, .tex, .html", text)
    .addHelpText("after", EXAMPLES)
    .action(async (paper: string, options: ReplicateOptions) => {
      finish(await replicate(paper, options));
    });
}

function share(given: string): number {
  const value = Number(given);
  if (given.trim() !== "" && value > 0 && value <= 1) return value;
  throw new InvalidArgumentError("Expected a number above 0 and at most 1, e.g. 0.1.");
}

function histories(given: string): number {
  const value = Number(given);
  if (given.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= MOST_SEEDS) return value;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${MOST_SEEDS}.`);
}

function names(given: string): readonly string[] {
  const listed = given.split(",").map((name) => name.trim());
  if (listed.every((name) => name !== "")) return listed;
  throw new InvalidArgumentError("Expected names with a comma between them, e.g. C,D,IV.");
}

function text(given: string): string {
  if (given === "") throw new InvalidArgumentError("Expected text that is not empty.");
  return given;
}
