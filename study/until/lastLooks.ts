import type { StoppedCell } from "../summary.ts";
import type { UntilRounds } from "./untilRounds.ts";

/** The last look at each cell, in the order of the cells. */
export function lastLooks(rounds: Pick<UntilRounds, "looks">): readonly StoppedCell[] {
  return [...new Map(rounds.looks().map((look) => [look.cell, look])).values()];
}
