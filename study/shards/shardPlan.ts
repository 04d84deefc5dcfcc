import type { ResolvedDesign } from "../cells.ts";
import type { LogIndex } from "../log/logIndex.ts";
import { type ReplicationKey, replicationKeys } from "../replicationKeys.ts";

/** Replications `from` to `to` of a cell, both included. */
export interface ReplicationRange {
  /** Key of the cell. */
  readonly cell: string;
  readonly from: number;
  readonly to: number;
}

/** What one attempt at a study has to do, and among how many shards it is dealt out. Plain JSON. */
export interface ShardPlan {
  readonly plan: 1;
  /** From 1; a study that was resumed has several. */
  readonly attempt: number;
  /** Digest of the design. */
  readonly design: string;
  readonly shards: number;
  /** In the order of the cells. */
  readonly missing: readonly ReplicationRange[];
}

/** What `index` does not hold yet, as ranges. */
export function missingRanges(design: ResolvedDesign, index: LogIndex): ReplicationRange[] {
  const ranges: ReplicationRange[] = [];
  for (const { index: cell, key } of design.cells) {
    let from = 0;
    for (let replication = 1; replication <= design.design.replications + 1; replication++) {
      const missing = replication <= design.design.replications && !index.has(cell, replication);
      if (missing && from === 0) from = replication;
      if (!missing && from !== 0) {
        ranges.push({ cell: key, from, to: replication - 1 });
        from = 0;
      }
    }
  }
  return ranges;
}

/** Replications in the ranges. */
export function countOfRanges(ranges: readonly ReplicationRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/**
 * The replications of one shard. They are dealt out in turn, replication by replication through the cells, so that
 * slow cells are spread over all shards.
 *
 * @param shard from 1 to `plan.shards`.
 * @throws RangeError for another shard.
 */
export function* keysOfShard(
  design: ResolvedDesign,
  plan: ShardPlan,
  shard: number,
): Generator<ReplicationKey, void, undefined> {
  if (!(Number.isInteger(shard) && shard >= 1 && shard <= plan.shards)) {
    throw new RangeError(`there is no shard ${shard}: they are 1 to ${plan.shards}`);
  }
  const cellAt = new Map(design.cells.map(({ key, index }) => [key, index]));
  const ranges = design.cells.map((): ReplicationRange[] => []);
  for (const range of plan.missing) ranges[cellAt.get(range.cell) ?? -1]?.push(range);
  let position = 0;
  for (const key of replicationKeys(design)) {
    const ofCell = ranges[key.cell] ?? [];
    // A cell's replications come in their order, so its ranges are used up one after the other.
    while (ofCell.length > 0 && (ofCell[0]?.to ?? 0) < key.replication) ofCell.shift();
    if (ofCell.length === 0 || (ofCell[0]?.from ?? 0) > key.replication) continue;
    if (position % plan.shards === shard - 1) yield key;
    position++;
  }
}
