import type { WarningCode } from "../estimators/fit.ts";
import type { ResolvedDesign } from "../study/cells.ts";
import { type PerformanceName, worldsOf } from "../study/design.ts";
import { isFactorLevel } from "../study/estimands.ts";
import type { Measure, Share } from "../study/performance.ts";
import type { EstimandSummary, MethodSummary, StudySummary } from "../study/summary.ts";
import { decimalsFor, formatMeasure, formatNumber, formatShare } from "./formatMeasure.ts";
import { textTable, wrapText } from "./textTable.ts";
import { visibleText } from "./visibleText.ts";

const WIDTH = 110;

const TITLES: Readonly<Record<PerformanceName, string>> = {
  bias: "bias",
  relativeBias: "rel. bias",
  empiricalSe: "emp. SE",
  modelSe: "model SE",
  relativeError: "rel. err. %",
  mse: "MSE",
  rmse: "RMSE",
  coverage: "coverage %",
  biasEliminatedCoverage: "b.e. cov. %",
  rejection: "reject %",
  typeS: "type S %",
  typeM: "type M",
  intervalWidth: "CI width",
  convergence: "valid %",
};

/** The summary of a study as a person reads it: a block a cell and method. */
export function studyTable(design: ResolvedDesign, summary: StudySummary): string {
  const { aim, streams } = design.design;
  const head = [
    wrapText(aim, WIDTH),
    `${summary.replications} replications a cell · seed ${JSON.stringify(summary.seed)} · α = ${summary.alpha}` +
      (streams === "common" ? " · random numbers shared by all cells" : ""),
  ];
  const blocks = summary.methods.map((method, index) => {
    const begins = summary.methods[index - 1]?.world !== method.world;
    const aim = worldsOf(design.design).find(({ name }) => name === method.world)?.world.aim;
    const block = methodBlock(design, summary, method);
    return begins && aim !== undefined ? `${wrapText(`▸ ${aim}`, WIDTH, "  ")}\n\n${block}` : block;
  });
  const foot = wrapText(
    "In parentheses: Monte Carlo standard errors; for shares of 0 or 100 % the 95 % Wilson limit. " +
      "Truth and estimate are means over the valid replications. –: not defined.",
    WIDTH,
  );
  const missing = summary.neverEstimated.map((each) => neverEstimatedLine(design, each)).join("\n");
  const parts = [head.join("\n"), ...blocks, ...(missing === "" ? [] : [missing]), foot];
  return visibleText(parts.join("\n\n"));
}

function neverEstimatedLine(
  design: ResolvedDesign,
  { world, cell, estimand }: StudySummary["neverEstimated"][number],
): string {
  const where = [world, ...valuesOf(design, cell)].join(" · ");
  return wrapText(`warning: ${where}: no replication gave the estimand ${estimand}`, WIDTH, "  ");
}

/** The varied parameters of a cell, as `firms = 300`. */
function valuesOf(design: ResolvedDesign, cell: number): string[] {
  return Object.entries(design.cells[cell]?.values ?? {}).map(
    ([name, value]) => `${name} = ${JSON.stringify(value)}`,
  );
}

function methodBlock(design: ResolvedDesign, summary: StudySummary, method: MethodSummary): string {
  const cell = design.cells[method.cell];
  const valid = method.replications - method.failed;
  const lines = [
    [
      `${method.world} · ${method.method}`,
      ...valuesOf(design, method.cell),
      `${valid} of ${method.replications} replications valid`,
    ].join(" · "),
  ];
  let told = false;
  for (const { status, count, firstReplication, message } of method.causes) {
    // The message names a column or two, as if the other estimates still stood.
    const scope: string = !told && FAULTS_OF_COLUMNS.has(status) ? " (the whole fit is left out)" : "";
    told ||= scope !== "";
    const text = `failed ${count} × ${status}${scope}, first in replication ${firstReplication}: ${cut(message)}`;
    lines.push(wrapText(text, WIDTH, "  "));
  }
  if (method.warned > 0) {
    lines.push(wrapText(`note in ${method.warned} replications: ${cut(method.firstWarning)}`, WIDTH, "  "));
  }
  const all = summary.estimands.filter((each) => each.cell === method.cell && each.method === method.method);
  const specification = cell?.methods.find((each) => each.name === method.method);
  const shown = all.filter(({ estimand }) =>
    cell?.estimands
      ? cell.estimands.includes(estimand)
      : !(specification && isFactorLevel(specification, estimand)),
  );
  if (shown.length > 0) lines.push("", estimandTables(design.design.performance, shown));
  const folded = all.length - shown.length;
  if (folded > 0) lines.push(`and ${folded} more ${folded === 1 ? "estimand" : "estimands"} in the files`);
  return lines.join("\n");
}

/** Causes that lie in some columns of the model matrix. */
const FAULTS_OF_COLUMNS: ReadonlySet<string> = new Set<WarningCode>([
  "collinear",
  "empty-category",
  "separation",
  "quasi-separation",
  "monotone-likelihood",
]);

/** The beginning of a message; the whole stands in the files. */
function cut(message: string): string {
  return message.length > 240 ? `${message.slice(0, 239)}…` : message;
}

/** Measures side by side that still fit the width; the rest goes into a second table below. */
const MEASURES_PER_TABLE = 5;

function estimandTables(
  performance: readonly PerformanceName[],
  estimands: readonly EstimandSummary[],
): string {
  const tables: string[] = [];
  for (let from = 0; from < performance.length; from += MEASURES_PER_TABLE) {
    tables.push(estimandTable(performance.slice(from, from + MEASURES_PER_TABLE), estimands));
  }
  return tables.join("\n\n");
}

function estimandTable(
  performance: readonly PerformanceName[],
  estimands: readonly EstimandSummary[],
): string {
  return textTable(
    [
      { title: "estimand", align: "left" },
      { title: "truth", align: "right" },
      { title: "estimate", align: "right" },
      ...performance.map((name) => ({ title: TITLES[name], align: "right" as const })),
    ],
    estimands.map(({ estimand, truth, estimate, measures }) => {
      // One number of decimals for all that is in the estimand's unit, so that bias and errors compare by eye.
      const decimals = decimalsFor(measures.bias?.mcse || measures.empiricalSe?.mcse || estimate.mcse);
      return [
        estimand.replace(/(?<=\w)\(/, "\n ("),
        formatNumber(truth, decimals),
        // Beside a truth the error of the mean stands with the bias.
        Number.isNaN(truth) ? formatMeasure(estimate, decimals) : formatNumber(estimate.value, decimals),
        ...performance.map((name) => formatCell(measures[name], IN_UNIT.has(name) ? decimals : null)),
      ];
    }),
  );
}

/** Measures in the unit of the estimand. */
const IN_UNIT: ReadonlySet<PerformanceName> = new Set([
  "bias",
  "empiricalSe",
  "modelSe",
  "rmse",
  "intervalWidth",
]);

function formatCell(measure: Measure | Share | undefined, decimals: number | null): string {
  if (measure === undefined) return "–";
  return "low" in measure
    ? formatShare(measure)
    : formatMeasure(measure, decimals ?? decimalsFor(measure.mcse));
}
