/** Rows brought together by group: position p of the sorted order holds row `order[p]`. */
export interface RowGroups {
  readonly groups: number;
  /** Group g holds positions `start[g]` to `start[g + 1] − 1`. */
  readonly start: Int32Array;
  /** Row at each position; within a group in the order of the rows. */
  readonly order: Int32Array;
  readonly largest: number;
}

/**
 * Sorts rows by group, groups in the order of their first row, rows of a group in their own order. The codes may be
 * any integers (identifiers), and the rows of a group may lie apart.
 */
export function groupRows(codes: ArrayLike<number>): RowGroups {
  const rows = codes.length;
  const indexOfCode = new Map<number, number>();
  const groupOfRow = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    // Rows of a group usually lie together, and then the map is asked once a group.
    if (row > 0 && codes[row] === codes[row - 1]) {
      groupOfRow[row] = groupOfRow[row - 1];
      continue;
    }
    const known = indexOfCode.get(codes[row]);
    if (known === undefined) indexOfCode.set(codes[row], indexOfCode.size);
    groupOfRow[row] = known ?? indexOfCode.size - 1;
  }
  const groups = indexOfCode.size;
  const start = new Int32Array(groups + 1);
  for (let row = 0; row < rows; row++) start[groupOfRow[row] + 1]++;
  let largest = 0;
  for (let g = 0; g < groups; g++) {
    largest = Math.max(largest, start[g + 1]);
    start[g + 1] += start[g];
  }
  const next = start.slice(0, groups);
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[next[groupOfRow[row]]++] = row;
  return { groups, start, order, largest };
}

/** Every row a group of its own: all columns are then constant within groups. */
export function singletonGroups(rows: number): RowGroups {
  const start = new Int32Array(rows + 1);
  for (let row = 0; row <= rows; row++) start[row] = row;
  const order = start.slice(0, rows);
  return { groups: rows, start, order, largest: rows > 0 ? 1 : 0 };
}

/** Values by position instead of by row. */
export function sortedByGroup(values: ArrayLike<number>, rowGroups: RowGroups): Float64Array {
  const { order } = rowGroups;
  const sorted = new Float64Array(order.length);
  for (let p = 0; p < order.length; p++) sorted[p] = values[order[p]];
  return sorted;
}
