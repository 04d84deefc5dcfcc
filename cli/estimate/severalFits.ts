import { type FitTest, type ModelFrame, printFormula, testNested } from "../../estimators/index.ts";
import type { ModelResult } from "../../study/estimate/estimateModel.ts";
import type { EstimateResult } from "../../study/estimate/estimateResult.ts";
import { formatNumber } from "../formatMeasure.ts";
import { textTable, wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";
import { averageEffectTable } from "./coefficientTables.ts";
import { modelTitle, warnings } from "./estimateTable.ts";
import { count, left, oneLine, right, showNumber, showTestP } from "./numbersInTables.ts";

/** A fit with the rows it was made of. */
export interface FitOfFrame {
  readonly frame: ModelFrame;
  readonly result: ModelResult;
}

/** Likelihood-ratio test of a fit against the one before; `larger` is its position, from 0. */
export interface NestedTest extends FitTest {
  readonly smaller: number;
  readonly larger: number;
}

/** One test for each neighbouring pair of fits to the same rows and outcome of which one contains the other. */
export function nestedTests(fits: readonly FitOfFrame[]): NestedTest[] {
  return fits.flatMap((current, at) => {
    const before = fits[at - 1];
    if (before === undefined || !sameRows(before.frame, current.frame)) return [];
    const grows = test(before, current);
    if (grows !== null) return [{ smaller: at - 1, larger: at, ...grows }];
    const shrinks = test(current, before);
    return shrinks === null ? [] : [{ smaller: at, larger: at - 1, ...shrinks }];
  });
}

/** Why neighbouring fits of one outcome are not tested against each other, where their rows are not the same. */
export function notesOnRows(fits: readonly FitOfFrame[]): string[] {
  return fits.flatMap(({ frame }, at) => {
    const before = fits[at - 1]?.frame;
    if (before === undefined || outcomeOf(before) !== outcomeOf(frame) || sameRows(before, frame)) return [];
    const rows = `${count(before.rows)} and ${count(frame.rows)} rows, not the same ones`;
    return [
      `note: (${at}) and (${at + 1}) have ${rows}: no likelihood-ratio test; --subset can give both the same`,
    ];
  });
}

/** Null for fits that are not nested, and for those that a likelihood ratio says nothing of: penalised, robust. */
function test({ result: smaller }: FitOfFrame, { result: larger }: FitOfFrame): FitTest | null {
  try {
    return testNested(smaller.fit, larger.fit);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function outcomeOf({ formula }: ModelFrame): string | undefined {
  return printFormula(formula).split(" ~ ")[0];
}

function sameRows(one: ModelFrame, other: ModelFrame): boolean {
  return (
    outcomeOf(one) === outcomeOf(other) &&
    one.rows === other.rows &&
    one.rowNumbers.every((row, at) => row === other.rowNumbers[at])
  );
}

/** Several fits side by side: estimates with their standard errors below in parentheses. */
export function sideBySide(results: readonly EstimateResult[], tests: readonly NestedTest[]): string {
  const names = [...new Set(results.flatMap(({ terms }) => terms.map(({ term }) => term)))];
  const cellsOf = (name: string) =>
    results.map(({ terms }) => {
      const term = terms.find((each) => each.term === name);
      if (term === undefined) return "";
      const error = term.robustStdError ?? term.stdError;
      return `${showNumber(term.estimate, error)}\n(${showNumber(error, error)})`;
    });
  const row = (name: string, of: (result: EstimateResult) => string) => [name, ...results.map(of)];
  const random = results.some(({ randomEffect }) => randomEffect !== null);
  const rows = [
    ...names.map((name) => [oneLine(name), ...cellsOf(name)]),
    ...(random ? [row("sigma", sigma)] : []),
    row("observations", ({ observations }) => count(observations)),
    row("log-likelihood", ({ logLikelihood }) => formatNumber(logLikelihood, 4)),
    row("AIC", ({ aic }) => formatNumber(aic, 3)),
    row("BIC", ({ bic }) => formatNumber(bic, 3)),
  ];
  const titles = results.map((_, at) => right(`(${at + 1})`));
  const blocks = [
    results
      .map((result, at) => wrapText(`(${at + 1}) ${modelTitle(result)} · ${result.formula}`, 110, "    "))
      .join("\n"),
    textTable([left("term"), ...titles], rows),
    `standard errors in parentheses${results.some(({ robust }) => robust !== null) ? ", robust where there are such" : ""}`,
    ...results.flatMap(({ averagePartialEffects, confidenceLevel }, at) =>
      averagePartialEffects === null
        ? []
        : [`(${at + 1})\n${averageEffectTable(averagePartialEffects, confidenceLevel)}`],
    ),
    ...(tests.length === 0 ? [] : [tests.map(testLine).join("\n")]),
    ...results.flatMap((result, at) =>
      result.warnings.length === 0 ? [] : [`(${at + 1}) ${warnings(result)}`],
    ),
  ];
  return visibleText(blocks.join("\n\n"));
}

function sigma({ randomEffect }: EstimateResult): string {
  if (randomEffect === null) return "";
  const { sigma, sigmaStdError } = randomEffect;
  return `${showNumber(sigma, sigmaStdError)}\n(${showNumber(sigmaStdError, sigmaStdError)})`;
}

function testLine({ smaller, larger, statistic, df, pValue }: NestedTest): string {
  const what = `(${smaller + 1}) in (${larger + 1})`;
  return `likelihood ratio test of ${what}: ${formatNumber(statistic, 2)} on ${df} df, p ${showTestP(pValue)}`;
}
