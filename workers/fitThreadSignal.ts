import type { PartRequest, SharedPart } from "../estimators/parts/sharedPart.ts";

/** How a thread says that it has answered, in memory that both sides see. */
export interface FitThreadSignal {
  readonly state: Int32Array;
  /** Of the last answer. */
  readonly value: Float64Array;
}

/** Places in `state`. */
export const REQUESTS_ANSWERED = 0;
export const FAILED = 1;

export interface FitThreadSetup {
  readonly signal: FitThreadSignal;
}

export type FitThreadMessage = { readonly shared: SharedPart } | { readonly request: PartRequest };

export function createSignal(): FitThreadSignal {
  return {
    state: new Int32Array(new SharedArrayBuffer(8)),
    value: new Float64Array(new SharedArrayBuffer(8)),
  };
}
