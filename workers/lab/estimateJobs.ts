import type { WatchRequest } from "../../sim/index.ts";
import type { Truth } from "../../sim/run.ts";
import type { TrueAnswer } from "../../study/lab/conclusions.ts";
import type { LabFit } from "../../study/lab/labFit.ts";
import type { PanelFacts } from "../../study/lab/surveyedPanel.ts";

/** The panel that is estimated: that of a history, or of its last years. */
export interface EstimateRequest {
  /** The very history that is watched. */
  readonly history: WatchRequest;
  /** Last years surveyed; 0 for all that are recorded. */
  readonly years: number;
}

/** What the estimating thread can be asked for. */
export type EstimateJob =
  | { readonly kind: "survey"; readonly request: EstimateRequest }
  | { readonly kind: "fit"; readonly request: EstimateRequest; readonly specification: string }
  | { readonly kind: "file"; readonly request: EstimateRequest; readonly file: EstimateFile };

/** A file to take away. */
export type EstimateFile =
  | { readonly kind: "csv" | "parquet" | "codebook" }
  /** A script with the rows it fits, of a probit or a Cox model. */
  | { readonly kind: "r" | "stata"; readonly specification: string };

/** A file as a page can offer it. */
export interface TakenFile {
  readonly name: string;
  readonly content: Blob;
}

/** What a column of the panel means, from its codebook. */
export interface TermMeaning {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly source: string;
}

/** A survey, before anything is fitted to it. */
export interface Survey {
  readonly facts: PanelFacts;
  readonly truth: Truth;
  /** What is true of each claim of the papers, by its id. */
  readonly answers: readonly (readonly [string, TrueAnswer])[];
  readonly meanings: readonly TermMeaning[];
}

export type EstimateResult =
  | { readonly kind: "survey"; readonly survey: Survey }
  | { readonly kind: "fit"; readonly fit: LabFit }
  | { readonly kind: "file"; readonly files: readonly TakenFile[] };
