import type { ResolvedDesign } from "../../study/cells.ts";
import { isFactorLevel } from "../../study/estimands.ts";
import { cellOf } from "../../study/orderRows.ts";
import { conclusionOf } from "../../study/repeat/conclusion.ts";
import type { GrowingRounds } from "../../study/repeat/growingRounds.ts";
import type { GrowingRows } from "../../study/repeat/growingRows.ts";
import { historyOf } from "../../study/repeat/historyOf.ts";
import { readingsOf } from "../../study/repeat/readings.ts";
import { REPEAT_PERFORMANCE } from "../../study/repeat/repeatDesign.ts";
import { summariseSource } from "../../study/summary.ts";
import { lastLooks } from "../../study/until/lastLooks.ts";
import type { CellLook, LookedAt, ReplicationLook, StudyLook } from "./studyJobs.ts";

/** The estimates of one method and estimand in one cell so far, what they come to, and the same of the other cells. */
export function lookAtStudy(
  design: ResolvedDesign,
  rows: GrowingRows,
  at: LookedAt,
  rounds: GrowingRounds | null = null,
): StudyLook {
  const { alpha } = design.design;
  const source = rows.upTo(at.replications);
  const replications: number[] = [];
  const estimates: number[] = [];
  for (const each of source.replicationsOf(at.cell)) {
    const row = each.rows.find(({ method, estimand }) => method === at.method && estimand === at.estimand);
    replications.push(each.replication);
    estimates.push(row?.status === "ok" ? row.estimate : Number.NaN);
  }
  const lookAtCell = (cell: number): CellLook => {
    // A verdict is about all cells together; and the page shows its measures whichever the design asks for.
    const { verdict: _, ...rest } = design.design;
    const shown = { ...rest, performance: REPEAT_PERFORMANCE };
    const { methods, estimands } = summariseSource({ design: shown, cells: [cellOf(design, cell)] }, source);
    return {
      method: methods.find(({ method }) => method === at.method) ?? null,
      estimand:
        estimands.find(({ method, estimand }) => method === at.method && estimand === at.estimand) ?? null,
    };
  };
  const cells =
    design.cells.length === 1
      ? []
      : design.cells.map((cell) =>
          cell.methods.some(({ name }) => name === at.method) ? lookAtCell(cell.index) : null,
        );
  const { method, estimand } = cells[at.cell] ?? lookAtCell(at.cell);
  return {
    at,
    alpha,
    counts: design.cells.map(({ index }) => rows.count(index, at.replications)),
    complete: Math.min(rows.complete(), at.replications),
    replications: Int32Array.from(replications),
    estimates: Float64Array.from(estimates),
    method,
    estimand,
    readings: estimand === null ? null : readingsOf(estimand, alpha),
    cells,
    rule: rounds && { stopped: rounds.stopped(), looks: lastLooks(rounds) },
  };
}

/** @throws RangeError where the replication is not there. */
export function lookAtReplication(
  design: ResolvedDesign,
  rows: GrowingRows,
  key: { readonly cell: number; readonly replication: number },
): ReplicationLook {
  const { methods } = cellOf(design, key.cell);
  const found = rows.rowsOf(key);
  if (found === null) throw new RangeError(`Replication ${key.replication} of cell ${key.cell} was not run.`);
  const shown = found.filter(({ method, estimand }) => {
    const specification = methods.find(({ name }) => name === method);
    return specification === undefined || !isFactorLevel(specification, estimand);
  });
  return {
    ...key,
    history: historyOf(design, key),
    rows: shown.map((row) => ({
      row,
      conclusion: row.status === "ok" ? conclusionOf(row, design.design.alpha) : null,
    })),
  };
}
