import { column, type Table } from "../../panel/table.ts";
import { phrase } from "../../scenarios/phrase.ts";
import { type Design, designMatrix } from "./designMatrix.ts";
import { designVariable, type EmptyLevel, isStrata, strataOf, variableParts } from "./designVariables.ts";
import { refuseCell } from "./evaluate.ts";
import { type ExpandedTerms, expandTerms } from "./expandTerms.ts";
import { contains, type Expression } from "./expression.ts";
import { type GroupCodes, groupCodes, grouping, groupings } from "./groupCodes.ts";
import { InvalidFormula } from "./invalidFormula.ts";
import { type UnlistedLabel, unlistedLabels } from "./namedLevels.ts";
import { explainsDuration, type Outcome, outcomeOf, outcomeParts } from "./outcome.ts";
import { type PanelColumns, type PanelIndex, panelIndex } from "./panelIndex.ts";
import { parseExpression } from "./parseExpression.ts";
import { type Formula, parseFormula } from "./parseFormula.ts";
import { printExpression } from "./printExpression.ts";
import { type DroppedRows, findSample, type Sample, type SourcedExpression } from "./sample.ts";
import { asNumbers, type LabelValues } from "./values.ts";

/** What `modelFrame` is told beside the formula; texts are in the language of formulas. */
export interface ModelFrameOptions {
  /** Columns that say unit and time of a row; `lag()`, `initial()` and `mean()` need them. */
  readonly panel?: PanelColumns;
  /** Condition on the rows to use, in the language of formulas: `set == 1 & year > 2005`. */
  readonly subset?: string;
  /** Column or expression of case weights, 0 or more. */
  readonly weights?: string;
  /** Column or expression whose values are the clusters, instead of `cluster()` in the formula. */
  readonly cluster?: string;
  /** Whether rows with missing cells are left out and counted (default) or refused. */
  readonly missing?: "drop" | "refuse";
}

/** Everything a formula says about a table, by row of the sample. */
export interface ModelFrame extends Design {
  readonly formula: Formula;
  readonly rows: number;
  /** Rows of the table, from 0, that make up the sample. */
  readonly rowNumbers: Int32Array;
  readonly dropped: DroppedRows;
  readonly outcome: Outcome;
  /** Levels of factors that no row of the sample has, and which therefore have no coefficient. */
  readonly emptyLevels: readonly EmptyLevel[];
  /** Labels whose rows were left out because `levels = c(…)` does not list them. */
  readonly unlistedLabels: readonly UnlistedLabel[];
  /** Sum of the `offset()` terms. */
  readonly offset: Float64Array | null;
  readonly weights: Float64Array | null;
  /** Codes and labels of the strata, as `survival::strata` names them. */
  readonly strata: Pick<LabelValues, "codes" | "levels"> | null;
  readonly cluster: GroupCodes | null;
  /** The group of `(1 | group)`. */
  readonly randomEffect: GroupCodes | null;
  /** Effects behind the bar: `province^destination`, `year`. */
  readonly absorbed: readonly GroupCodes[];
}

/**
 * Evaluates a formula on a table, as R's `model.frame` and `model.matrix` do together, under treatment contrasts.
 *
 * A category column is a factor; its levels are those that occur, ordered by character code (R in the C locale), and the
 * first is the reference. A column of TRUE and FALSE is a logical. Rows with a missing cell in anything the formula or the
 * options read are left out. `lag(x)` is x of the same unit one period before, wherever in the table that row is;
 * `initial(x)` is x at the unit's earliest time; `mean(x)` is the mean over the unit's rows of the sample, of which in a
 * formula with `lag()` or `initial()` the earliest of the table is no part.
 *
 * Where absorbed effects or a baseline hazard take the place of the intercept, the matrix has none, and factors are coded
 * as if it had one.
 *
 * @throws InvalidFormula for what the formula cannot mean for this table, with the place in the text; InvalidInput with
 *   row and column for cells that cannot be used. Rows are numbered as in a file whose header is row 1.
 */
export function modelFrame(
  formula: Formula | string,
  table: Table,
  options: ModelFrameOptions = {},
): ModelFrame {
  const parsed = typeof formula === "string" ? parseFormula(formula) : formula;
  const { source } = parsed;
  const expanded = expandTerms(parsed, [...table.columns.keys()]);
  refuseOutcomeAmongTerms(parsed, expanded);
  const ofDuration = explainsDuration(parsed);

  const { variables } = expanded;
  const strataVariables = variables.map(({ expression }) => isStrata(expression));
  const misplaced = variables.find((_, index) => strataVariables[index] && !ofDuration);
  if (misplaced !== undefined) {
    const expected = phrase`strata() only beside a Surv() outcome; factor(g) is a set of indicators`;
    throw new InvalidFormula(source, misplaced.expression, { found: misplaced.label, expected });
  }

  const here = (expression: Expression): SourcedExpression => ({ source, expression });
  const offsets = expanded.offsets.map(here);
  const weights = optionPart("weights", options.weights);
  const clusterPart = optionPart("cluster", options.cluster) ?? (expanded.cluster && here(expanded.cluster));
  const cluster = clusterPart && grouping(clusterPart);
  const randomEffect = expanded.randomEffect && grouping(here(expanded.randomEffect));
  const absorbed = parsed.absorbed === null ? [] : groupings(source, parsed.absorbed);
  const parts = [
    ...outcomeParts(parsed).map(here),
    ...variables.flatMap(({ expression }) => variableParts(expression)).map(here),
    ...offsets,
    ...[cluster, randomEffect, ...absorbed].flatMap((each) => each?.parts ?? []),
    ...(weights === null ? [] : [weights]),
  ];
  const subset = optionPart("subset", options.subset);
  const panel = panelOf(table, options.panel, subset === null ? parts : [...parts, subset]);
  const sample = findSample(table, parts, {
    panel,
    subset,
    missing: options.missing ?? "drop",
    meansWithoutFirst: [parsed.outcome, parsed.terms].some((side) => contains(side, isDynamic)),
  });

  const rows = sample.rowNumbers.length;
  const emptyLevels: EmptyLevel[] = [];
  const ofDesign = variables.map((variable) => designVariable(source, variable, sample, emptyLevels));
  const design = designMatrix(expanded.terms, ofDesign, rows, {
    intercept: expanded.intercept || ofDuration || parsed.absorbed !== null,
    keepIntercept: !ofDuration && parsed.absorbed === null,
    keepTerm: (term) => !term.variables.every((variable) => strataVariables[variable]),
  });
  return {
    ...design,
    formula: parsed,
    rows,
    rowNumbers: sample.rowNumbers,
    dropped: sample.dropped,
    outcome: outcomeOf(parsed, sample),
    emptyLevels,
    unlistedLabels: unlistedLabels(table, source, variables, sample, panel),
    offset: sumOfOffsets(offsets, sample),
    weights: weights && weightsOf(weights, sample),
    strata: strataOf(source, variables, sample),
    cluster: cluster && groupCodes(cluster, sample),
    randomEffect: randomEffect && groupCodes(randomEffect, sample),
    absorbed: absorbed.map((each) => groupCodes(each, sample)),
  };
}

function optionPart(what: string, text: string | undefined): SourcedExpression | null {
  if (text === undefined) return null;
  const source = { what, text };
  return { source, expression: parseExpression(source) };
}

function refuseOutcomeAmongTerms({ source, outcome }: Formula, { variables, terms }: ExpandedTerms): void {
  const name = printExpression(outcome);
  const index = variables.findIndex(({ label }) => label === name);
  if (index < 0 || !terms.some((term) => term.variables.includes(index))) return;
  const found = phrase`the outcome ${name} among the terms`;
  throw new InvalidFormula(source, variables[index].expression, { found, expected: phrase`other columns` });
}

/** The panel where an expression asks for other rows of a unit: the index takes longer than most formulas. */
function panelOf(
  table: Table,
  columns: PanelColumns | undefined,
  parts: readonly SourcedExpression[],
): PanelIndex | null {
  if (columns === undefined) return null;
  for (const name of [columns.id, columns.time]) column(table, name);
  return parts.some(({ expression }) => contains(expression, isOverTime)) ? panelIndex(table, columns) : null;
}

function isOverTime(part: Expression): boolean {
  return part.kind === "call" && ["lag", "initial", "mean"].includes(part.function);
}

/** A formula with these has an initial period, which is no observation of its model. */
function isDynamic(part: Expression): boolean {
  return part.kind === "call" && (part.function === "lag" || part.function === "initial");
}

function sumOfOffsets(parts: readonly SourcedExpression[], sample: Sample): Float64Array | null {
  if (parts.length === 0) return null;
  const sum = new Float64Array(sample.rowNumbers.length);
  for (const part of parts) {
    const values = numbersOf(part, sample);
    for (let row = 0; row < sum.length; row++) sum[row] += values[row];
  }
  return sum;
}

function weightsOf(part: SourcedExpression, sample: Sample): Float64Array {
  const weights = Float64Array.from(numbersOf(part, sample));
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) {
    refuseCell(
      part.expression,
      sample.rowNumbers[negative],
      String(weights[negative]),
      phrase`a weight of 0 or more`,
    );
  }
  return weights;
}

function numbersOf(part: SourcedExpression, sample: Sample): ArrayLike<number> {
  const values = sample.values(part);
  if (values.kind !== "label") return asNumbers(values).values;
  const found = phrase`${printExpression(part.expression)}, which holds labels`;
  throw new InvalidFormula(part.source, part.expression, { found, expected: phrase`numbers` });
}
