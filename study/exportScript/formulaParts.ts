import {
  type Call,
  contains,
  type Expression,
  withoutParentheses,
} from "../../estimators/formula/expression.ts";
import type { Formula } from "../../estimators/index.ts";

/** A formula taken apart as other software wants it: terms, and apart from them random effect, cluster and absorbed effects. */
export interface FormulaParts {
  /** Of `Surv(…)` its arguments; null for an outcome of values. */
  readonly duration: readonly Expression[] | null;
  readonly outcome: Expression;
  /** The terms without `cluster()` and `(1 | g)`, the dot written out; null when nothing is left. */
  readonly terms: Expression | null;
  readonly cluster: Expression | null;
  readonly randomEffect: Expression | null;
  /** Each a list of expressions whose combinations are the levels. */
  readonly absorbed: readonly (readonly Expression[])[];
  /** Whether `mean()` leaves out each unit's first row. */
  readonly dynamic: boolean;
}

export function formulaParts(formula: Formula, columns: readonly string[]): FormulaParts {
  const found: { cluster: Expression | null; randomEffect: Expression | null } = {
    cluster: null,
    randomEffect: null,
  };
  const outcomeColumns = new Set<string>();
  contains(formula.outcome, (part) => {
    if (part.kind === "name") outcomeColumns.add(part.name);
    return false;
  });
  const dot = columns.filter((name) => !outcomeColumns.has(name));
  const rest = (expression: Expression): Expression | null => {
    if (expression.kind === "name" && expression.name === "." && !columns.includes(".")) return sumOf(dot);
    if (expression.kind === "call" && expression.function === "cluster") {
      found.cluster = expression.arguments[0]?.value ?? null;
      return null;
    }
    if (expression.kind === "parentheses") {
      const inner = withoutParentheses(expression);
      if (inner.kind === "binary" && inner.operator === "|") {
        found.randomEffect = inner.right;
        return null;
      }
      const left = rest(expression.inner);
      return left === null ? null : { ...expression, inner: left };
    }
    if (expression.kind !== "binary" || !["+", "-", "*", ":", "/"].includes(expression.operator))
      return expression;
    const [left, right] = [rest(expression.left), rest(expression.right)];
    if (right === null) return left;
    if (left !== null) return { ...expression, left, right };
    return expression.operator === "-" ? { ...expression, left: one, right } : right;
  };
  const terms = rest(formula.terms);
  const call = withoutParentheses(formula.outcome);
  return {
    duration:
      call.kind === "call" && call.function === "Surv" ? call.arguments.map(({ value }) => value) : null,
    outcome: formula.outcome,
    terms,
    ...found,
    absorbed: formula.absorbed === null ? [] : summands(formula.absorbed).map(combined),
    dynamic: [formula.outcome, formula.terms].some((side) =>
      contains(side, (part) => part.kind === "call" && ["lag", "initial"].includes(part.function)),
    ),
  };
}

/** The variables of the terms: what stands between the operators that make terms of them. */
export function variablesOf(terms: Expression | null): Expression[] {
  if (terms === null || terms.kind === "number") return [];
  if (terms.kind === "parentheses") return variablesOf(terms.inner);
  if (terms.kind === "unary" && terms.operator !== "!") return variablesOf(terms.operand);
  if (terms.kind === "binary") {
    if (terms.operator === "^") return variablesOf(terms.left);
    if (["+", "-", "*", ":", "/"].includes(terms.operator)) {
      return [...variablesOf(terms.left), ...variablesOf(terms.right)];
    }
  }
  return [terms];
}

/** The expressions of which a variable is made, each with values: the arguments of `strata()`, what is in `offset()`. */
export function valuesOf(variable: Expression): readonly Expression[] {
  const taken = (call: Call) => call.arguments.map(({ value }) => value);
  return variable.kind === "call" && ["strata", "offset"].includes(variable.function)
    ? taken(variable)
    : [variable];
}

/** The expressions whose combinations are the groups of `a^b`. */
export function combined(expression: Expression): readonly Expression[] {
  const inner = withoutParentheses(expression);
  if (inner.kind !== "binary" || !["^", ":"].includes(inner.operator)) return [inner];
  return [...combined(inner.left), ...combined(inner.right)];
}

export function summands(expression: Expression): readonly Expression[] {
  const inner = withoutParentheses(expression);
  if (inner.kind !== "binary" || inner.operator !== "+") return [inner];
  return [...summands(inner.left), ...summands(inner.right)];
}

const one: Expression = { kind: "number", value: 1, integer: false, start: 0, end: 0 };

function sumOf(names: readonly string[]): Expression {
  const [first, ...others] = names.map((name): Expression => ({ kind: "name", name, start: 0, end: 0 }));
  if (first === undefined) return one;
  const sum = others.reduce<Expression>(
    (left, right) => ({ kind: "binary", operator: "+", left, right, start: 0, end: 0 }),
    first,
  );
  return { kind: "parentheses", inner: sum, start: 0, end: 0 };
}
