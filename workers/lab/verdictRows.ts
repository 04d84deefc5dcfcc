import type { EstimateRow } from "../../study/rows.ts";

const shown: readonly string[] = [
  "msePeersSameDestination",
  "msePeersPlaceboSameDestination",
  "averagePartialEffect(msePeersSameDestination)",
];

/** Whether a row bears on the verdict: it is of an estimand of the study, or reports a failure. Others need not travel. */
export function isShown({ estimand, status }: EstimateRow): boolean {
  return status !== "ok" || shown.includes(estimand);
}
