import type { WarningCode } from "../estimators/fit.ts";
import type { ResolvedDesign } from "../study/cells.ts";
import { worldsOf } from "../study/design.ts";
import { isFactorLevel } from "../study/estimands.ts";
import type { EstimandSummary, MethodSummary, StudySummary } from "../study/summary.ts";
import { comparisonTables } from "./study/comparisonTable.ts";
import { estimandTables } from "./study/estimandTables.ts";
import { boundsTable, failureTable } from "./study/failureTables.ts";
import { stoppingTable } from "./study/stoppingTable.ts";
import { verdictTable } from "./study/verdictTable.ts";
import { wrapText } from "./textTable.ts";
import { visibleText } from "./visibleText.ts";

const WIDTH = 110;

/** The summary of a study as a person reads it: a block a cell and method. */
export function studyTable(design: ResolvedDesign, summary: StudySummary): string {
  const { aim, streams } = design.design;
  const head = [
    wrapText(aim, WIDTH),
    `${summary.stopping === undefined ? "" : "at most "}${summary.replications} replications a cell · seed ${JSON.stringify(summary.seed)} · α = ${summary.alpha}` +
      (streams === "common" ? " · random numbers shared by all cells" : ""),
    `design ${summary.design}`,
  ];
  const blocks = summary.methods.map((method, index) => {
    const begins = summary.methods[index - 1]?.world !== method.world;
    const aim = worldsOf(design.design).find(({ name }) => name === method.world)?.world.aim;
    const block = methodBlock(design, summary, method);
    return begins && aim !== undefined ? `${wrapText(`▸ ${aim}`, WIDTH, "  ")}\n\n${block}` : block;
  });
  const foot = [
    "In parentheses: Monte Carlo standard errors; for shares of 0 or 100 % the 95 % Wilson limit.",
    "Truth and estimate are means over the valid replications. –: not defined.",
    ...(summary.comparisons.length === 0
      ? []
      : [
          "Beside another method: this one less that one, over the replications in which both are valid; a:b are",
          "those in which only this one, and only that one, rejects (covers).",
        ]),
    ...(summary.methods.every(({ flags }) => flags.length === 0)
      ? []
      : [
          "Flagged: more than 5 % without an estimate, or shares that these could change by more than the",
          "Monte Carlo standard error.",
        ]),
  ].join(" ");
  const failures = failureTable(summary, (cell) => [
    design.cells[cell]?.world ?? "",
    ...valuesOf(design, cell),
  ]);
  const missing = summary.neverEstimated.map((each) => neverEstimatedLine(design, each)).join("\n");
  const parts = [
    head.join("\n"),
    ...(summary.stopping === undefined ? [] : [stoppingTable(summary.stopping)]),
    ...(summary.verdict === undefined
      ? blocks
      : [
          verdictTable(summary.verdict),
          "All estimates and measures: --out DIR writes them, --format json prints the summary.",
        ]),
    failures,
    ...(missing === "" ? [] : [missing]),
    ...(summary.verdict === undefined ? [wrapText(foot, WIDTH)] : []),
  ];
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
  const isShown = new Set(shown.map(({ estimand }) => estimand));
  const comparisons = summary.comparisons.filter(
    (each) => each.cell === method.cell && each.method === method.method && isShown.has(each.estimand),
  );
  const bounds = boundsTable(design.design.performance, shown);
  const more = [
    ...(bounds === null ? [] : [`what replications without an estimate could change:\n\n${bounds}`]),
    ...listWise(design, shown),
    ...comparisonTables(comparisons, WIDTH),
  ];
  return [lines.join("\n"), ...more].join("\n\n");
}

/** The estimands again where fewer replications are left. */
function listWise({ design }: ResolvedDesign, estimands: readonly EstimandSummary[]): string[] {
  const fewer = estimands.flatMap(({ estimand, valid, listWise }) =>
    listWise !== null && listWise.valid < valid ? [{ estimand, ...listWise }] : [],
  );
  const some = fewer.filter(({ valid }) => valid > 0);
  if (fewer.length === 0) return [];
  if (some.length === 0) return ["list-wise: in no replication is every compared method valid"];
  const counts = some.map(({ valid }) => valid);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const count = least === most ? `${least}` : `${least} to ${most}`;
  const title = `list-wise, over the ${count} replications in which every compared method is valid:`;
  return [`${title}\n\n${estimandTables(design.performance, some)}`];
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
