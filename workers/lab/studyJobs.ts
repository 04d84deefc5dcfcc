import type { ModelSpecification } from "../../scenarios/index.ts";
import type { WatchRequest } from "../../sim/index.ts";
import type { ResolvedDesign } from "../../study/cells.ts";
import type { Conclusion } from "../../study/repeat/conclusion.ts";
import type { Readings } from "../../study/repeat/readings.ts";
import type { RepeatRequest } from "../../study/repeat/repeatDesign.ts";
import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { EstimateRow } from "../../study/rows.ts";
import type { EstimandSummary, MethodSummary, StoppedCell } from "../../study/summary.ts";
import type { ReplicationDone } from "../replicationService.ts";

/** Where a design comes from. */
export type DesignSource =
  | { readonly from: "world"; readonly request: RepeatRequest }
  /** @param name of the file, for messages. */
  | { readonly from: "text"; readonly text: string; readonly name: string };

/** What the studying thread can be asked for. It has one study at a time: the one planned last. */
export type StudyJob =
  | { readonly kind: "plan"; readonly source: DesignSource }
  /** Reads a design as `plan` does and leaves the study that is planned as it is. */
  | { readonly kind: "read"; readonly source: DesignSource }
  | { readonly kind: "add"; readonly done: readonly ReplicationDone[] }
  | { readonly kind: "look"; readonly at: LookedAt }
  /** Of a design with a rule: looks as often as the rows allow. */
  | { readonly kind: "round"; readonly timeIsUp: boolean }
  | { readonly kind: "replication"; readonly cell: number; readonly replication: number }
  /**
   * @param replications the first of each cell; of a design with a rule its looks say which count.
   * @param only the name of the one that is wanted; all when left out.
   */
  | { readonly kind: "files"; readonly replications: number; readonly only?: string };

/** @param replications the first of each cell that count. */
export interface LookedAt {
  readonly replications: number;
  readonly cell: number;
  readonly method: string;
  readonly estimand: string;
}

/** A design that was read and resolved. */
export interface StudyPlan {
  /** Of the study, whatever its replications (`studyName`). */
  readonly name: string;
  readonly design: ResolvedDesign;
  /** The text of its file. */
  readonly text: string;
  readonly cells: readonly PlannedCell[];
  /**
   * Why it can be exported but not be run here, or not in full (`too-large`). One with too many cells has none of them here.
   */
  readonly refused: "too-many-cells" | "too-large" | null;
}

export interface PlannedCell {
  readonly label: string;
  readonly world: string;
  readonly methods: readonly PlannedMethod[];
}

export interface PlannedMethod {
  readonly name: string;
  readonly summary: string;
  readonly model: ModelSpecification["model"];
  /** In the order of its table; nothing of factor levels. */
  readonly estimands: readonly string[];
  /** The one to begin with. */
  readonly first: string;
}

/** What a study has come to. */
export interface StudyLook {
  readonly at: LookedAt;
  readonly alpha: number;
  /** Replications there among those that count, by cell. */
  readonly counts: readonly number[];
  /** The largest n for which every cell has its replications 1 to n. */
  readonly complete: number;
  /** Numbers of the replications of the cell, and the estimate of each, NaN where the method failed. */
  readonly replications: Int32Array;
  readonly estimates: Float64Array;
  readonly method: MethodSummary | null;
  /** null where no replication gave this estimand. */
  readonly estimand: EstimandSummary | null;
  readonly readings: Readings | null;
  /** Of the same method and estimand in every cell, null where it has none; empty where the study has one cell. */
  readonly cells: readonly (CellLook | null)[];
  /** Where the design stops by a rule: how far it is by the last round that was asked for. */
  readonly rule: RuleLook | null;
}

export interface RuleLook {
  /** Whether every cell has stopped. */
  readonly stopped: boolean;
  /** The last look at each cell that was looked at; `cell` is its key. */
  readonly looks: readonly StoppedCell[];
}

export interface CellLook {
  readonly method: MethodSummary | null;
  readonly estimand: EstimandSummary | null;
}

/** One replication, for whoever opens its dot. */
export interface ReplicationLook {
  readonly cell: number;
  readonly replication: number;
  readonly history: Required<WatchRequest>;
  /** Its rows, but those of factor levels, with what each would have led to; null for a failure. */
  readonly rows: readonly { readonly row: EstimateRow; readonly conclusion: Conclusion | null }[];
}

/** A file of results: the bytes that the command line writes. */
export interface ResultFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type StudyResult =
  | { readonly kind: "plan"; readonly plan: StudyPlan }
  | { readonly kind: "read"; readonly plan: StudyPlan }
  | { readonly kind: "add" }
  | { readonly kind: "look"; readonly look: StudyLook }
  /** What is missing of the round that is open; nothing once every cell has stopped. */
  | { readonly kind: "round"; readonly missing: readonly ReplicationKey[] }
  | { readonly kind: "replication"; readonly found: ReplicationLook }
  | { readonly kind: "files"; readonly files: readonly ResultFile[] };
