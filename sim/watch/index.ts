/**
 * All of watching, apart from the other exports of `sim/`: a bundle in chunks loads whatever the file that it imports from names, so
 * that who watches would load the worlds of clusters with `sim/index.ts`.
 */
export type { FirmStatus } from "./details.ts";
export type { Difference } from "./difference.ts";
export { type FirmDetails, type FirmYear, firmDetails } from "./firmDetails.ts";
export { type FirmOfProvince, type ProvinceDetails, provinceDetails } from "./provinceDetails.ts";
export { type WatchTruth, watchTruth } from "./truth.ts";
export { type WatchRequest, watchedWorld } from "./watchRequest.ts";
export {
  advanceWatch,
  factualYear,
  startWatch,
  tracksWithSharedFirms,
  type WatchRun,
  type WatchSnapshot,
  yearsToWatch,
} from "./watchRun.ts";
export { startTrack, type WorldTrack } from "./worldTrack.ts";
export type { WorldYear } from "./worldYear.ts";
