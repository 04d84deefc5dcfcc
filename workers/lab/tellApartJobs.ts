import type { Cause } from "../../scenarios/lab/lookAlikes.ts";
import type { PeerEffect } from "../../sim/index.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import type { CellEstimates } from "../../study/lookAlikes/cellEstimates.ts";
import type { Reference } from "../../study/lookAlikes/givenAway.ts";
import type { StatisticName } from "../../study/lookAlikes/plainStatistics.ts";
import type { SeenWorld } from "../../study/lookAlikes/seenWorld.ts";
import type { EstimateRow } from "../../study/rows.ts";
import type { Verdict } from "../../study/verdict/verdict.ts";

/** What the thread of the place Tell apart can be asked for. */
export type TellApartJob =
  /** The three worlds of a seed as anybody sees them. */
  | { readonly kind: "round"; readonly seed: string }
  /** What is true of them. */
  | { readonly kind: "truth"; readonly seed: string }
  /** The study of these worlds, looked up. */
  | { readonly kind: "study"; readonly seed: string; readonly replications: number }
  /** The verdict of the rows so far; `rows` are those from number `from` on, so that no row travels twice. */
  | {
      readonly kind: "verdict";
      readonly seed: string;
      readonly from: number;
      readonly rows: readonly EstimateRow[];
    };

export type TellApartResult =
  | { readonly kind: "round"; readonly worlds: Readonly<Record<Cause, SeenWorld>> }
  | { readonly kind: "truth"; readonly truths: Readonly<Record<Cause, TrueWorld>> }
  /** `name`: what the lab's store of studies calls it; `file`: its text. */
  | {
      readonly kind: "study";
      readonly resolved: ResolvedDesign;
      readonly name: string;
      readonly file: string;
    }
  | { readonly kind: "verdict"; readonly found: FoundVerdict }
  /** The thread has other rows than it was thought to have (it was started anew): send all. */
  | { readonly kind: "again" };

/** What only the simulator knows of a world. */
export interface TrueWorld {
  readonly peerEffect: PeerEffect;
  /** The same draws with every imitation off, and with the world's own cause off. */
  readonly noImitation: SeenWorld;
  readonly noCause: SeenWorld;
  /** Ten other histories of the cause. */
  readonly reference: Reference;
  /** Statistics by which it could have been told from both others. */
  readonly givenAwayBy: readonly StatisticName[];
}

export interface FoundVerdict {
  readonly verdict: Verdict;
  readonly estimates: readonly CellEstimates[];
  /** Contents of verdict.md and verdict.csv. */
  readonly markdown: string;
  readonly csv: string;
}
