import { phrase } from "../../scenarios/phrase.ts";
import { refuseCell } from "./evaluate.ts";
import { type Call, type Expression, withoutParentheses } from "./expression.ts";
import { occurringLevels } from "./factorValues.ts";
import { InvalidFormula } from "./invalidFormula.ts";
import type { Formula } from "./parseFormula.ts";
import { printExpression } from "./printExpression.ts";
import { refuseSpoiltNumbers } from "./refuseSpoiltNumbers.ts";
import type { Sample } from "./sample.ts";
import { asNumbers } from "./values.ts";

/** What a model explains, by row of the sample. */
export type Outcome = ValueOutcome | DurationOutcome;

/** An outcome of one number a row. */
export interface ValueOutcome {
  readonly kind: "values";
  /** As R prints it: `y`, `log(wage)`, `status == 2`. */
  readonly name: string;
  /** Numbers as they are; logicals, and labels of two levels, as 0 and 1. */
  readonly values: Float64Array;
  /** The label that is 1 (`TRUE` of a logical, the second level of labels); null for numbers. */
  readonly event: string | null;
}

/** An outcome of `Surv()`. */
export interface DurationOutcome {
  readonly kind: "duration";
  readonly name: string;
  /** Null where every row is at risk from the start of the clock. */
  readonly start: Float64Array | null;
  readonly stop: Float64Array;
  /** 1 if the event happened at `stop`, else 0. */
  readonly event: Uint8Array;
}

/** The expressions an outcome is made of: for `Surv(start, stop, event)` its arguments. */
export function outcomeParts(formula: Formula): readonly Expression[] {
  const call = durationCall(formula);
  return call === null ? [formula.outcome] : call.arguments.map(({ value }) => value);
}

export function explainsDuration(formula: Formula): boolean {
  return durationCall(formula) !== null;
}

/**
 * @throws InvalidFormula for labels with other than two levels, or an event that is no 0 and 1; InvalidInput with row and
 *   column for a row that ends no later than it starts, and for a column that would be one of numbers but for a cell.
 */
export function outcomeOf(formula: Formula, sample: Sample): Outcome {
  const call = durationCall(formula);
  return call === null ? valueOutcome(formula, sample) : durationOutcome(formula, call, sample);
}

function durationCall({ outcome }: Formula): Call | null {
  const inner = withoutParentheses(outcome);
  return inner.kind === "call" && inner.function === "Surv" ? inner : null;
}

function valueOutcome({ source, outcome }: Formula, sample: Sample): ValueOutcome {
  const values = sample.values({ source, expression: outcome });
  const name = printExpression(outcome);
  if (values.kind === "number") {
    return { kind: "values", name, values: Float64Array.from(values.values), event: null };
  }
  if (values.kind === "logical") {
    return { kind: "values", name, values: Float64Array.from(values.values), event: "TRUE" };
  }
  if (outcome.kind === "name") refuseSpoiltNumbers({ source, expression: outcome }, sample);
  const { codes, levels } = occurringLevels(values);
  if (levels.length !== 2) {
    const shown = levels.slice(0, 5).join(", ") + (levels.length > 5 ? ", …" : "");
    throw new InvalidFormula(source, outcome, {
      found: phrase`${name} with the labels ${shown}`,
      expected: phrase`numbers, or two labels; ${name} == ${JSON.stringify(levels[0])} makes an outcome of one`,
    });
  }
  return { kind: "values", name, values: Float64Array.from(codes), event: levels[1] };
}

function durationOutcome({ source }: Formula, call: Call, sample: Sample): DurationOutcome {
  const parts = call.arguments.map(({ value }) => value);
  const numbersOf = (expression: Expression) => {
    const values = sample.values({ source, expression });
    if (values.kind === "number") return Float64Array.from(values.values);
    throw new InvalidFormula(source, expression, {
      found: printExpression(expression),
      expected: phrase`times as numbers`,
    });
  };
  const start = parts.length === 3 ? numbersOf(parts[0]) : null;
  const stopPart = parts.length === 3 ? parts[1] : parts[0];
  const stop = numbersOf(stopPart);
  for (let row = 0; start !== null && row < stop.length; row++) {
    if (!(start[row] < stop[row])) {
      const found = phrase`an end at ${stop[row]}, not after the start at ${start[row]}`;
      refuseCell(stopPart, sample.rowNumbers[row], found, phrase`a row that ends after it starts`);
    }
  }
  const eventPart = parts.length === 1 ? null : parts[parts.length - 1];
  const event = eventPart === null ? new Uint8Array(stop.length).fill(1) : eventOf(source, eventPart, sample);
  return { kind: "duration", name: printExpression(call), start, stop, event };
}

/** Logicals and 0/1 as they are; 1/2 as R's `Surv` takes it, 2 being the event, if a 2 is anywhere in the table. */
function eventOf(source: Formula["source"], expression: Expression, sample: Sample): Uint8Array {
  const whole = sample.valuesInTable({ source, expression });
  const values = sample.values({ source, expression });
  if (whole.kind === "label" || values.kind === "label") {
    const text = printExpression(expression);
    const label = whole.kind === "label" ? JSON.stringify(whole.levels[0] ?? "") : "1";
    throw new InvalidFormula(source, expression, {
      found: phrase`${text}, which holds labels`,
      expected: phrase`0 and 1, TRUE and FALSE, or 1 and 2 (${text} == ${label} makes an event of a label)`,
    });
  }
  let largest = 0;
  for (const value of asNumbers(whole).values) if (value > largest) largest = value;
  const censored = largest === 2 ? 1 : 0;
  return Uint8Array.from(asNumbers(values).values, (value, row) => {
    if (value !== censored && value !== censored + 1) {
      refuseCell(
        expression,
        sample.rowNumbers[row],
        String(value),
        phrase`${censored} (censored) or ${censored + 1} (event)`,
      );
    }
    return value - censored;
  });
}
