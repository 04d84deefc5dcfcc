import { type Command, InvalidArgumentError, Option } from "commander";
import { availableCores } from "../../workers/nodeEndpoint.ts";
import { type PowerOptions, power } from "./power.ts";

/** `bandwagon power`. `finish` takes the exit code. */
export function addPowerCommand(program: Command, finish: (code: number) => void): void {
  program
    .command("power")
    .description("how many firms, years or provinces a test needs, or the smallest effect it finds")
    .argument("<DESIGN>", "design file (JSON, ADEMP) of one world that varies nothing")
    .option("--solve <what>", "firms, years, provinces, or the path of a parameter", notEmpty)
    .option("--mde [parameter]", "smallest effect that is found (default: of the estimand's mechanism)")
    .option("--target <power>", "power to reach (default: the design's, or 0.8)", share)
    .option("--method <name>", "whose power it is, where the design has several", notEmpty)
    .option("--estimand <term>", "whose test it is", notEmpty)
    .option(
      "--from <value>",
      "smallest value tried; without it a quarter of the design's, and less if need be",
      number,
    )
    .option("--to <value>", "largest value tried; without it twice the design's, and more if need be", number)
    .option(
      "--null <settings>",
      'a world in which nothing should be found, as "imitationSame=0,provinceDestinationFitSd=0.3"; may be repeated',
      collect,
    )
    .option("--replications <number>", "histories at each value, in place of the design's", wholeNumber)
    .option("--confirm <number>", "fresh histories at the answer (default: twice as many)", wholeFromZero)
    .option("--seed <text>", "in place of the design's", notEmpty)
    .option("--out <folder>", "keep every replication there, and write power.json and power.csv", notEmpty)
    .option("--workers <number>", "threads; the result does not depend on it (default: all cores)", threads)
    .addOption(
      new Option("--format <format>", "what is printed on standard output")
        .choices(["table", "json"])
        .default("table"),
    )
    .addHelpText(
      "after",
      `
Example:
  bandwagon power scenarios/canello-2022/studies/power-table2.json --out out/power
  bandwagon power DESIGN --solve firms --target 0.8 --estimand msePeersSameDestination
  bandwagon power DESIGN --mde imitationSame --to 0.1`,
    )
    .action(async (design: string, options: PowerOptions) => {
      finish(await power(design, options));
    });
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

function notEmpty(text: string): string {
  if (text === "") throw new InvalidArgumentError("Expected text that is not empty.");
  return text;
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Expected a number.");
}

function share(text: string): number {
  const value = number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("Expected a number between 0 and 1.");
}

function wholeFromZero(text: string): number {
  const value = number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 10_000_000) return value;
  throw new InvalidArgumentError("Expected a whole number from 0 to 10000000.");
}

function wholeNumber(text: string): number {
  const value = number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 10_000_000) return value;
  throw new InvalidArgumentError("Expected a whole number from 1 to 10000000.");
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
