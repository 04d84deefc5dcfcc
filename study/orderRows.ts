import type { Cell, ResolvedDesign } from "./cells.ts";
import { compareEstimands } from "./estimands.ts";
import type { EstimateRow } from "./rows.ts";

/**
 * The rows of a study in their one order (cell, replication, method, estimand), whichever worker finished first.
 * A row that reports a failure stands where its method's estimates would.
 */
export function orderRows(design: ResolvedDesign, rows: Iterable<EstimateRow>): EstimateRow[] {
  return [...rows].sort(
    (a, b) =>
      a.cell - b.cell || a.replication - b.replication || withinReplication(cellOf(design, a.cell), a, b),
  );
}

function withinReplication(cell: Cell, a: EstimateRow, b: EstimateRow): number {
  const position = methodPosition(cell, a.method);
  const byMethod = position - methodPosition(cell, b.method);
  const specification = cell.methods[position];
  return byMethod !== 0 || specification === undefined
    ? byMethod
    : compareEstimands(specification, a.estimand, b.estimand);
}

function methodPosition(cell: Cell, method: string): number {
  return cell.methods.findIndex((specification) => specification.name === method);
}

/** @throws RangeError when the study has no such cell. */
export function cellOf(design: ResolvedDesign, index: number): Cell {
  const cell = design.cells[index];
  if (cell === undefined)
    throw new RangeError(`The study has ${design.cells.length} cells and no cell ${index}.`);
  return cell;
}
