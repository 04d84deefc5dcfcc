import type { ResolvedDesign } from "../../../study/cells.ts";
import { cellLabel } from "../../../study/report/groupLabels.ts";
import type { StoppedCell, StudySummary } from "../../../study/summary.ts";
import type { ReportBlock, ReportSection, ReportTable } from "./document.ts";
import { failureFigure } from "./figures/failureFigure.ts";
import { columnsOf, inWords, rowsLeftOut } from "./figureText.ts";

/** Rows of a table of cells or failures; a design may have a hundred thousand cells. */
const MOST_ROWS = 500;

/**
 * What was run and what failed.
 *
 * @param done replications that are there, by cell.
 */
export function runSection(
  design: ResolvedDesign,
  summary: StudySummary,
  done: readonly number[],
): ReportSection {
  const there = done.reduce((sum, each) => sum + each, 0);
  const fits = summary.methods.reduce((sum, { replications }) => sum + replications, 0);
  const failed = summary.methods.reduce((sum, each) => sum + each.failed, 0);
  const figure = failureFigure(design, summary);
  const failures = failureTable(design, summary);
  const warnings = warningTable(design, summary);
  const blocks: ReportBlock[] = [
    {
      kind: "paragraph",
      text: `${thereInWords(design, summary, there)}. ${fits} fits were made in them; ${failed === 0 ? "none failed" : `${failed} failed`}.`,
    },
    {
      kind: "paragraph",
      text: "A failure is a method without an estimate in a replication. It is counted with its cause and never drawn again; every measure is over the valid replications.",
    },
    { kind: "table", table: cellTable(design, done) },
  ];
  if (summary.stopping !== undefined) blocks.push({ kind: "table", table: stoppingTable(summary.stopping) });
  if (figure !== null) blocks.push({ kind: "figure", figure });
  if (failures !== null) {
    blocks.push({ kind: "table", table: failures });
    blocks.push({
      kind: "paragraph",
      text: "The commands run one replication again and show it; they are for a terminal in the folder of the study. With --out panel.csv they write its panel.",
    });
  }
  if (warnings !== null) blocks.push({ kind: "table", table: warnings });
  if (summary.neverEstimated.length > 0) {
    blocks.push({ kind: "paragraph", text: "Asked for, and given by no valid replication:" });
    blocks.push({
      kind: "list",
      items: summary.neverEstimated
        .slice(0, MOST_ROWS)
        .map(({ cell, estimand }) => `${estimand} in ${cellLabel(design, cell)}`),
    });
  }
  return { id: "run", title: "What was run, and what failed", blocks };
}

function thereInWords({ design, cells }: ResolvedDesign, { stopping }: StudySummary, there: number): string {
  const total = cells.length * design.replications;
  if (stopping !== undefined)
    return `${there} replications are there, as many as the rule of the design asked for`;
  const open = "the study is not finished, and what follows is of these";
  if (design.until !== undefined) return `${there} replications are there; by its rule, ${open}`;
  return `${there} of ${total} replications are there${there === total ? "" : `: ${open}`}`;
}

function stoppingTable(stopping: readonly StoppedCell[]): ReportTable {
  return {
    caption: `Why each cell has its replications${rowsLeftOut(Math.min(stopping.length, MOST_ROWS), stopping.length)}`,
    columns: columnsOf(["cell", "because", "largest error and its target"], ["replications", "look"]),
    rows: stopping
      .slice(0, MOST_ROWS)
      .map(({ cell, stop, errors, replications, look }) => [
        cell,
        stop === null ? "–" : REASONS[stop],
        errors.map(({ measure, mcse, target }) => `${measure} ${inWords(mcse)} of ${target}`).join("; ") ||
          "–",
        String(replications),
        String(look),
      ]),
  };
}

const REASONS = {
  mcse: "errors at their targets",
  replications: "the most allowed",
  hours: "time was up",
} as const;

function cellTable(design: ResolvedDesign, done: readonly number[]): ReportTable {
  const shown = design.cells.slice(0, MOST_ROWS);
  return {
    caption: `Cells${rowsLeftOut(shown.length, design.cells.length)}`,
    columns: columnsOf(
      ["cell"],
      ["number", "replications", design.design.until === undefined ? "of" : "of at most"],
    ),
    rows: shown.map(({ index }) => [
      cellLabel(design, index),
      String(index),
      String(done[index] ?? 0),
      String(design.design.replications),
    ]),
  };
}

function failureTable(design: ResolvedDesign, { methods }: StudySummary): ReportTable | null {
  const rows = methods.flatMap(({ cell, method, replications, causes }) =>
    causes.map(({ status, count, firstReplication, message }) => [
      cellLabel(design, cell),
      method,
      status,
      cut(message),
      `bandwagon study replay . --cell ${cell} --replication ${firstReplication}`,
      `${count} of ${replications}`,
      String(firstReplication),
    ]),
  );
  if (rows.length === 0) return null;
  return {
    caption: `Failures by cause, method and cell${rowsLeftOut(Math.min(rows.length, MOST_ROWS), rows.length)}`,
    columns: columnsOf(
      ["cell", "method", "cause", "message of the first", "to repeat it"],
      ["failed", "first replication"],
    ).map((column) => (column.title === "to repeat it" ? { ...column, isCode: true } : column)),
    rows: rows.slice(0, MOST_ROWS),
  };
}

function warningTable(design: ResolvedDesign, { methods }: StudySummary): ReportTable | null {
  const rows = methods
    .filter(({ warned }) => warned > 0)
    .map(({ cell, method, replications, failed, warned, firstWarning }) => [
      cellLabel(design, cell),
      method,
      cut(firstWarning),
      `${warned} of ${replications - failed}`,
    ]);
  if (rows.length === 0) return null;
  return {
    caption: "Warnings: estimates that stand",
    columns: columnsOf(["cell", "method", "the first"], ["replications"]),
    rows: rows.slice(0, MOST_ROWS),
  };
}

/** The beginning of a message; the whole stands in the files. */
function cut(message: string): string {
  return message.length > 240 ? `${message.slice(0, 239)}…` : message;
}
