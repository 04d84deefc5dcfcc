/** What the figures of a report show, as data: of a design, its summary and its rows. */
export { type DotRow, type DotRows, dotRows } from "./dotRows.ts";
export { type EstimatePoint, type EstimatePoints, estimatePoints } from "./estimatePoints.ts";
export { cellLabel, groupLabels } from "./groupLabels.ts";
export { type KeptEstimates, keepEstimates } from "./keptEstimates.ts";
export { drawnMeasures, type Lollipop, type Lollipops, lollipops } from "./lollipops.ts";
export {
  type LoopLine,
  type LoopPanel,
  type LoopParameter,
  type NestedLoop,
  nestedLoop,
} from "./nestedLoops.ts";
export { type CurvePoint, type PowerCurve, type PowerCurves, powerCurves } from "./powerCurves.ts";
export { type ReportEstimand, type ReportScale, reportScales, shownEstimands } from "./shownEstimands.ts";
export { type ZipInterval, type ZipPlot, zipPlot } from "./zipIntervals.ts";
