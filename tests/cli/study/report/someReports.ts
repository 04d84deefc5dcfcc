import { htmlReport } from "../../../../cli/study/report/html.ts";
import { type ReportedStudy, studyDocument } from "../../../../cli/study/report/studyDocument.ts";
import { type ResolvedDesign, resolveDesign } from "../../../../study/cells.ts";
import { parseDesign } from "../../../../study/design.ts";
import { rowsInMemory } from "../../../../study/rowSource.ts";
import type { EstimateRow } from "../../../../study/rows.ts";
import { summarise } from "../../../../study/summary.ts";
import { EXACT, failed, loopDesign, loopRows } from "../../../study/report/someStudy.ts";

export function reported(
  design: ResolvedDesign,
  rows: readonly EstimateRow[],
  done?: number[],
): ReportedStudy {
  return {
    design,
    source: rowsInMemory(design, rows),
    summary: summarise(design, rows),
    done: done ?? design.cells.map(() => design.design.replications),
  };
}

export const loopStudy = reported(loopDesign, loopRows());

/** One in which no truth is defined. */
export const undefinedStudy = reported(
  loopDesign,
  loopRows().map((row) => ({ ...row, truth: Number.NaN })),
);

/** One whose first method, with which the others are compared, never gives an estimate. */
export const failingReference = reported(
  loopDesign,
  loopRows().map((row) =>
    row.method === EXACT
      ? failed({ cell: row.cell, replication: row.replication, status: "collinear", message: "never" })
      : row,
  ),
);

/** Markup wherever a text may come from. */
export const HOSTILE = `[2] <script>alert("x")</script> & \`|*_\\end{document} $x$ %`;
const hostileDesign = resolveDesign(
  parseDesign({
    aim: `Aim ${HOSTILE}`,
    dataGenerating: { name: HOSTILE, aim: HOSTILE, scenario: "canello-2022/return" },
    methods: ["canello-2022/cox-exact"],
    performance: ["bias", "coverage"],
    replications: 4,
    seed: HOSTILE,
  }),
);
export const hostileStudy = reported(
  hostileDesign,
  loopRows()
    .filter(({ cell, method }) => cell === 0 && method === "canello-2022/cox-exact")
    .map((row) =>
      row.replication === 2
        ? { ...row, world: HOSTILE, estimand: "", status: `bad ${HOSTILE}`, message: `\u202e${HOSTILE}` }
        : { ...row, world: HOSTILE, message: HOSTILE },
    ),
);

export function html(study: ReportedStudy): string {
  const document = studyDocument(study, { figures: true, measuresATable: 6 });
  return htmlReport(document, ({ id }) => `report.data/${id}.csv`);
}
