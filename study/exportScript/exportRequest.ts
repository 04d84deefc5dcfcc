import type { ModelFrame, PanelColumns } from "../../estimators/index.ts";
import type { EstimateResult, ResultTerm } from "../estimate/estimateResult.ts";
import type { ScriptFile } from "./scriptFile.ts";

/** What a script in another language needs to repeat a fit, and to hold its own numbers against ours. */
export interface ExportRequest {
  /** The data as the script reads them, see `scriptFile`. */
  readonly file: ScriptFile;
  /** Of a selection and duration: the formula of the duration, and the outcome of the selection. */
  readonly frame: Pick<ModelFrame, "formula" | "outcome"> & Partial<Pick<ModelFrame, "weights">>;
  readonly options: ScriptOptions;
  readonly result: ExportedResult;
}

/** Of the options of `bandwagon estimate` those that are not in the result; absent where the user did not give them. */
export interface ScriptOptions {
  readonly panel?: PanelColumns | undefined;
  /** Condition on the rows that exist, for `lag()`, `initial()` and `mean()` too. */
  readonly where?: string | undefined;
  /** Condition on the rows to fit to. */
  readonly subset?: string | undefined;
  readonly cluster?: string | undefined;
  readonly weights?: string | undefined;
  /** Condition on the rows at risk before their group was seen. */
  readonly beforeEntry?: string | undefined;
}

/** Of a result what a script holds its own numbers against. */
export interface ExportedResult
  extends Pick<
    EstimateResult,
    | "formula"
    | "ties"
    | "information"
    | "penalty"
    | "observations"
    | "robust"
    | "clusters"
    | "logLikelihood"
    | "covariance"
    | "robustCovariance"
  > {
  readonly model: string;
  readonly terms: readonly Pick<ResultTerm, "term" | "estimate" | "stdError" | "robustStdError">[];
  readonly randomEffect: { readonly sigma: number; readonly quadrature: number } | null;
  readonly frailty?: { readonly variance: number } | null;
  readonly selection?: {
    readonly formula: string;
    readonly shape: { readonly estimate: number } | null;
    readonly dependence: { readonly kind: "fgm" | "gaussian"; readonly atanh: number };
  } | null;
}
