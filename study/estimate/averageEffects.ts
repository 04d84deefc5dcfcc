import { columnNames, type Expression, parts } from "../../estimators/formula/expression.ts";
import { parseExpression } from "../../estimators/formula/parseExpression.ts";
import {
  type AveragePartialEffect,
  averagePartialEffect,
  type ModelFrame,
  type ModelMatrix,
  termNames,
} from "../../estimators/index.ts";
import { InvalidInput, nearestName } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";
import type { FittedModel } from "./estimateModel.ts";
import { type ModelOptions, splitList } from "./estimateOptions.ts";

/**
 * Average partial effects of the terms that `--effects` names: coefficients, or terms of the formula, which stand for all
 * their levels; every one but the intercept when it names none. A number is raised by one, but a column of 0 and 1 goes
 * from 0 to 1 in every row.
 *
 * @throws InvalidInput for a name that is no term.
 */
export function averageEffects(
  frame: ModelFrame,
  fit: FittedModel,
  { effects, effectsKind = "difference", change, confidence }: ModelOptions,
): AveragePartialEffect[] | null {
  if (effects === undefined) return null;
  const { matrix, offset } = frame;
  const levels = new Set(
    matrix.factors.flatMap(({ name, levels }) => levels.slice(1).map((level) => name + level)),
  );
  return termsAsked(frame, effects).map((term) => {
    // From 0 to 1 in every row, and not to 2 where it is 1.
    const indicator = effectsKind === "difference" && change === undefined && isIndicator(matrix, term);
    return averagePartialEffect(fit, indicator ? withZeros(matrix, term) : matrix, term, {
      // The effect of a level is the step from the reference level, whatever is asked of numbers.
      kind: levels.has(term) ? "difference" : effectsKind,
      confidenceLevel: confidence,
      ...(change !== undefined && { change }),
      ...(offset && { offset }),
    });
  });
}

function isIndicator({ numeric }: ModelMatrix, term: string): boolean {
  const values = numeric.find(({ name }) => name === term)?.values;
  return values?.every((value) => value === 0 || value === 1) ?? false;
}

function withZeros(matrix: ModelMatrix, term: string): ModelMatrix {
  const numeric = matrix.numeric.map((column) =>
    column.name === term ? { name: term, values: new Uint8Array(matrix.rows) } : column,
  );
  return { ...matrix, numeric };
}

function termsAsked({ matrix, terms, coefficientOrder }: ModelFrame, effects: string | true): string[] {
  const names = termNames(matrix);
  const all = [...coefficientOrder].flatMap((at) => names[at] ?? []).filter((name) => name !== "(Intercept)");
  if (effects === true) return all;
  if (effects.includes("~")) {
    const expected = phrase`names of terms; the formula stands before --effects`;
    throw new InvalidInput({ path: "--effects", found: effects, expected });
  }
  const asked = splitList(effects).flatMap((name) => {
    const ofFormula = terms.find(({ label }) => label === name);
    if (ofFormula !== undefined) return ofFormula.coefficients;
    if (all.includes(name)) return [name];
    const known = [...new Set([...terms.map(({ label }) => label), ...all])];
    throw new InvalidInput({
      path: "--effects",
      found: phrase`no term ${name}`,
      expected: phrase`one of ${known.join(", ")}`,
      suggestion: nearestName(name, known),
    });
  });
  return [...new Set(asked)];
}

/** Columns that several terms are made of, such as x in x + I(x^2): the effect of each term is of that term alone. */
export function columnsOfSeveralTerms({ terms }: ModelFrame): string[] {
  const count = new Map<string, number>();
  for (const { label } of terms) {
    const expression = withoutOtherPeriods(parseExpression({ what: "term", text: label }));
    for (const name of new Set(expression.flatMap(columnNames))) count.set(name, (count.get(name) ?? 0) + 1);
  }
  return [...count].filter(([, terms]) => terms > 1).map(([name]) => name);
}

/** The parts that read the row itself: `lag(x)` and `mean(x)` are other quantities than x. */
function withoutOtherPeriods(expression: Expression): Expression[] {
  if (expression.kind === "name") return [expression];
  if (expression.kind === "call" && ["lag", "initial", "mean"].includes(expression.function)) return [];
  return parts(expression).flatMap(withoutOtherPeriods);
}
