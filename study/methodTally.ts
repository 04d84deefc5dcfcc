import type { Cell } from "./cells.ts";
import { type EstimandTally, estimandTally } from "./estimandTally.ts";
import { type ComparedMethods, comparedMethods } from "./measures/comparedMethods.ts";
import type { FailureFlag } from "./measures/failureBounds.ts";
import { type PairTally, pairTally } from "./measures/pairTally.ts";
import { rowsOnSameData } from "./measures/rowsOnSameData.ts";
import { type Share, shareOf } from "./measuresOfMoments.ts";
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
  /** failed / replications. */
  readonly failure: Share;
  /** Why its numbers in this cell are to be read with care: those of its estimands, each once. */
  readonly flags: readonly FailureFlag[];
  readonly causes: readonly FailureCause[];
  /** Replications whose estimates stand but carry a warning, and the first such warning; "" when there is none. */
  readonly warned: number;
  readonly firstWarning: string;
}

export interface MethodTally {
  readonly summary: Omit<MethodSummary, "flags">;
  readonly estimands: ReadonlyMap<string, EstimandTallies>;
}

/** What the rows of one estimand by one method come to. */
export interface EstimandTallies {
  /** Over the replications in which this method is valid. */
  readonly caseWise: EstimandTally;
  /** Over those in which every compared method is; null where the method is compared with none. */
  readonly listWise: EstimandTally | null;
  /** Beside the reference; null for the reference itself, and where there is none. */
  readonly pairs: { readonly reference: string; readonly tally: PairTally } | null;
}

/**
 * What the rows of a cell come to, method by method in the order of the specification, which is that of the rows.
 *
 * @param alpha level of the tests.
 */
export function talliesOfCell(cell: Cell, source: RowSource, alpha: number): MethodTally[] {
  const counts = new Map<string, MethodCount>();
  const compared = comparedMethods(cell);
  const talliesOf = ({ method, estimand }: EstimateRow): EstimandTallies => {
    const count = counts.get(method) ?? emptyCount();
    counts.set(method, count);
    const tallies = count.estimands.get(estimand) ?? emptyTallies(compared(method, estimand), method, alpha);
    count.estimands.set(estimand, tallies);
    return tallies;
  };
  const onSameData = (rows: readonly EstimateRow[]) =>
    rowsOnSameData(rows, (row) => compared(row.method, row.estimand));
  for (const replication of source.replicationsOf(cell.index)) {
    countReplication(counts, replication);
    for (const row of replication.rows) if (row.status === "ok") talliesOf(row).caseWise.count(row);
    for (const { row, reference, complete } of onSameData(replication.rows)) {
      const { listWise, pairs } = talliesOf(row);
      if (complete) listWise?.count(row);
      if (reference !== null) pairs?.tally.count(row, reference);
    }
  }
  const tallies = [...counts].map(([method, count]) => {
    for (const { caseWise, listWise, pairs } of count.estimands.values()) {
      for (const tally of [caseWise, listWise, pairs?.tally]) tally?.turn();
    }
    return { summary: methodSummary(cell, method, count), estimands: count.estimands };
  });
  for (const { rows } of source.replicationsOf(cell.index)) {
    for (const row of rows) if (row.status === "ok") talliesOf(row).caseWise.spread(row);
    for (const { row, reference, complete } of onSameData(rows)) {
      const { listWise, pairs } = talliesOf(row);
      if (complete) listWise?.spread(row);
      if (reference !== null) pairs?.tally.spread(row, reference);
    }
  }
  return tallies;
}

function emptyTallies(compared: ComparedMethods | null, method: string, alpha: number): EstimandTallies {
  const [reference, another] = compared?.methods ?? [];
  const alone = reference === undefined || another === undefined;
  return {
    caseWise: estimandTally(alpha),
    listWise: alone ? null : estimandTally(alpha),
    pairs: alone || method === reference ? null : { reference, tally: pairTally(alpha) },
  };
}

interface MethodCount {
  replications: number;
  lastReplication: number;
  failed: number;
  warned: number;
  lastWarned: number;
  firstWarning: string;
  readonly causes: Map<string, { count: number; firstReplication: number; message: string }>;
  readonly estimands: Map<string, EstimandTallies>;
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

function countReplication(counts: Map<string, MethodCount>, { replication, rows }: ReplicationRows): void {
  for (const row of rows) {
    const count = counts.get(row.method) ?? emptyCount();
    counts.set(row.method, count);
    if (count.lastReplication !== replication) count.replications++;
    count.lastReplication = replication;
    if (row.status === "ok") countWarning(count, row);
    else countFailure(count, row);
  }
}

function countWarning(count: MethodCount, { message, replication }: EstimateRow): void {
  if (message === "" || count.lastWarned === replication) return;
  if (count.warned === 0) count.firstWarning = message;
  count.warned++;
  count.lastWarned = replication;
}

function countFailure(count: MethodCount, { status, replication, message }: EstimateRow): void {
  count.failed++;
  const cause = count.causes.get(status);
  if (cause === undefined) count.causes.set(status, { count: 1, firstReplication: replication, message });
  else cause.count++;
}

function methodSummary({ world, index }: Cell, method: string, count: MethodCount): MethodTally["summary"] {
  const { replications, failed, causes, warned, firstWarning } = count;
  return {
    world,
    cell: index,
    method,
    replications,
    failed,
    failure: shareOf(failed, replications),
    causes: [...causes].map(([status, cause]) => ({ status, ...cause })),
    warned,
    firstWarning,
  };
}
