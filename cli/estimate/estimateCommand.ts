import { type Command, Option } from "commander";
import type { EstimateOptions } from "../../study/estimate/estimateOptions.ts";
import { estimate } from "./estimate.ts";
import {
  betweenZeroAndOne,
  choice,
  collect,
  nonZeroNumber,
  notEmpty,
  quadratureNodes,
  threadCount,
} from "./optionParsers.ts";

/** Adds `bandwagon estimate` to the program. `finish` takes its exit code. */
export function addEstimateCommand(program: Command, finish: (code: number) => void): void {
  const command = program
    .command("estimate")
    .description(
      "fit a model to a file of your own: probit, logit, cloglog, random effects, frailty, Cox, selection and duration, linear",
    )
    .argument("<FILE>", "CSV or tab-separated text (also gzipped), or Parquet")
    .argument(
      "<FORMULA...>",
      "in R's language: y ~ x, y ~ x + (1 | id), y ~ x | a^b, Surv(start, stop, event) ~ x; several are fitted one by one and printed side by side",
    )
    .optionsGroup("The model:")
    .addOption(
      choice("--model <model>", "default: cox for Surv(…), linear for y ~ x | g, else probit", [
        ...["probit", "logit", "cloglog", "cox", "linear"],
      ]),
    )
    .addOption(choice("--ties <method>", "of a Cox model (default: efron)", ["efron", "breslow", "exact"]))
    .option("--quadrature <nodes>", "of a random effect, 1 to 128 (default: 12)", quadratureNodes)
    .option("--threads <number>", "of a random-effects probit from 50,000 rows on (default: 1)", threadCount)
    .addOption(choice("--penalty <kind>", "against separation, monotone likelihood, few events", ["firth"]))
    .addOption(
      choice("--frailty <distribution>", "of (1 | g) with --model cloglog (default: normal)", [
        "gamma",
        "normal",
      ]),
    )
    .option("--before-entry <expression>", "rows at risk before a group was seen (gamma frailty)", notEmpty)
    .option(
      "--selection <formula>",
      'who is seen to last, as "selected ~ w": beside Surv(time, event) ~ x',
      notEmpty,
    )
    .addOption(choice("--dependence <kind>", "of selection and duration (default: fgm)", ["fgm", "gaussian"]))
    .addOption(
      choice("--distribution <name>", "of the selected durations (default: weibull)", [
        "weibull",
        "exponential",
      ]),
    )
    .option(
      "--weights <column>",
      "a column of numbers above 0: how often a row counts (with gamma frailty, how often its group does)",
      notEmpty,
    )
    .optionsGroup("The rows:")
    .option("--panel <id,time>", "columns that say whose a row is, and when: for lag(), initial(), mean()")
    .option(
      "--where <expression>",
      "rows that exist: applied first, before lag() and levels of factors",
      notEmpty,
    )
    .option(
      "--subset <expression>",
      'rows to fit to, once all is computed, as in "set == 1 & year > 2005"',
      notEmpty,
    )
    .option("--na <texts>", 'texts that mark a missing cell beside the empty one, as in "NA,."')
    .addOption(
      choice("--decimal <mark>", "what stands before decimals (default: as each column shows)", [".", ","]),
    )
    .optionsGroup("The errors:")
    .option(
      "--cluster <column>",
      "robust standard errors; rows of a cluster (a column, or a^b) may depend on each other",
      notEmpty,
    )
    .addOption(choice("--robust <type>", "robust standard errors, by row or with --cluster", ["HC0", "HC1"]))
    .addOption(
      choice("--information <kind>", "what standard errors come from (default: observed)", [
        "observed",
        "expected",
      ]),
    )
    .addOption(new Option("--confidence <level>", "of all limits").argParser(betweenZeroAndOne).default(0.95))
    .optionsGroup("After the fit:")
    .option("--effects [terms]", "average partial effects on Pr(y = 1), of all terms or those named")
    .addOption(
      choice("--effects-kind <kind>", "one more, or the slope (default: difference)", [
        "difference",
        "derivative",
      ]),
    )
    .option("--change <number>", "what a difference raises a term by (default: 1)", nonZeroNumber)
    .addOption(
      choice("--ph-transform <time>", "for the test of proportional hazards (default: km)", [
        ...["km", "rank", "identity", "log"],
      ]),
    )
    .option("--residuals <file>", "residuals by row: Cox, binary (.csv or .parquet)", notEmpty)
    .option(
      "--predict <file>",
      "by row: probabilities, of random effects and frailty those of its group too, of a Cox model its risk and survival; with --at survival curves (.csv or .parquet)",
      notEmpty,
    )
    .option("--at <values>", 'covariates of a survival curve, as in "age=60,sex=1"; may be repeated', collect)
    .option(
      "--baseline <file>",
      "survival of each stratum with all covariates 0 (.csv or .parquet)",
      notEmpty,
    )
    .optionsGroup("The report:")
    .addOption(
      choice("--format <format>", "what is printed on standard output", [
        "table",
        "json",
        "latex",
        "html",
      ]).default("table"),
    )
    .option("--out <file>", "write the result as JSON, too", notEmpty)
    .option("--export-r <file>", "write an R script that repeats the fit and compares (.R)", notEmpty)
    .option("--export-stata <file>", "the same for Stata (.do)", notEmpty)
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, formulas: string[], options: EstimateOptions) => {
      finish(await estimate(file, formulas, options));
    });
  refuseRepeated(command, ["at"]);
}

/** Of an option that is given twice one would be ignored. */
function refuseRepeated(command: Command, repeatable: readonly string[]): void {
  for (const option of command.options) {
    if (repeatable.includes(option.name())) continue;
    let times = 0;
    command.on(`option:${option.name()}`, () => {
      times++;
      if (times > 1) command.error(`error: option '${option.flags}' is given twice; once is expected`);
    });
  }
}

const EXAMPLES = `
Examples:
  bandwagon estimate panel.parquet "active ~ lag(active) + initial(active) + size + factor(year) + (1 | pair)" --panel pair,year --cluster province
  bandwagon estimate lung.csv "Surv(time, status == 2) ~ age + factor(sex) + strata(inst)" --ties efron --format json
  bandwagon estimate lung.csv "Surv(time, status == 2) ~ age + factor(sex)" --predict curves.csv --at "age=60,sex=1" --at "age=60,sex=2"
  bandwagon estimate births.csv "low ~ age" "low ~ age + smoke" --model logit --format latex

docs/estimators.md explains each model. Exit codes: 0 done, 1 no finite maximum, 2 the request was wrong, 130 interrupted.`;
