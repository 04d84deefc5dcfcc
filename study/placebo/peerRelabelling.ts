import { log1p } from "../../numerics/elementary.ts";
import type { Table } from "../../panel/table.ts";
import { codesIn, type PeerRows, peerRows } from "./markets.ts";
import {
  groupsOf,
  type PermutationResult,
  permutationResult,
  permutedWithin,
  type Uniforms,
} from "./permutation.ts";

/**
 * The own-firm-out permutation: firms, each with its whole history, are dealt out anew to the cells (province × industry) of
 * their pool, and everyone's peers are counted again without the firm itself. Counts that leave a firm out move against its
 * own state even where nobody imitates (exclusion bias: Guryan, Kroft & Notowidigdo 2009; Caeyers & Fafchamps 2016); the
 * permuted counts do as well, so the test is of the right size where firms of a pool could as well have been neighbours
 * of each other. It cannot tell imitation from what the firms of a cell have in common.
 *
 * Of the firms that were not active the year before, Z = Σ r (x − x̄) / √Σ (x − x̄)²: r is the entry less the mean entry of
 * industry × destination × year, x = log(1 + active firms of the cell in the destination the year before), x̄ its mean over
 * pool × destination × year. Larger means that firms enter where neighbours are. Firms are dealt out among those in
 * the panel in the same years.
 *
 * @param within columns that make the pools: industry, so that firms change province, or province, so that they change
 * industry.
 * @throws InvalidTable when the panel lacks a column.
 */
export function peerRelabelling(
  panel: Table,
  within: readonly string[],
  permutations: number,
  draw: Uniforms,
): PermutationResult {
  const rows = peerRows(panel, within);
  const firms = firmsOf(rows);
  const statistic = statisticOf(rows, firms);
  const observed = statistic(firms.cell);
  const groups = groupsOf(firms.exchangeable);
  const permuted = Array.from({ length: permutations }, () =>
    statistic(permutedWithin(firms.cell, groups, draw)),
  );
  return permutationResult(observed, permuted);
}

interface Firms {
  /** Position of the firm of each row. */
  readonly ofRow: Int32Array;
  /** By position: the cell, and a name that is one for firms which may change places. */
  readonly cell: Int32Array;
  readonly exchangeable: readonly string[];
}

function firmsOf({ rows, firm, year, cell, pool }: PeerRows): Firms {
  const positions = new Map<number, number>();
  const cells: number[] = [];
  const pools: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const ofRow = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const name = firm[row] ?? 0;
    const position = positions.get(name) ?? positions.size;
    const now = year[row] ?? 0;
    ofRow[row] = position;
    if (positions.has(name)) {
      first[position] = Math.min(first[position] ?? now, now);
      last[position] = Math.max(last[position] ?? now, now);
      continue;
    }
    positions.set(name, position);
    cells.push(cell[row] ?? 0);
    pools.push(pool[row] ?? 0);
    first.push(now);
    last.push(now);
  }
  return {
    ofRow,
    cell: Int32Array.from(cells),
    exchangeable: pools.map((of, position) => `${of} ${first[position]} ${last[position]}`),
  };
}

/** The statistic as a function of the cell of every firm; NaN where the peers of no two neighbours differ. */
function statisticOf(rows: PeerRows, firms: Firms): (cellOf: Int32Array) => number {
  const { year, years, destination, activeBefore, industry, pool } = rows;
  const destinations = codesIn(destination);
  const slots = destinations * years;
  const slotOf = destination.map((code, row) => code * years + (year[row] ?? 0));
  const residual = residuals(rows, slotOf, industry, slots);
  const atRisk: number[] = [];
  const abroad: number[] = [];
  for (let row = 0; row < rows.rows; row++) (activeBefore[row] === 1 ? abroad : atRisk).push(row);
  const cells = codesIn(firms.cell);
  const poolOfCell = new Int32Array(cells);
  rows.cell.forEach((cell, row) => {
    poolOfCell[cell] = pool[row] ?? 0;
  });
  const pools = codesIn(pool);
  return (cellOf) => {
    const peers = new Float64Array(cells * slots);
    const risk = new Float64Array(cells * slots);
    const sums = new Float64Array(cells * slots);
    for (const row of abroad) {
      const at = (cellOf[firms.ofRow[row] ?? 0] ?? 0) * slots + (slotOf[row] ?? 0);
      peers[at] = (peers[at] ?? 0) + 1;
    }
    for (const row of atRisk) {
      const at = (cellOf[firms.ofRow[row] ?? 0] ?? 0) * slots + (slotOf[row] ?? 0);
      risk[at] = (risk[at] ?? 0) + 1;
      sums[at] = (sums[at] ?? 0) + (residual[row] ?? 0);
    }
    const sets = pools * slots;
    const [n, sumX, sumSquares, sumR] = [0, 1, 2, 3].map(() => new Float64Array(sets)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let score = 0;
    for (let cell = 0; cell < cells; cell++) {
      for (let slot = 0; slot < slots; slot++) {
        const at = cell * slots + slot;
        const x = log1p(peers[at] ?? 0);
        const set = (poolOfCell[cell] ?? 0) * slots + slot;
        const count = risk[at] ?? 0;
        n[set] = (n[set] ?? 0) + count;
        sumX[set] = (sumX[set] ?? 0) + count * x;
        sumSquares[set] = (sumSquares[set] ?? 0) + count * x * x;
        sumR[set] = (sumR[set] ?? 0) + (sums[at] ?? 0);
        score += (sums[at] ?? 0) * x;
      }
    }
    let spread = 0;
    for (let set = 0; set < sets; set++) {
      const count = n[set] ?? 0;
      if (count === 0) continue;
      const mean = (sumX[set] ?? 0) / count;
      score -= (sumR[set] ?? 0) * mean;
      spread += Math.max(0, (sumSquares[set] ?? 0) - count * mean ** 2);
    }
    return spread > 0 ? score / Math.sqrt(spread) : Number.NaN;
  };
}

/** Of the rows at risk: the entry less the mean entry of their industry × destination × year. */
function residuals(
  { rows, active, activeBefore }: PeerRows,
  slotOf: Int32Array,
  industry: Int32Array,
  slots: number,
): Float64Array {
  const sets = codesIn(industry) * slots;
  const count = new Float64Array(sets);
  const entries = new Float64Array(sets);
  const setOf = (row: number) => (industry[row] ?? 0) * slots + (slotOf[row] ?? 0);
  for (let row = 0; row < rows; row++) {
    if (activeBefore[row] === 1) continue;
    const set = setOf(row);
    count[set] = (count[set] ?? 0) + 1;
    entries[set] = (entries[set] ?? 0) + (active[row] ?? 0);
  }
  return Float64Array.from({ length: rows }, (_, row) => {
    const set = setOf(row);
    return activeBefore[row] === 1 ? 0 : (active[row] ?? 0) - (entries[set] ?? 0) / (count[set] ?? 1);
  });
}
