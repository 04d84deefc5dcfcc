import type { Cell } from "./cells.ts";
import { type EstimandTally, estimandTally } from "./estimandTally.ts";
import type { ReplicationRows, RowSource } from "./rowSource.ts";
import type { EstimateRow } from "./rows.ts";

/** One cause for which a method gave no estimate in some replications of a cell. */
export interface FailureCause {
  readonly status: string;
  readonly count: number;
  /** The first replication it happened in, to be repeated alone, and its message. */
  readonly firstReplication: number;
  readonly message: string;
}

/**
 * How often a method ran in a cell and why it failed. Nothing is redrawn: failed + valid = replications. A fit that
 * cannot be taken at its word, be it for one collinear or separated column, is left out with all its estimates.
 */
export interface MethodSummary {
  readonly world: string;
  readonly cell: number;
  readonly method: string;
  readonly replications: number;
  readonly failed: number;
  readonly causes: readonly FailureCause[];
  /** Replications whose estimates stand but carry a warning, and the first such warning; "" when there is none. */
  readonly warned: number;
  readonly firstWarning: string;
}

export interface MethodTally {
  readonly summary: MethodSummary;
  readonly estimands: ReadonlyMap<string, EstimandTally>;
}

/**
 * What the rows of a cell come to, method by method in the order of the specification, which is that of the rows.
 *
 * @param alpha level of the tests.
 */
export function talliesOfCell(cell: Cell, source: RowSource, alpha: number): MethodTally[] {
  const counts = new Map<string, MethodCount>();
  for (const replication of source.replicationsOf(cell.index)) {
    countReplication(counts, replication, alpha);
  }
  const tallies = [...counts].map(([method, count]) => {
    for (const tally of count.estimands.values()) tally.turn();
    return { summary: methodSummary(cell, method, count), estimands: count.estimands };
  });
  for (const { rows } of source.replicationsOf(cell.index)) {
    for (const row of rows) {
      if (row.status === "ok") counts.get(row.method)?.estimands.get(row.estimand)?.spread(row);
    }
  }
  return tallies;
}

interface MethodCount {
  replications: number;
  lastReplication: number;
  failed: number;
  warned: number;
  lastWarned: number;
  firstWarning: string;
  readonly causes: Map<string, { count: number; firstReplication: number; message: string }>;
  readonly estimands: Map<string, EstimandTally>;
}

function emptyCount(): MethodCount {
  return {
    replications: 0,
    lastReplication: 0,
    failed: 0,
    warned: 0,
    lastWarned: 0,
    firstWarning: "",
    causes: new Map(),
    estimands: new Map(),
  };
}

function countReplication(
  counts: Map<string, MethodCount>,
  { replication, rows }: ReplicationRows,
  alpha: number,
): void {
  for (const row of rows) {
    const count = counts.get(row.method) ?? emptyCount();
    counts.set(row.method, count);
    if (count.lastReplication !== replication) count.replications++;
    count.lastReplication = replication;
    if (row.status === "ok") countEstimate(count, row, alpha);
    else countFailure(count, row);
  }
}

function countEstimate(count: MethodCount, row: EstimateRow, alpha: number): void {
  if (row.message !== "" && count.lastWarned !== row.replication) {
    if (count.warned === 0) count.firstWarning = row.message;
    count.warned++;
    count.lastWarned = row.replication;
  }
  const tally = count.estimands.get(row.estimand) ?? estimandTally(alpha);
  count.estimands.set(row.estimand, tally);
  tally.count(row);
}

function countFailure(count: MethodCount, { status, replication, message }: EstimateRow): void {
  count.failed++;
  const cause = count.causes.get(status);
  if (cause === undefined) count.causes.set(status, { count: 1, firstReplication: replication, message });
  else cause.count++;
}

function methodSummary({ world, index }: Cell, method: string, count: MethodCount): MethodSummary {
  const { replications, failed, causes, warned, firstWarning } = count;
  return {
    world,
    cell: index,
    method,
    replications,
    failed,
    causes: [...causes].map(([status, cause]) => ({ status, ...cause })),
    warned,
    firstWarning,
  };
}
