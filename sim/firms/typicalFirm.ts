/**
 * A typical firm in a typical province. Effects of characteristics are measured from it, so that `base` and
 * `exitHazard` are those of this firm whatever the effects are. Values are our assumption [A]; units are those of
 * the panel columns of the same names.
 */
export const typicalFirm = {
  size: 8,
  labourProductivity: 30,
  supplier: 0.4,
  financialConstraints: 0.6,
  capitalIntensiveTechnology: 0.3,
  exportingExperience: 2,
  domesticOutsourcingExperience: 1,
  mainClientRevenueShare: 45,
  government: 0.5,
  corruption: 0.6,
  infrastructureQuality: 100,
  averageEmployeeWages: 20,
  population: 6,
  migrantFirmShare: 6,
} as const;

export type Characteristic = keyof typeof typicalFirm;
