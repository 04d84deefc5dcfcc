import type { RandomEffectsFit } from "../estimators/index.ts";
import { log } from "../numerics/elementary.ts";
import { gatherRows } from "../panel/gatherRows.ts";
import { type Column, column, type Table } from "../panel/table.ts";

/** Column that says how many groups are like the one that the row is of. */
export const GROUPS_ALIKE = "groups alike";

/**
 * Groups whose rows are alike in every column but the one that names the group. Firms of one province and industry that never
 * go abroad are alike where nothing of the firm itself is in a model, so that a likelihood over one of each, counted as often as
 * there are such groups (the column `GROUPS_ALIKE`), is the same sum in a fraction of the time. Null where fewer than half of the
 * groups repeat another.
 *
 * @param table all columns that the model reads. The rows of a group stand together.
 */
export function distinctGroups(table: Table, group: string): Table | null {
  const groups = cellsOf(column(table, group));
  const compared = [...table.columns].filter(([name]) => name !== group).map(([, each]) => cellsOf(each));
  const starts = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => row === 0 || groups[row] !== groups[row - 1],
  );
  const end = (at: number) => starts[at + 1] ?? table.rows;
  const hashes = hashesOf(compared, table.rows);
  const firstLike = new Map<number, number[]>();
  const counts = new Map<number, number>();
  starts.forEach((start, at) => {
    let hash = 0;
    for (let row = start; row < end(at); row++) hash = Math.imul(hash, 31) + (hashes[row] ?? 0);
    const candidates = firstLike.get(hash | 0) ?? [];
    const size = end(at) - start;
    const like = candidates.find(
      (other) =>
        end(other) - (starts[other] ?? 0) === size && alike(compared, starts[other] ?? 0, start, size),
    );
    if (like === undefined) {
      firstLike.set(hash | 0, [...candidates, at]);
      counts.set(at, 1);
    } else counts.set(like, (counts.get(like) ?? 0) + 1);
  });
  if (2 * counts.size > starts.length) return null;
  const rows: number[] = [];
  const weights: number[] = [];
  for (const [at, count] of counts) {
    for (let row = starts[at] ?? 0; row < end(at); row++) {
      rows.push(row);
      weights.push(count);
    }
  }
  const { columns } = gatherRows(table, rows);
  const alikeColumn: Column = { kind: "number", values: Float64Array.from(weights) };
  return { rows: rows.length, columns: new Map([...columns, [GROUPS_ALIKE, alikeColumn]]) };
}

/**
 * A fit of `distinctGroups` as one of all the groups they stand for: its rows and groups are those of the whole sample, and so is the
 * n of its BIC. Likelihood, estimates and AIC are the same sums either way.
 *
 * @param groups of the rows that were fitted; rows of a group stand together.
 * @param alike the column `GROUPS_ALIKE` of these rows.
 */
export function asOfAllGroups<F extends RandomEffectsFit>(
  fit: F,
  groups: ArrayLike<number>,
  alike: Float64Array,
): F {
  const observations = alike.reduce((sum, count) => sum + count, 0);
  const all = alike.reduce(
    (sum, count, row) => (row === 0 || groups[row] !== groups[row - 1] ? sum + count : sum),
    0,
  );
  const parameters = (fit.aic + 2 * fit.logLikelihood) / 2;
  const bic = -2 * fit.logLikelihood + parameters * log(observations);
  return { ...fit, observations, bic, randomEffect: { ...fit.randomEffect, groups: all } };
}

function cellsOf(of: Column): ArrayLike<number> {
  return of.kind === "category" ? of.codes : of.values;
}

function alike(columns: readonly ArrayLike<number>[], a: number, b: number, size: number): boolean {
  return columns.every((cells) => {
    for (let at = 0; at < size; at++) if (cells[a + at] !== cells[b + at]) return false;
    return true;
  });
}

/** By row, a whole number made of its cells: equal for equal rows. */
function hashesOf(columns: readonly ArrayLike<number>[], rows: number): Int32Array {
  const hashes = new Int32Array(rows);
  for (const cells of columns) {
    const halves = new Int32Array(Float64Array.from(cells).buffer);
    for (let row = 0; row < rows; row++) {
      const mixed = Math.imul((hashes[row] ?? 0) ^ (halves[2 * row] ?? 0), 0x9e3779b1);
      hashes[row] = Math.imul(mixed ^ (halves[2 * row + 1] ?? 0), 0x85ebca6b);
    }
  }
  return hashes;
}
