import type { Share } from "../measuresOfMoments.ts";
import { shareOf } from "../measuresOfMoments.ts";
import { countOf, type PowerPoint } from "./powerCounts.ts";

/** How often a test rejects in a world in which it should not. */
export interface SizeOfTest {
  /** Name of the world. */
  readonly null: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** Of what is solved for; null where that does not apply. */
  readonly value: number | null;
  readonly replications: number;
  readonly failed: number;
  readonly rejected: number;
  /** Of the replications with an estimate, with 95 % Wilson limits. */
  readonly rejection: Share;
  readonly estimate: number;
  readonly stdError: number;
  /**
   * `exceeded`: even the lower limit is above α, so the test finds what is not there, and its power is not worth reading.
   * `conservative`: even the upper limit is below α. `kept`: neither, as far as so many replications can tell. `unknown`: no
   * replication has an estimate.
   */
  readonly verdict: "kept" | "exceeded" | "conservative" | "unknown";
}

export function sizeOfTest(
  point: PowerPoint,
  of: {
    readonly null: string;
    readonly set: Readonly<Record<string, unknown>>;
    readonly value: number | null;
  },
  alpha: number,
): SizeOfTest {
  const { found, total } = countOf(point);
  const valid = total - point.failed;
  const rejection = shareOf(found, valid);
  return {
    ...of,
    replications: total,
    failed: point.failed,
    rejected: found,
    rejection,
    estimate: point.estimate,
    stdError: point.stdError,
    verdict: verdictOf(rejection, valid, alpha),
  };
}

function verdictOf({ low, high }: Share, valid: number, alpha: number): SizeOfTest["verdict"] {
  if (valid === 0) return "unknown";
  if (low > alpha) return "exceeded";
  return high < alpha ? "conservative" : "kept";
}
