import { type Command, InvalidArgumentError, Option } from "commander";
import { type CalibrateOptions, calibrateWorld } from "./calibrateWorld.ts";

const EXAMPLES = `
Examples:
  bandwagon calibrate canello-2022 --check
  bandwagon calibrate canello-2022 --targets T1,T2,T3,T5 --parameters base,stateDependence=2:2.6 --out mine.json
  bandwagon calibrate canello-2022 --check --world mine.json --histories 30
  bandwagon simulate mine.json

The same command goes on where it was interrupted. docs/calibration.md says how it works.
Exit codes: 0 done, 1 the work failed, 2 the request was wrong, 130 interrupted.`;

/** `bandwagon calibrate`. `finish` takes the exit code. */
export function addCalibrateCommand(program: Command, finish: (code: number) => void): void {
  program
    .command("calibrate")
    .description("search for parameters with which a world meets a paper's targets, and write the world")
    .argument("<PAPER>", "canello-2022")
    .option("--targets <names>", "what to aim at, e.g. T1,T2,T5, or all", names, [])
    .option(
      "--world <scenario>",
      "where to begin: a scenario, or a file of one (default: the paper's first)",
      text,
    )
    .option(
      "--parameters <list>",
      "what may move, e.g. base,stateDependence=2:2.6 (default: all that the paper declares)",
      names,
      [],
    )
    .option(
      "--histories <number>",
      "simulated a point, the same draws for all points (default: 4; 30 to check)",
      whole,
    )
    .option("--seed <text>", "names every random draw", text, "1")
    .option("--scale <share>", "firms simulated, as a share of the world's", share, 1)
    .option("--evaluations <number>", "points tried at most", whole, 100)
    .option("--workers <number>", "threads; the result does not depend on it (default: all cores)", whole)
    .option("--out <file>", "scenario file to be written (.json)", text)
    .option("--check", "only hold the world against the targets", false)
    .addOption(
      new Option("--format <format>", "what is printed on standard output")
        .choices(["table", "json"])
        .default("table"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (paper: string, options: CalibrateOptions) => {
      finish(await calibrateWorld(paper, options));
    });
}

function names(given: string): readonly string[] {
  if (given === "all") return [];
  const listed = given.split(",").map((name) => name.trim());
  if (listed.every((name) => name !== "")) return listed;
  throw new InvalidArgumentError("Expected names with a comma between them, e.g. T1,T2.");
}

function text(given: string): string {
  if (given === "") throw new InvalidArgumentError("Expected text that is not empty.");
  return given;
}

function share(given: string): number {
  const value = Number(given);
  if (given.trim() !== "" && value > 0 && value <= 1) return value;
  throw new InvalidArgumentError("Expected a number above 0 and at most 1, e.g. 0.5.");
}

function whole(given: string): number {
  const value = Number(given);
  if (given.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
  throw new InvalidArgumentError("Expected a whole number from 1 to 100000.");
}
