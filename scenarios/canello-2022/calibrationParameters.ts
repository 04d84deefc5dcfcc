import type { CalibrationParameter } from "../calibrationParameter.ts";

/** What `bandwagon calibrate canello-2022` moves where nothing else is asked for. */
export const calibrationParameters: readonly CalibrationParameter[] = [
  { path: "base", from: -4.5, to: -2 },
  { path: "stateDependence", from: 1.8, to: 3.2 },
  { path: "firmEffectSd", from: 0.1, to: 0.9 },
  { path: "pairEffectSd", from: 0.1, to: 0.9 },
  { path: "datedShocks.2001-2006.entry", from: 0, to: 0.8 },
  { path: "datedShocks.2007.exit", from: 0, to: 0.8 },
  { path: "destinationOffset.northAfrica", from: -1.2, to: -0.2 },
  { path: "destinationOffset.eastAsia", from: -1.2, to: -0.2 },
  { path: "destinationOffset.other", from: -1.2, to: -0.2 },
  { path: "destinationTrend.europe", from: -0.1, to: 0.1 },
  { path: "destinationTrend.northAfrica", from: -0.1, to: 0.15 },
  { path: "destinationTrend.eastAsia", from: -0.2, to: 0.1 },
  { path: "destinationTrend.other", from: -0.3, to: 0.1 },
];
