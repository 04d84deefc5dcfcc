import { phrase } from "../../scenarios/phrase.ts";
import type { DesignVariable } from "./designMatrix.ts";
import type { Variable } from "./expandTerms.ts";
import type { Call, Expression } from "./expression.ts";
import { factorOf, occurringLevels } from "./factorValues.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import { listsLevels } from "./namedLevels.ts";
import { printExpression } from "./printExpression.ts";
import { refuseSpoiltNumbers } from "./refuseSpoiltNumbers.ts";
import type { Sample } from "./sample.ts";
import { type StrataArgument, strataFactor } from "./strataFactor.ts";
import type { LabelValues } from "./values.ts";

/** A covariance of so many coefficients has 200 MB; nobody waits for its inverse. */
const MOST_LEVELS = 5000;

/** A level of a factor that no row of the sample has. */
export interface EmptyLevel {
  /** As in the formula: `industry`, `factor(x, levels = c(1, 2, 3))`. */
  readonly variable: string;
  readonly level: string;
  /** Whether the formula lists it, in `levels = c(…)`. */
  readonly isListed: boolean;
}

export function isStrata(expression: Expression): expression is Call {
  return expression.kind === "call" && expression.function === "strata";
}

/** The expressions to evaluate for a variable: of `strata(g, h)` its arguments. */
export function variableParts(expression: Expression): readonly Expression[] {
  return isStrata(expression) ? expression.arguments.map(({ value }) => value) : [expression];
}

/**
 * A variable of the formula in the rows of the sample. Levels no row has are left out and added to `emptyLevels`.
 *
 * @throws InvalidFormula for a factor of one level; InvalidInput with row and column for a column that would be one of
 *   numbers but for a cell.
 */
export function designVariable(
  source: Source,
  { label, expression }: Variable,
  sample: Sample,
  emptyLevels: EmptyLevel[],
): DesignVariable {
  if (isStrata(expression)) {
    const { codes, levels } = strataOfCall(source, expression, sample);
    return { label, kind: "factor", codes, levels, logical: false };
  }
  const part = { source, expression };
  const values = sample.values(part);
  if (values.kind === "number") return { label, kind: "number", values: values.values };
  if (values.kind === "logical") {
    return { label, kind: "factor", codes: values.values, levels: ["FALSE", "TRUE"], logical: true };
  }
  if (expression.kind === "name") refuseSpoiltNumbers(part, sample);
  const factor = occurringLevels(values);
  const isListed = listsLevels(expression);
  emptyLevels.push(...factor.emptyLevels.map((level) => ({ variable: label, level, isListed })));
  if (factor.levels.length < 2) {
    throw new InvalidFormula(source, expression, {
      found: phrase`${label} with the one level ${factor.levels[0]} in the rows used`,
      expected: phrase`two levels or more, or a formula without it`,
    });
  }
  if (factor.levels.length > MOST_LEVELS) {
    throw new InvalidFormula(source, expression, {
      found: phrase`${label} with ${factor.levels.length} levels, each of them a coefficient`,
      expected: phrase`at most ${MOST_LEVELS}; a random effect (1 | g) or absorbed effects y ~ x | g take any number`,
    });
  }
  return { label, kind: "factor", codes: factor.codes, levels: factor.levels, logical: false };
}

/** The strata that all `strata()` of the formula make together; null without any. */
export function strataOf(source: Source, variables: readonly Variable[], sample: Sample): LabelValues | null {
  const list = variables.flatMap(({ expression }) => (isStrata(expression) ? [expression] : []));
  if (list.length === 0) return null;
  if (list.length === 1) return strataOfCall(source, list[0], sample);
  const terms = list.map((call): StrataArgument => {
    const { codes, levels } = strataOfCall(source, call, sample);
    return { name: printExpression(call), codes, levels, labelled: true };
  });
  return strataFactor(terms);
}

function strataOfCall(source: Source, call: Call, sample: Sample): LabelValues {
  const list = call.arguments.map(({ value }): StrataArgument => {
    const values = sample.values({ source, expression: value });
    const { codes, levels } = occurringLevels(factorOf(values));
    return { name: printExpression(value), codes, levels, labelled: values.kind === "label" };
  });
  return strataFactor(list);
}
