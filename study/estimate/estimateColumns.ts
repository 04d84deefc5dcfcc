import { contains } from "../../estimators/formula/expression.ts";
import type { Source } from "../../estimators/formula/invalidFormula.ts";
import type { PanelColumns } from "../../estimators/formula/panelIndex.ts";
import { parseExpression } from "../../estimators/formula/parseExpression.ts";
import { type Formula, InvalidFormula } from "../../estimators/index.ts";
import { InvalidInput, nearestName } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";

/** What beside the formula reads columns. */
export interface ColumnUse {
  readonly panel?: PanelColumns;
  /** By the name of the option, such as `subset`. */
  readonly expressions: readonly Source[];
}

/**
 * The columns of a file that a formula and its options read, so that no other is parsed; all for `y ~ .`.
 *
 * @throws InvalidFormula for a name the file does not have, with its place; InvalidInput for one of the panel.
 */
export function columnsInUse(formula: Formula, use: ColumnUse, names: readonly string[]): string[] {
  const { source, outcome, terms, absorbed } = formula;
  const sourced = [outcome, terms, ...(absorbed === null ? [] : [absorbed])].map((expression) => ({
    source,
    expression,
  }));
  for (const each of use.expressions) sourced.push({ source: each, expression: parseExpression(each) });
  const used = new Set<string>();
  let all = false;
  for (const { source, expression } of sourced) {
    contains(expression, (part) => {
      if (part.kind !== "name") return false;
      if (part.name === "." && !names.includes(".")) all = true;
      else if (names.includes(part.name)) used.add(part.name);
      else throw new InvalidFormula(source, part, missingColumn(part.name, names));
      return false;
    });
  }
  for (const name of use.panel === undefined ? [] : [use.panel.id, use.panel.time]) {
    if (!names.includes(name)) throw new InvalidInput({ path: "--panel", ...missingColumn(name, names) });
    used.add(name);
  }
  return all ? [...names] : [...used];
}

function missingColumn(name: string, names: readonly string[]) {
  return {
    found: phrase`no column named ${JSON.stringify(name)}`,
    expected: phrase`one of ${names.join(", ")}`,
    suggestion: nearestName(name, names),
  };
}
