import type { Expression } from "../../estimators/formula/expression.ts";
import { parseExpression } from "../../estimators/formula/parseExpression.ts";
import { log } from "../../numerics/elementary.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { ExportRequest } from "./exportRequest.ts";
import { combined, formulaParts } from "./formulaParts.ts";
import { stataData } from "./stata/stataData.ts";
import { StataExpressions } from "./stata/stataExpression.ts";
import { type StataPieces, stataModel, withoutWeights } from "./stata/stataModel.ts";
import { groupVariable, stataTerms } from "./stata/stataTerms.ts";
import { StataNames, stataComment, stataNumber, stataText } from "./stata/stataText.ts";

/**
 * A do-file that repeats a fit in Stata 14 or later and shows our numbers below Stata's. Nobody has run it: it was written
 * without a Stata at hand, and says so.
 *
 * @throws InvalidInput for a model that Stata has no command for.
 */
export function exportStata(request: ExportRequest): string {
  const { file, frame, options } = request;
  const { formula, outcome } = frame;
  const names = new StataNames();
  for (const { name } of file.columns) names.of(name);
  for (const own of [
    "sample",
    "unit",
    "time_of_row",
    "first_time",
    "group",
    "outcome",
    "event",
    "cluster",
    "offset",
    "weights",
  ]) {
    names.of(`own ${own}`, own);
  }
  const parts = formulaParts(
    formula,
    file.columns.map(({ name }) => name),
  );
  const print = new StataExpressions(names, file.columns, parts.dynamic);
  const option = (what: string, text: string | undefined) =>
    text === undefined ? null : parseExpression({ what, text });
  const where = option("where", options.where);
  const subset = option("subset", options.subset);
  const weights = option("weights", options.weights);
  const cluster = option("cluster", options.cluster) ?? parts.cluster;

  const whereText = where === null ? null : print.print(where);
  const own: string[] = [];
  const script = { names, print, lines: own };
  const terms = stataTerms(formula, file.columns, script);
  const numeric = (name: string, expression: Expression, equals = "") => {
    own.push(
      `generate double ${name} = ${print.print(expression)}${equals} if ${print.present([expression])}`,
    );
    return name;
  };
  const groupsOf = (list: readonly Expression[]) => list.map((each) => groupVariable(each, script));
  const label =
    outcome.kind === "values" && outcome.event !== null && outcome.event !== "TRUE" ? outcome.event : null;
  const plainOutcome = parts.outcome.kind === "name" && print.kindOf(parts.outcome) === "number";
  const response =
    parts.duration !== null
      ? ""
      : plainOutcome
        ? print.print(parts.outcome)
        : numeric(names.of("own outcome"), parts.outcome, label === null ? "" : ` == ${stataText(label)}`);
  const duration =
    parts.duration === null ? null : durationOf(parts.duration, names.of("own event"), print, own);
  const clusterName =
    cluster === null ? null : joined(groupsOf(combined(cluster)), names.of("own cluster"), own);
  if (parts.randomEffect !== null) joined(groupsOf(combined(parts.randomEffect)), names.of("own group"), own);
  const absorbed = parts.absorbed.map((list) => groupsOf(list).join("#"));
  const strata = terms.strata.map((each) => groupVariable(each, script));
  const weightName = weights === null ? null : numeric(names.of("own weights"), weights);
  const offset = offsetOf(terms.offsets, names.of("own offset"), print, own);
  const inUse = [
    ...terms.inUse,
    ...(parts.duration ?? [parts.outcome]),
    ...(weights === null ? [] : [weights]),
    ...(cluster === null ? [] : combined(cluster)),
    ...(parts.randomEffect === null ? [] : combined(parts.randomEffect)),
    ...parts.absorbed.flat(),
  ];
  const levels = own.flatMap((line) => /^generate int (\w+) = \.$/.exec(line)?.[1] ?? []);
  const present = [print.present(inUse), ...levels.map((name) => `!missing(${name})`)].join(" & ");
  const inSubset = subset === null ? "" : ` & ${print.present([subset])} & (${print.print(subset)})`;

  const early = print.variables.filter(({ needsSample }) => !needsSample).flatMap(({ lines }) => lines);
  const late = print.variables.filter(({ needsSample }) => needsSample).flatMap(({ lines }) => lines);
  const meanNames = new Set(print.variables.filter(({ needsSample }) => needsSample).map(({ name }) => name));
  const waitsForMeans = (line: string) =>
    [...meanNames].some((name) => new RegExp(`\\b${name}\\b`).test(line));
  const lines = [
    ...header(request),
    "",
    ...stataData(file, names),
    ...(whereText === null || where === null ? [] : [`keep if ${print.present([where])} & (${whereText})`]),
    ...(options.panel === undefined || print.variables.length === 0 ? [] : panelLines(options.panel, names)),
    ...early,
    ...own.filter((line) => !waitsForMeans(line)),
    `generate byte sample = ${present}${inSubset}`,
    ...late,
    ...[...meanNames].map((name) => `replace sample = 0 if missing(${name})`),
    ...own.filter(waitsForMeans),
    "",
    ...fitLines(request, {
      outcome: response,
      duration,
      terms: terms.text,
      intercept: terms.intercept,
      weights: weightName,
      cluster: clusterName,
      strata,
      offset,
      absorbed,
    }),
    "",
    ...ourNumbers(request),
  ];
  return `${lines.join("\n")}\n`;
}

function fitLines({ result, options, frame }: ExportRequest, pieces: StataPieces): string[] {
  const whole = frame.weights?.every(Number.isInteger) ?? false;
  if (pieces.weights !== null && withoutWeights(result) && (!whole || result.frailty != null)) {
    const found =
      result.frailty == null
        ? phrase`weights of a ${result.model}`
        : phrase`weights of a model with gamma frailty`;
    const expected = phrase`whole numbers as weights, which repeat rows: the command takes none`;
    const none = phrase`no weights: the command takes none`;
    throw new InvalidInput({
      path: "--export-stata",
      found: whole || result.frailty != null ? found : phrase`${found} that are not whole numbers`,
      expected: result.frailty == null ? expected : none,
    });
  }
  const lines = stataModel(result, pieces);
  const delayed = options.beforeEntry !== undefined;
  if (lines !== null && !delayed) return lines;
  const model =
    result.penalty === null
      ? phrase`the model ${result.model}`
      : phrase`the model ${result.model} with the penalty ${result.penalty}`;
  const found = delayed ? phrase`${model} with rows before entry` : model;
  throw new InvalidInput({
    path: "--export-stata",
    found,
    expected: phrase`a model that Stata has a command for`,
  });
}

function header({ file, result }: ExportRequest): string[] {
  return [
    "* Repeats in Stata what bandwagon estimated. Stata was not at hand when this was written: it has not been run.",
    `* Model: ${stataComment(result.model)}; formula: ${stataComment(result.formula)}`,
    "* Run it from the folder in which bandwagon ran.",
    ...(file.copyOf === null
      ? []
      : [`* ${stataComment(file.path)} holds the columns in use of ${stataComment(file.copyOf)}.`]),
    "version 14",
    "set more off",
  ];
}

function panelLines(
  { id, time }: { readonly id: string; readonly time: string },
  names: StataNames,
): string[] {
  return [
    `egen unit = group(${names.of(id)})`,
    `generate double time_of_row = ${names.of(time)}`,
    "xtset unit time_of_row",
    "egen double first_time = min(time_of_row), by(unit)",
  ];
}

function durationOf(list: readonly Expression[], event: string, print: StataExpressions, lines: string[]) {
  const [first, second, third] = list;
  const of = (expression: Expression | undefined) =>
    expression === undefined ? "" : print.print(expression);
  const happened = third ?? (list.length === 2 ? second : undefined);
  if (happened !== undefined) {
    lines.push(`generate byte ${event} = ${print.print(happened)} if ${print.present([happened])}`);
    if (print.kindOf(happened) === "number") {
      lines.push(
        "* 1 and 2 mean censored and event.",
        `quietly summarize ${event}`,
        `replace ${event} = ${event} - 1 if r(max) == 2`,
      );
    }
  }
  return {
    start: third === undefined ? "" : of(first),
    stop: third === undefined ? of(first) : of(second),
    event: happened === undefined ? "" : event,
  };
}

/** One variable of the combinations of several. */
function joined(list: readonly string[], name: string, lines: string[]): string {
  lines.push(`egen ${name} = group(${list.join(" ")})`);
  return name;
}

function offsetOf(
  list: readonly Expression[],
  name: string,
  print: StataExpressions,
  lines: string[],
): string | null {
  if (list.length === 0) return null;
  lines.push(
    `generate double ${name} = ${list.map((each) => print.print(each)).join(" + ")} if ${print.present(list)}`,
  );
  return name;
}

function ourNumbers({ result }: ExportRequest): string[] {
  const { terms, logLikelihood, observations, randomEffect } = result;
  const show = (text: string) => `display ${stataText(stataComment(text))}`;
  return [
    show(`bandwagon: ${observations} observations, log-likelihood ${stataNumber(logLikelihood)}`),
    ...terms.map(({ term, estimate, stdError, robustStdError }) => {
      const error = stataNumber(robustStdError ?? stdError);
      const value =
        Number.isFinite(estimate) || Number.isNaN(estimate) ? stataNumber(estimate) : String(estimate);
      return show(`${term}: ${value} (${error})`);
    }),
    ...(randomEffect === null
      ? []
      : [
          show(
            `sigma: ${stataNumber(randomEffect.sigma)}, ln(sigma^2): ${stataNumber(2 * log(randomEffect.sigma))}`,
          ),
        ]),
  ];
}
