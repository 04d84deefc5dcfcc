import type { ResolvedDesign } from "../cells.ts";
import type { ReplicationKey } from "../replicationKeys.ts";
import { type UntilRounds, untilRounds } from "../until/untilRounds.ts";
import type { GrowingRows } from "./growingRows.ts";

/** The rounds of a study that stops by a rule, over rows that grow. */
export interface GrowingRounds extends Pick<UntilRounds, "looks" | "lastOf"> {
  /** Looks as often as the rows allow. @returns what is missing of the round that is open; nothing once every cell has stopped. */
  missing(timeIsUp: boolean): readonly ReplicationKey[];
  /** Whether every cell had stopped at the last look. */
  stopped(): boolean;
}

/** null where the design has no rule. */
export function growingRounds(design: ResolvedDesign, rows: GrowingRows): GrowingRounds | null {
  const { until, replications } = design.design;
  if (until === undefined) return null;
  const rounds = untilRounds(design, until);
  return {
    missing(timeIsUp) {
      for (;;) {
        const round = rounds.round();
        if (round === null) return [];
        const missing = round.filter((key) => !rows.has(key));
        if (missing.length > 0) return missing;
        rounds.look(rows.upTo(replications), timeIsUp);
      }
    },
    stopped: () => rounds.round() === null,
    looks: rounds.looks,
    lastOf: rounds.lastOf,
  };
}
