import type { CellEstimates } from "../../../study/lookAlikes/cellEstimates.ts";
import found from "./recordedEstimates.json";

/** What each method gave in the recorded histories, which are numbered from 1. */
export const recordedEstimates: readonly CellEstimates[] = found.map(({ truth, values, ...of }) => ({
  ...of,
  // scripts/lab/recordedEstimates.mjs writes no other; the type of a JSON file knows only text.
  quantity: of.quantity as CellEstimates["quantity"],
  truth: truth ?? Number.NaN,
  replications: values.map((_, at) => at + 1),
  values: values.map((value) => value ?? Number.NaN),
}));
