/** What one simulated history hands on. No estimator, file or worker is known here. */

/** Names every random draw of a history; two histories with equal keys share every draw. */
export interface RunKey {
  readonly seed: string;
  /** In a study the world's name with the values of its varied parameters, or "common" to share draws between cells. */
  readonly condition: string;
  readonly replication: number;
}

/** A column of the recorded panel; `levels` are given when the values are codes of labels. */
export interface RecordedColumn {
  readonly name: string;
  readonly values: Float64Array | Int32Array | Uint8Array | Uint16Array;
  readonly levels?: readonly string[];
  readonly note: {
    readonly meaning: string;
    readonly unit: string;
    readonly source: string;
    readonly lag: number | null;
  };
}

/** Average over decisions of Pr(active | one more peer) − Pr(active | peers as they were), all else equal. */
export interface PeerEffect {
  /** Over decisions of inactive pairs; NaN when there was none. */
  readonly entry: number;
  /** Over decisions of active pairs to stay; NaN when there was none. */
  readonly staying: number;
  /** Over both. */
  readonly all: number;
  readonly entryDecisions: number;
  readonly stayingDecisions: number;
}

/** What is true of this history, in the units of the estimators. */
export interface Truth {
  /** Probit coefficients by term name, with "(Intercept)" and "sigma"; empty where the decision model has none. */
  readonly coefficients: Readonly<Record<string, number>>;
  /** Log hazard ratios by term name; empty where the decision model has none. */
  readonly logHazardRatios: Readonly<Record<string, number>>;
  /** The interventional truth, over the recorded years. */
  readonly peerEffect: PeerEffect;
}

/** What a person should know of a run before believing it. */
export interface Diagnostics {
  /** Expected followers of one more active firm over its stay: the largest cell's, and the firm-weighted mean. */
  readonly reproductionNumber: {
    readonly largest: number;
    readonly largestCell: string;
    readonly mean: number;
  };
  /** Cells (province, industry, destination) of ten firms or more in which nine of ten firms are active at the end. */
  readonly filledCells: readonly string[];
  readonly activeShare: number;
  /** Starters per inactive firm × destination and year; leavers per active one. */
  readonly entryRate: number;
  readonly exitRate: number;
}

/** What a simulation leaves: the panel a statistician would see, and what only the simulator knows. */
export interface SimulatedHistory {
  readonly rows: number;
  readonly columns: readonly RecordedColumn[];
  readonly truth: Truth;
  readonly diagnostics: Diagnostics;
}
