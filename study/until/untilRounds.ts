import type { ResolvedDesign } from "../cells.ts";
import type { Until } from "../designParts.ts";
import type { ReplicationKey } from "../replicationKeys.ts";
import type { RowSource } from "../rowSource.ts";
import { type WatchedError, watchedErrors } from "./lookAtCell.ts";

/** Why a cell has no more replications: its errors reached their targets, it has the most it may have, time is up. */
export type StopReason = "mcse" | "replications" | "hours";

/** One look at one cell. */
export interface CellLook {
  /** Key of the cell. */
  readonly cell: string;
  /** From 1. */
  readonly look: number;
  /** The replications looked at: 1 to this one. */
  readonly replications: number;
  readonly errors: readonly WatchedError[];
  /** Null where the cell goes on. */
  readonly stop: StopReason | null;
}

/** A study that stops by a rule, as rounds: every cell that is open has its replications up to its next look, then all are looked at. */
export interface UntilRounds {
  /** The replications of the round, cells in turn; null when every cell has stopped. */
  round(): readonly ReplicationKey[] | null;
  /** After the round: looks at the open cells. @param source holds at least the rows of the rounds so far. */
  look(source: RowSource, timeIsUp: boolean): readonly CellLook[];
  /** All looks so far, in their order. */
  looks(): readonly CellLook[];
  /** The last replication of a cell that counts, by the rounds so far. */
  lastOf(cell: number): number;
}

/**
 * Looks come after `minimum` replications of a cell and then after every `every`, and at the last: never between. What a
 * look decides hangs on the rows of its cell alone (but for the time), so a study that was stopped and goes on, or is run
 * again, has the same looks.
 */
export function untilRounds({ design, cells }: ResolvedDesign, until: Until): UntilRounds {
  const most = design.replications;
  const done = cells.map(() => 0);
  const target = cells.map(() => Math.min(until.minimum, most));
  const open = new Set(cells.map(({ index }) => index));
  const looks: CellLook[] = [];
  let round = 0;
  return {
    round() {
      if (open.size === 0) return null;
      const keys: ReplicationKey[] = [];
      // All open cells have looked at as many replications: a round is as long for each.
      const [first = 0] = open;
      for (let replication = (done[first] ?? 0) + 1; replication <= (target[first] ?? 0); replication++) {
        for (const cell of open) keys.push({ cell, replication });
      }
      return keys;
    },
    look(source, timeIsUp) {
      round++;
      const found: CellLook[] = [];
      for (const cell of cells) {
        if (!open.has(cell.index)) continue;
        const replications = target[cell.index] ?? 0;
        done[cell.index] = replications;
        const errors = watchedErrors(cell, source, replications, until, design.alpha);
        const stop = stopReason(errors, replications >= most, timeIsUp);
        found.push({ cell: cell.key, look: round, replications, errors, stop });
        if (stop !== null) open.delete(cell.index);
        else target[cell.index] = Math.min(most, replications + until.every);
      }
      looks.push(...found);
      return found;
    },
    looks: () => looks,
    lastOf: (cell) => done[cell] ?? 0,
  };
}

function stopReason(errors: readonly WatchedError[], atMost: boolean, timeIsUp: boolean): StopReason | null {
  if (errors.length > 0 && errors.every(({ mcse, target }) => mcse <= target)) return "mcse";
  if (atMost) return "replications";
  return timeIsUp ? "hours" : null;
}
