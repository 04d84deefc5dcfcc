import { phrase } from "../../scenarios/phrase.ts";
import { cellThatIsNoNumber } from "./columnValues.ts";
import { refuseCell } from "./evaluate.ts";
import { printExpression } from "./printExpression.ts";
import type { Sample, SourcedExpression } from "./sample.ts";

/** A column of labels most of which look like numbers was meant as numbers: the first other cell is to blame. */
export function refuseSpoiltNumbers(part: SourcedExpression, sample: Sample): void {
  const values = sample.valuesInTable(part);
  const cell = values.kind === "label" ? cellThatIsNoNumber(values) : null;
  if (cell === null) return;
  const text = printExpression(part.expression);
  const expected = phrase`${cell.expected}; factor(${text}) takes them as labels`;
  refuseCell(part.expression, cell.row, JSON.stringify(cell.label), expected);
}
