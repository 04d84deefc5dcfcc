import type { ResolvedDesign } from "./cells.ts";

/** The smallest piece of a study, and all that it takes to repeat it. */
export interface ReplicationKey {
  /** Index of the cell in the design, from 0. */
  readonly cell: number;
  /** From 1. */
  readonly replication: number;
}

/** Every replication of a study. Cells take turns, so that the pace so far foretells the time left although cells cost differently. */
export function* replicationKeys(design: ResolvedDesign): Generator<ReplicationKey, void, undefined> {
  for (let replication = 1; replication <= design.design.replications; replication++) {
    for (const { index } of design.cells) yield { cell: index, replication };
  }
}
