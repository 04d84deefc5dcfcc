import { type Command, Option } from "commander";
import { collect, notEmpty, quadratureNodes } from "../estimate/optionParsers.ts";
import { type DesignFromOptions, designFrom } from "./designFrom.ts";

/** `bandwagon study design-from`. */
export function addDesignFromCommand(study: Command, finish: (code: number) => void): void {
  study
    .command("design-from")
    .description("a study whose world has the size, margins and coefficients of your panel")
    .argument("<FILE>", "CSV or tab-separated text (also gzipped), or Parquet")
    .requiredOption("--formula <formula>", "a probit, as in active ~ yLag + peers + (1 | pair)", notEmpty)
    .requiredOption("--panel <id,time>", "columns that say whose a row is, and when", notEmpty)
    .option("--map <theirs=ours>", "your name of a column of ours; may be repeated", collect, [])
    .option("--cluster <column>", "clusters of the standard errors", notEmpty)
    .option(
      "--estimand <column>",
      "our name of the column whose power is wanted (default: the first peers)",
      notEmpty,
    )
    .option("--where <condition>", "rows that exist at all", notEmpty)
    .option("--na <texts>", "what marks a missing cell, between commas", notEmpty)
    .addOption(new Option("--decimal <mark>", "what stands before decimals").choices([".", ","]))
    .option("--quadrature <nodes>", "of the random effect", quadratureNodes, 12)
    .option("--out <file>", "where the design is written (default: standard output)", notEmpty)
    .addOption(
      new Option(
        "--format <format>",
        "what is printed on standard output; json: the design and all that was found",
      )
        .choices(["table", "json"])
        .default("table"),
    )
    .addHelpText(
      "after",
      `
Example:
  bandwagon study design-from panel.csv --panel pair,year --out design.json \\
    --formula "active ~ yLag + yInitial + size + msePeersSameDestination + factor(year) + (1 | pair)"`,
    )
    .action(async (file: string, options: DesignFromOptions) => {
      finish(await designFrom(file, options));
    });
}
