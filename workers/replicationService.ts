import type { ResolvedDesign } from "../study/cells.ts";
import type { ReplicationKey } from "../study/replicationKeys.ts";
import type { EstimateRow } from "../study/rows.ts";
import type { JobService } from "./jobService.ts";
import { failureFrom, type Outcome } from "./outcome.ts";

/** A replication that was run, or could not be. */
export interface ReplicationDone extends ReplicationKey {
  readonly outcome: Outcome<readonly EstimateRow[]>;
}

/** What a replication does; pure, so that its rows depend on its key alone. */
export type RunReplication = (
  design: ResolvedDesign,
  cell: number,
  replication: number,
) => readonly EstimateRow[];

/** A worker that gets a design once and then runs batches of its replications; it reports how many of a batch are done. */
export type ReplicationService = JobService<
  ResolvedDesign,
  readonly ReplicationKey[],
  readonly ReplicationDone[],
  number
>;

/** The same in every kind of thread. An exception in one replication leaves the others of its batch alone. */
export function replicationService(runReplication: RunReplication): ReplicationService {
  return {
    prepare: (design) => (batch, report) =>
      batch.map(({ cell, replication }, position) => {
        const outcome = attempt(() => runReplication(design, cell, replication));
        report(position + 1);
        return { cell, replication, outcome };
      }),
  };
}

function attempt<Value>(action: () => Value): Outcome<Value> {
  try {
    return { ok: true, value: action() };
  } catch (thrown) {
    return { ok: false, error: failureFrom(thrown) };
  }
}
