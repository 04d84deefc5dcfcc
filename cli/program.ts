import { Command, InvalidArgumentError, Option } from "commander";
import { version } from "../package.json";
import { addCalibrateCommand } from "./calibrate/calibrateCommand.ts";
import { addEstimateCommand } from "./estimate/estimateCommand.ts";
import { addLabCommand } from "./lab/labCommand.ts";
import { addPowerCommand } from "./power/powerCommand.ts";
import { addReplicateCommand } from "./replicate/replicateCommand.ts";
import { listScenarios } from "./scenarios.ts";
import { type SimulateOptions, simulateScenario } from "./simulate.ts";
import { isClusterWorld, simulateClusterScenario } from "./simulateClusterWorld.ts";
import { addStudyCommands } from "./study/studyCommands.ts";
import { visibleText } from "./visibleText.ts";

/** The command line. `finish` takes the exit code of the command that ran. */
export function buildProgram(finish: (code: number) => void): Command {
  const program = new Command("bandwagon")
    .description("Simulate herding among small firms, then find out whether your estimator can see it.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(visibleText(text)) })
    .showHelpAfterError("(--help shows the command with an example)")
    .addHelpText(
      "after",
      `
Examples:
  bandwagon scenarios
  bandwagon simulate canello-2022 --set firms=2000 --out panel.csv
  bandwagon study run scenarios/canello-2022/studies/recovery.json --out out/recovery
  bandwagon estimate panel.csv "active ~ lag(active) + size + (1 | pair)" --panel pair,year

Exit codes: 0 done, 1 the work failed, 2 the request was wrong, 130 interrupted.`,
    );

  program
    .command("scenarios")
    .description("list the ready worlds, or print one with every parameter explained")
    .argument("[NAME]", "name of a scenario")
    .addOption(formatOption())
    .addHelpText("after", "\nExample:\n  bandwagon scenarios canello-2022/eq1")
    .action((name: string | undefined, { format }: { format: "table" | "json" }) => {
      finish(listScenarios(name, format));
    });

  program
    .command("simulate")
    .description("simulate one history, say what is true in it, and write its panel")
    .argument("<SCENARIO>", "name of a scenario, or a scenario file (.json) as bandwagon calibrate writes it")
    .addOption(setOption())
    .option("--seed <text>", "names every random draw", notEmpty, "1")
    .option("--out <file>", "write the panel (.csv or .parquet) and its codebook", notEmpty)
    .option("--counterfactual", "run it once more without imitation, every draw shared")
    .addOption(formatOption())
    .addHelpText(
      "after",
      "\nExample:\n  bandwagon simulate canello-2022 --set firms=2000 --set imitationSame=0.2 --counterfactual --out panel.parquet",
    )
    .action(async (scenario: string, options: SimulateOptions) => {
      const simulate = isClusterWorld(scenario) ? simulateClusterScenario : simulateScenario;
      finish(await simulate(scenario, options));
    });

  addStudyCommands(program, finish);
  addPowerCommand(program, finish);
  addEstimateCommand(program, finish);
  addReplicateCommand(program, finish);
  addCalibrateCommand(program, finish);
  addLabCommand(program, finish);

  program
    .helpCommand(false)
    .command("help")
    .description("show the help of a command")
    .argument("[command...]", "e.g. study run")
    .action((names: readonly string[]) => {
      commandAt(program, names).outputHelp();
    });

  return program;
}

/** `["study", "run"]`, one level after the other: the help command that comes with the library knows the first only. */
function commandAt(program: Command, names: readonly string[]): Command {
  let command = program;
  for (const name of names) {
    const next = command.commands.find((each) => each.name() === name);
    if (next === undefined) return command.error(`error: unknown command '${name}'`);
    command = next;
  }
  return command;
}

function formatOption(): Option {
  return new Option("--format <format>", "what is printed on standard output")
    .choices(["table", "json"])
    .default("table");
}

/** None is shown as the default, which is an empty list. */
function setOption(): Option {
  return new Option("--set <parameter=value>", "set a parameter; may be repeated")
    .argParser(collect)
    .default([], "none");
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

function notEmpty(text: string): string {
  if (text === "") throw new InvalidArgumentError("Expected text that is not empty.");
  return text;
}
