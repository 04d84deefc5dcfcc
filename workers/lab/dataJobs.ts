import type { ColumnSummary } from "../../panel/columnSummary.ts";
import type { DesignFromPanel } from "../../study/designFrom/designFromFit.ts";
import type { EstimateOptions } from "../../study/estimate/estimateOptions.ts";
import type { EstimateResult } from "../../study/estimate/estimateResult.ts";

/** Where the rows come from. A file stays where it is: the thread reads it by pieces, and nothing of it is sent anywhere. */
export type DataSource =
  | { readonly kind: "file"; readonly file: File }
  /** A panel simulated in the thread, to try the place without own data. */
  | { readonly kind: "sample" };

/** How a text file is to be read. */
export interface ReadingOptions {
  /** Texts that mark a missing cell, beside the empty one. */
  readonly missing: readonly string[];
  /** What stands before decimals; null for what each column shows. */
  readonly decimal: "." | "," | null;
}

/** A table to read. A thread keeps the one it read last; another one reads it anew, so that an answer depends on the request alone. */
export interface DataRequest {
  /** Different for every file that is handed over, also where two have one name. */
  readonly id: number;
  readonly source: DataSource;
  readonly reading: ReadingOptions;
}

export interface ModelRequest {
  readonly formula: string;
  readonly options: ChosenOptions;
}

/** Of the options of `bandwagon estimate` those that are not about files. */
export type ChosenOptions = Pick<
  EstimateOptions,
  | "model"
  | "ties"
  | "quadrature"
  | "penalty"
  | "weights"
  | "panel"
  | "where"
  | "subset"
  | "cluster"
  | "robust"
  | "effects"
  | "at"
  | "confidence"
>;

/** A power study from a panel, as `bandwagon study design-from` is asked for it. */
export interface DesignRequest {
  readonly formula: string;
  /** `ID,TIME` */
  readonly panel: string;
  readonly cluster?: string;
  /** `theirs=ours` */
  readonly map: readonly string[];
}

/** A power study as it was made of a panel. */
export interface DesignAnswer {
  readonly found: DesignFromPanel;
  /** The design as `--out` writes it. */
  readonly file: ExportedFile;
  /** Commands that make the same design, check it and run it. */
  readonly commands: readonly string[];
}

export type ExportKind = "json" | "csv" | "latex" | "html" | "r" | "stata" | "data";

export type DataJob =
  | { readonly kind: "read"; readonly data: DataRequest }
  | { readonly kind: "estimate"; readonly data: DataRequest; readonly model: ModelRequest }
  | {
      readonly kind: "export";
      readonly data: DataRequest;
      readonly model: ModelRequest;
      readonly what: ExportKind;
    }
  | { readonly kind: "design"; readonly data: DataRequest; readonly design: DesignRequest };

export interface DataSummary {
  /** Names of the columns that a simulated world has, for whoever says which of theirs is which. */
  readonly worldColumns: readonly string[];
  readonly name: string;
  /** Bytes of the file; of a simulated panel, of its CSV. */
  readonly bytes: number;
  readonly format: "text" | "parquet";
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
  /** Of the first columns; a missing cell is null. */
  readonly preview: readonly (readonly (string | null)[])[];
  /** Cells that may be meant as missing, and were taken as values. */
  readonly marks: readonly { readonly column: string; readonly mark: string; readonly cells: number }[];
}

/** A survival curve, with no more steps than can be drawn. */
export interface DrawnCurve {
  /** What it is at: "means", or the covariates asked for. */
  readonly at: string;
  readonly stratum: string;
  readonly times: readonly number[];
  readonly survival: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A fit without its covariances: of thousands of terms they would be all there is in the message. `export` has them. */
export type ShownResult = Omit<EstimateResult, "covariance" | "robustCovariance">;

export interface EstimateAnswer {
  readonly result: ShownResult;
  /** Of a Cox model with finite estimates; empty of others. */
  readonly curves: readonly DrawnCurve[];
  /** Columns that several terms are made of: each average effect moves one term alone. */
  readonly severalTerms: readonly string[];
  /** The command that repeats the fit. */
  readonly command: string;
}

/** A file for the reader. */
export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export type DataResult =
  | { readonly kind: "read"; readonly summary: DataSummary }
  | { readonly kind: "estimate"; readonly answer: EstimateAnswer }
  | { readonly kind: "design"; readonly answer: DesignAnswer }
  | { readonly kind: "export"; readonly files: readonly ExportedFile[] };

/** How far a thread is. `share` of the bytes read, from 0 to 1. */
export type DataProgress =
  | { readonly kind: "reading"; readonly share: number; readonly bytes: number }
  | { readonly kind: "simulating" }
  | { readonly kind: "fitting" }
  | { readonly kind: "designing" };
