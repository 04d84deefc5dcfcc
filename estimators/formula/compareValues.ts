import { nearestName } from "../../scenarios/nearestName.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { compareNumbers, labelIsOneOf, not, numberIsOneOf, sameLabel } from "./comparisons.ts";
import type { Binary, ComparisonOperator, Expression } from "./expression.ts";
import { factorOf } from "./factorValues.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";
import { asLabel } from "./literals.ts";
import { printExpression } from "./printExpression.ts";
import { asNumbers, type LabelValues, type LogicalValues, MISSING_LOGICAL, type Values } from "./values.ts";

/**
 * A comparison of values, or of values with a text. Unlike R, which takes a label that no row has for an answer of FALSE,
 * this refuses it: it is a slip of the pen more often than a question.
 *
 * @param node where it stands, for messages.
 * @throws InvalidFormula for labels beside numbers, labels compared by size, a label the column does not have.
 */
export function compareValues(
  source: Source,
  node: Binary & { readonly operator: ComparisonOperator },
  left: Values | string,
  right: Values | string,
): LogicalValues {
  const { operator } = node;
  const [a, b] = [left, right].map(asComparand);
  if (a.kind !== "label" && b.kind !== "label" && a.kind !== "text" && b.kind !== "text") {
    return compareNumbers(operator, asNumbers(a), asNumbers(b));
  }
  if (operator !== "==" && operator !== "!=") {
    const found = phrase`labels compared with ${operator}`;
    throw new InvalidFormula(source, node, { found, expected: phrase`== or !=, or numbers` });
  }
  const equal =
    equalLabels(source, node, a, b) ?? equalLabels(source, { left: node.right, right: node.left }, b, a);
  if (equal !== null) return operator === "==" ? equal : not(equal);
  const found = phrase`${printExpression(node)}, labels beside numbers`;
  throw new InvalidFormula(source, node, { found, expected: phrase`both of one kind` });
}

/** Whether values are among those listed; FALSE where they are missing. */
export function valuesAmong(
  source: Source,
  node: Binary,
  operand: Values,
  asked: readonly (number | string)[],
): LogicalValues {
  const text = asked.find((each) => typeof each === "string");
  const labels = operand.kind === "logical" && text !== undefined ? factorOf(operand) : operand;
  if (labels.kind === "label") {
    const labelsAsked = asked.map(asLabel);
    for (const label of labelsAsked) requireLevel(source, node.right, labels, label);
    return labelIsOneOf(labels, new Set(labelsAsked), 0);
  }
  if (text !== undefined || operand.kind === "label") {
    const found = phrase`the text ${JSON.stringify(text)} beside numbers`;
    throw new InvalidFormula(source, node.right, { found, expected: phrase`numbers` });
  }
  return numberIsOneOf(asNumbers(operand), new Set(asked.map(Number)));
}

type Comparand = Values | { readonly kind: "text"; readonly text: string };

function asComparand(side: Values | string): Comparand {
  return typeof side === "string" ? { kind: "text", text: side } : side;
}

/** Labels on the left compared with a text, a number or labels on the right; null for any other pair. */
function equalLabels(
  source: Source,
  node: Pick<Binary, "left" | "right">,
  left: Comparand,
  right: Comparand,
): LogicalValues | null {
  const labels = left.kind === "logical" && right.kind === "text" ? factorOf(left) : left;
  if (labels.kind !== "label") return null;
  if (right.kind === "label") return sameLabel(labels, right);
  const constant = right.kind === "number" && right.constant ? right.values[0] : null;
  const asked = right.kind === "text" ? right.text : constant === null ? null : asLabel(constant);
  if (asked === null) return null;
  requireLevel(source, node.right, labels, asked);
  return labelIsOneOf(labels, new Set([asked]), MISSING_LOGICAL);
}

function requireLevel(source: Source, place: Expression, { levels }: LabelValues, label: string): void {
  if (levels.includes(label)) return;
  const shown = levels.slice(0, 20).join(", ") + (levels.length > 20 ? ", …" : "");
  throw new InvalidFormula(source, place, {
    found: phrase`the label ${JSON.stringify(label)}`,
    expected: phrase`one of ${shown}`,
    suggestion: nearestName(label, levels),
  });
}
