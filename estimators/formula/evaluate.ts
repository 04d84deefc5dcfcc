import type { Table } from "../../panel/table.ts";
import { InvalidInput } from "../../scenarios/invalidInput.ts";
import { nearestName } from "../../scenarios/nearestName.ts";
import { phrase, type Said } from "../../scenarios/phrase.ts";
import { combineNumbers, FUNCTIONS_OF_NUMBERS, mapNumbers } from "./arithmetic.ts";
import { cellThatIsNoNumber, valuesOfColumn } from "./columnValues.ts";
import { compareValues, valuesAmong } from "./compareValues.ts";
import { and, not, or } from "./comparisons.ts";
import {
  type Binary,
  type Call,
  type ColumnName,
  type Expression,
  type Unary,
  withoutParentheses,
} from "./expression.ts";
import { factorOf, withLevels } from "./factorValues.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import { asLabel, literals } from "./literals.ts";
import { unitMeans, valuesAt } from "./panelFunctions.ts";
import type { PanelIndex } from "./panelIndex.ts";
import { placeOfCell } from "./placeOfCell.ts";
import { printExpression } from "./printExpression.ts";
import {
  asLogicals,
  asNumbers,
  type LabelValues,
  type LogicalValues,
  logicals,
  markMissing,
  type NumberValues,
  numbers,
  type Values,
} from "./values.ts";

/** What an evaluation needs to know beside the expression. */
export interface EvaluationContext {
  readonly table: Table;
  /** Text the expressions were read from, for messages. */
  readonly source: Source;
  /** Null where no panel was named: then `lag`, `initial` and `mean` are refused. */
  readonly panel: PanelIndex | null;
  /**
   * Rows `mean()` is taken over, as 1 or 0 by row, and whether a unit's earliest row is left out. Null while the sample is
   * not yet known: `mean(x)` is then x, missing where x is.
   */
  readonly meansOver: { readonly sample: Uint8Array; readonly withoutFirst: boolean } | null;
}

/**
 * Values of expressions in every row of a table, by R's rules for missing values.
 *
 * Its methods throw `InvalidFormula` with the place in the text: a column the table does not have, labels where numbers
 * are needed, a label the column does not have, a function where it has no meaning.
 */
export class Evaluator {
  /** Rows in which an operation on numbers that are there has no result, with that operation: log(−1), 0/0. */
  readonly undefinedCells = new Map<number, Expression>();
  readonly #context: EvaluationContext;

  constructor(context: EvaluationContext) {
    this.#context = context;
  }

  values(expression: Expression): Values {
    switch (expression.kind) {
      case "number":
        return numbers(Float64Array.of(expression.value), true);
      case "logical":
        return logicals(Uint8Array.of(Number(expression.value)), true);
      case "name":
        return this.#column(expression);
      case "parentheses":
        return this.values(expression.inner);
      case "unary":
        return this.#unary(expression);
      case "binary":
        return this.#binary(expression);
      case "call":
        return this.#call(expression);
      case "text":
        return this.#refuse(
          expression,
          phrase`a text`,
          phrase`a column; a text stands beside ==, != or %in%`,
        );
    }
  }

  /** Numbers, or logicals as 0 and 1; labels are refused. */
  numbers(expression: Expression): NumberValues {
    return asNumbers(this.#notLabels(expression));
  }

  /** Logicals, or numbers as whether they are not 0; labels are refused. */
  logicals(expression: Expression): LogicalValues {
    return asLogicals(this.#notLabels(expression));
  }

  labels(expression: Expression): LabelValues {
    return factorOf(this.values(expression));
  }

  #notLabels(expression: Expression): NumberValues | LogicalValues {
    const values = this.values(expression);
    if (values.kind !== "label") return values;
    const text = printExpression(expression);
    const mostlyNumbers = expression.kind === "name" && cellThatIsNoNumber(values);
    if (mostlyNumbers) {
      const { row, label, expected } = mostlyNumbers;
      refuseCell(expression, row, JSON.stringify(label), expected);
    }
    const shown = values.levels.slice(0, 3).join(", ") + (values.levels.length > 3 ? ", …" : "");
    return this.#refuse(expression, phrase`${text}, which holds labels (${shown})`, phrase`numbers`);
  }

  #column(node: ColumnName): Values {
    const { columns } = this.#context.table;
    const found = columns.get(node.name);
    if (found !== undefined) return valuesOfColumn(found);
    const names = [...columns.keys()];
    return this.#refuse(
      node,
      phrase`no column named ${JSON.stringify(node.name)}`,
      phrase`one of ${names.join(", ")}`,
      nearestName(node.name, names),
    );
  }

  #unary(node: Unary): Values {
    if (node.operator === "!") return not(this.logicals(node.operand));
    if (node.operator === "~") return this.#refuse(node, phrase`~ in an expression`, phrase`arithmetic`);
    const operand = this.numbers(node.operand);
    return node.operator === "+" ? operand : this.#mapNumbers(node, operand, "-");
  }

  #binary(node: Binary): Values {
    const { operator, left, right } = node;
    const { source } = this.#context;
    switch (operator) {
      case "&":
        return and(this.logicals(left), this.logicals(right));
      case "|":
        return or(this.logicals(left), this.logicals(right));
      case "%in%":
        return valuesAmong(source, node, this.values(left), literals(source, right));
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        return compareValues(source, { ...node, operator }, this.#comparand(left), this.#comparand(right));
      case "~":
      case ":":
        return this.#refuse(
          node,
          phrase`${printExpression(node)} in an expression`,
          phrase`arithmetic or a comparison`,
        );
      default:
        return combineNumbers(operator, this.numbers(left), this.numbers(right), this.#undefinedAt(node));
    }
  }

  #call(node: Call): Values {
    const [first] = node.arguments;
    switch (node.function) {
      case "I":
        return this.values(first.value);
      case "log":
      case "log1p":
      case "exp":
      case "sqrt":
      case "abs":
        return this.#mapNumbers(node, this.numbers(first.value), node.function);
      case "is.na":
        return this.#isMissing(first.value);
      case "factor":
      case "as.factor":
        return this.#factor(node);
      case "lag":
      case "initial":
      case "mean":
        return this.#overTime(node);
      case "c":
        return this.#refuse(node, "c(…)", phrase`it on the right of %in%, or as levels = c(…)`);
      default: {
        const found = phrase`${node.function}() inside another expression`;
        return this.#refuse(
          node,
          found,
          node.function === "Surv" ? phrase`it left of ~` : phrase`it as a term of its own`,
        );
      }
    }
  }

  #mapNumbers(
    node: Expression,
    operand: NumberValues,
    name: keyof typeof FUNCTIONS_OF_NUMBERS,
  ): NumberValues {
    return mapNumbers(operand, FUNCTIONS_OF_NUMBERS[name], this.#undefinedAt(node));
  }

  #undefinedAt(node: Expression): (row: number) => void {
    return (row) => this.undefinedCells.set(row, node);
  }

  #isMissing(expression: Expression): LogicalValues {
    const values = this.values(expression);
    const mask = new Uint8Array(values.kind === "label" ? values.codes.length : values.values.length);
    markMissing(values, mask);
    return logicals(mask, values.kind !== "label" && values.constant);
  }

  #factor(node: Call): LabelValues {
    const [{ value }, levels] = node.arguments;
    const labels = this.labels(value);
    if (levels === undefined) return labels;
    const asked = literals(this.#context.source, levels.value).map(asLabel);
    const twice = asked.find((level, index) => asked.indexOf(level) < index);
    if (twice !== undefined)
      this.#refuse(levels.value, phrase`the level ${twice} twice`, phrase`distinct levels`);
    return withLevels(labels, asked);
  }

  #overTime(node: Call): Values {
    const { panel, meansOver } = this.#context;
    const [{ value }, lags] = node.arguments;
    if (panel === null) {
      return this.#refuse(
        node,
        phrase`${node.function}() without a panel`,
        phrase`the columns that say unit and time of a row`,
      );
    }
    if (node.function === "initial") return valuesAt(this.#perRow(value), panel.first);
    if (node.function === "mean") {
      const operand = this.numbers(value);
      if (operand.constant)
        this.#refuse(value, phrase`a constant`, phrase`an expression that reads a column`);
      return meansOver === null
        ? operand
        : unitMeans(operand, panel, meansOver.sample, meansOver.withoutFirst);
    }
    let periods = 1;
    if (lags !== undefined) {
      const [number] = literals(this.#context.source, lags.value);
      if (typeof number !== "number" || !Number.isInteger(number) || number < 1) {
        this.#refuse(lags.value, printExpression(lags.value), phrase`a whole number of periods, 1 or more`);
      }
      periods = number;
    }
    return valuesAt(this.#perRow(value), panel.before(periods));
  }

  #perRow(expression: Expression): Values {
    const values = this.values(expression);
    if (values.kind !== "label" && values.constant) {
      this.#refuse(expression, phrase`a constant`, phrase`an expression that reads a column`);
    }
    return values;
  }

  #comparand(expression: Expression): Values | string {
    const inner = withoutParentheses(expression);
    return inner.kind === "text" ? inner.value : this.values(inner);
  }

  #refuse(place: Expression, found: Said, expected: Said, suggestion: string | null = null): never {
    throw new InvalidFormula(this.#context.source, place, { found, expected, suggestion });
  }
}

/** Refuses what an expression is in one row of the table. */
export function refuseCell(of: Expression, row: number, found: Said, expected: Said): never {
  const name = of.kind === "name" ? of.name : printExpression(of);
  throw new InvalidInput({ path: placeOfCell(row, name), found, expected });
}
