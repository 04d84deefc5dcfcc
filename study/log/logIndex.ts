/**
 * Where each replication of a study stands in its logs: typed arrays by cell and replication, about 30 bytes an entry, so
 * that a million replications take 30 MB however long their rows are.
 */
export interface LogIndex {
  /** Keys of the cells, in the order of the design. */
  readonly cells: readonly string[];
  /** Replications a cell may have, numbered from 1. */
  readonly replications: number;
  /** Replications found, each counted once. */
  readonly found: number;
  /** Of one cell. */
  foundOf(cell: number): number;
  /** Lines that repeat a replication, equal to the first copy. */
  readonly repeated: number;
  has(cell: number, replication: number): boolean;
  /** null where the replication is not there. */
  locate(cell: number, replication: number): LogPlace | null;
  /** Files may be added in any order: which copy of a replication comes first does not matter, since copies are equal. */
  add(entry: LogEntry): "added" | "repeated" | "conflict" | "outside";
}

export interface LogPlace {
  /** Number of the file, as the caller counts them. */
  readonly file: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes of the line, without its line feed. */
  readonly length: number;
}

export interface LogEntry extends LogPlace {
  readonly cell: string;
  readonly replication: number;
  /** The line's checksum, 16 hexadecimal digits. */
  readonly checksum: string;
}

/**
 * @param cells keys of the cells, all different.
 * @param replications the most a cell can have; entries beyond it, or of other cells, are "outside".
 */
export function emptyLogIndex(cells: readonly string[], replications: number): LogIndex {
  const size = cells.length * replications;
  const cellAt = new Map(cells.map((key, at) => [key, at]));
  const length = new Uint32Array(size);
  const offset = new Float64Array(size);
  const file = new Uint32Array(size);
  const checksums = new BigUint64Array(size);
  const foundOf = new Float64Array(cells.length);
  let found = 0;
  let repeated = 0;
  // Beyond the replications of a cell stand those of the next.
  const slot = (cell: number, replication: number) =>
    replication >= 1 && replication <= replications ? cell * replications + replication - 1 : -1;
  return {
    cells,
    replications,
    get found() {
      return found;
    },
    get repeated() {
      return repeated;
    },
    foundOf: (cell) => foundOf[cell] ?? 0,
    has: (cell, replication) => (length[slot(cell, replication)] ?? 0) !== 0,
    locate(cell, replication) {
      const at = slot(cell, replication);
      const bytes = length[at] ?? 0;
      return bytes === 0 ? null : { file: file[at] ?? 0, offset: offset[at] ?? 0, length: bytes };
    },
    add(entry) {
      const cell = cellAt.get(entry.cell);
      if (cell === undefined || entry.replication < 1 || entry.replication > replications) return "outside";
      const at = slot(cell, entry.replication);
      const checksum = BigInt(`0x${entry.checksum}`);
      if (length[at] !== 0) {
        if (checksums[at] !== checksum) return "conflict";
        // The last line of a log that grows may be read twice.
        if (file[at] !== entry.file || offset[at] !== entry.offset) repeated++;
        return "repeated";
      }
      length[at] = entry.length;
      offset[at] = entry.offset;
      file[at] = entry.file;
      checksums[at] = checksum;
      found++;
      foundOf[cell] = (foundOf[cell] ?? 0) + 1;
      return "added";
    },
  };
}
