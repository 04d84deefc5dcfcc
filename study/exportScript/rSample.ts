import type { Expression } from "../../estimators/formula/expression.ts";
import { parseExpression } from "../../estimators/formula/parseExpression.ts";
import { parseFormula } from "../../estimators/index.ts";
import type { ExportRequest } from "./exportRequest.ts";
import { combined, type FormulaParts, formulaParts, valuesOf, variablesOf } from "./formulaParts.ts";
import { CODES, MEANS, PANEL } from "./r/rCommon.ts";
import { type DerivedColumn, RExpressions } from "./rExpression.ts";
import { rText, rVector } from "./rText.ts";

/** The part of a script that makes the rows a model is fitted to, and what the models call those things. */
export interface RSample {
  readonly parts: FormulaParts;
  /** Reads the file and ends with `rows`, `formula` and, where asked for, `cluster` and `group`. */
  readonly code: string;
  readonly weighted: boolean;
  /** Whether the script has `cluster`. */
  readonly clustered: boolean;
  /** Of a selection: what makes `on`, `time`, `event` and the two formulas of `rows`. */
  readonly selected: string;
  /** `codes(…)` of each absorbed factor, on the columns of `rows`. */
  readonly absorbed: readonly string[];
}

export function rSample({ file, frame, options, result }: ExportRequest): RSample {
  const columns = file.columns.map(({ name }) => name);
  const selection = result.selection?.formula;
  const parts = formulaParts(selection === undefined ? frame.formula : parseFormula(selection), columns);
  // The duration's cells count where it is selected.
  const durationParts = selection === undefined ? null : formulaParts(frame.formula, columns);
  const variables = variablesOf(parts.terms);
  const durationVariables = variablesOf(durationParts?.terms ?? null);
  const membership = [...variables, ...durationVariables].filter(
    ({ kind, ...rest }) => kind === "binary" && "operator" in rest && rest.operator === "%in%",
  );
  const print = new RExpressions(new Set(membership));
  const optional = (what: string, text: string | undefined) =>
    text === undefined ? null : parseExpression({ what, text });

  const event = frame.outcome.kind === "values" ? frame.outcome.event : null;
  const outcome = print.print(parts.outcome);
  // A label is no outcome to R.
  const response = event === null || event === "TRUE" ? outcome : `(${outcome} == ${rText(event)})`;
  const right = parts.terms === null ? "1" : print.print(parts.terms);
  const cluster = optional("cluster", options.cluster) ?? parts.cluster;
  const clusterList = cluster === null ? [] : combined(cluster);
  const groupList = parts.randomEffect === null ? [] : combined(parts.randomEffect);
  const weights = optional("weights", options.weights);
  const inUse: Expression[] = [
    ...(parts.duration ?? [parts.outcome]),
    ...variables.flatMap(valuesOf),
    ...clusterList,
    ...groupList,
    ...parts.absorbed.flat(),
    ...(weights === null ? [] : [weights]),
  ];
  const needed = [...new Set(inUse.map((each) => print.print(each)))];
  const where = optional("where", options.where);
  const subset = optional("subset", options.subset);
  const beforeEntry = optional("before-entry", options.beforeEntry);
  const subsetCode = subset === null ? null : print.print(subset);
  const codesOf = (list: readonly Expression[]) =>
    `codes(${list.map((each) => print.print(each)).join(", ")})`;

  const durations = durationParts?.duration?.map((each) => print.print(each)) ?? [];
  const durationTerms = durationParts?.terms == null ? "1" : print.print(durationParts.terms);
  const durationNeeds = [
    ...durations,
    ...durationVariables.flatMap(valuesOf).map((each) => print.print(each)),
  ];
  const { derived } = print;
  const make = ({ name }: DerivedColumn, code: string) => `data[[${rText(name)}]] <- with(data, ${code})`;
  const sample = `.sample <- with(data, complete.cases(data.frame(${needed.join(", ")})))`;
  const hasMeans = derived.some(({ before }) => before !== null);
  const lines = [
    ...(where === null
      ? []
      : ["# The rows that exist.", `data <- data[which(with(data, ${print.print(where)})), , drop = FALSE]`]),
    CODES,
    ...(options.panel === undefined || derived.length === 0
      ? []
      : [
          PANEL(rText(options.panel.id), rText(options.panel.time)),
          ...(hasMeans ? [MEANS(parts.dynamic)] : []),
        ]),
    ...(hasMeans ? ["# Until it is known which rows are used, x stands in the place of its mean."] : []),
    ...derived.map((column) => make(column, column.before ?? column.code)),
    "",
    "# The rows to fit to: of the subset, and with no cell missing.",
    sample,
    ...(subsetCode === null ? [] : [`.sample <- .sample & with(data, ${subsetCode}) %in% TRUE`]),
    ...(hasMeans
      ? [
          ...derived.filter(({ before }) => before !== null).map((column) => make(column, column.code)),
          `${sample} & .sample`,
        ]
      : []),
    ...(durationParts === null
      ? []
      : [
          `.selected <- with(data, as.numeric(${response}) == 1) %in% TRUE`,
          `.sample <- .sample & (!.selected | with(data, complete.cases(data.frame(${[...new Set(durationNeeds)].join(", ")}))))`,
        ]),
    "rows <- data[.sample, , drop = FALSE]",
    ...(weights === null ? [] : [`rows$.weights <- with(rows, as.numeric(${print.print(weights)}))`]),
    ...(cluster === null ? [] : [`rows$.cluster <- cluster <- with(rows, ${codesOf(clusterList)})`]),
    ...(groupList.length === 0 ? [] : [`group <- with(rows, ${codesOf(groupList)})`]),
    ...(beforeEntry === null
      ? []
      : [`before_entry <- with(rows, as.numeric((${print.print(beforeEntry)}) != 0))`]),
    `formula <- ${response} ~ ${right}`,
  ];
  return {
    parts,
    code: lines.join("\n"),
    weighted: weights !== null,
    clustered: cluster !== null,
    selected: [
      "on <- .selected[.sample]",
      `time <- with(rows[on, , drop = FALSE], ${durations[0] ?? "NA"})`,
      `event <- with(rows[on, , drop = FALSE], as.numeric(${durations[1] ?? "TRUE"}))`,
      `if (length(event) == 1) event <- rep(event, length(time))`,
      "if (max(event) == 2) event <- event - 1",
      `selection_formula <- ~ ${right}`,
      `duration_formula <- ~ ${durationTerms}`,
    ].join("\n"),
    absorbed: parts.absorbed.map(codesOf),
  };
}

/** Reads the file as it was read here: only what was taken for a number is one. */
export function readingCode({
  path,
  delimiter,
  decimal,
  encoding,
  missing,
  columns,
}: ExportRequest["file"]): string {
  const of = (kind: string) =>
    columns.filter((column) => column.kind === kind).map(({ name }) => rText(name));
  const toNumber =
    decimal === "." ? "as.numeric(trimws(x))" : 'as.numeric(sub(",", ".", trimws(x), fixed = TRUE))';
  return [
    `file <- ${rText(path)}`,
    'if (!file.exists(file)) stop(file, " is not here: run this script from the folder in which bandwagon ran")',
    "data <- read.table(file, header = TRUE, sep = " +
      `${rText(delimiter)}, quote = "\\"", comment.char = "", colClasses = "character", check.names = FALSE,`,
    `  na.strings = ${rVector(["", ...missing].map(rText))}, fileEncoding = ${rText(encoding === "utf-8" ? "UTF-8-BOM" : encoding)}, row.names = NULL)`,
    'names(data)[names(data) == ""] <- "X"',
    `data <- data[${rVector(columns.map(({ name }) => rText(name)))}]`,
    `for (name in ${rVector(of("number"))}) data[[name]] <- (function(x) ${toNumber})(data[[name]])`,
    ...(of("logical").length === 0
      ? []
      : [`for (name in ${rVector(of("logical"))}) data[[name]] <- as.logical(data[[name]])`]),
  ].join("\n");
}
