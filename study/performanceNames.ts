/** The performance measures a study can ask for, in the order they are explained in docs/methods.md. */
export const PERFORMANCE_NAMES = [
  "bias",
  "relativeBias",
  "empiricalSe",
  "modelSe",
  "relativeError",
  "mse",
  "rmse",
  "coverage",
  "biasEliminatedCoverage",
  "rejection",
  "typeS",
  "typeM",
  "intervalWidth",
  "convergence",
] as const;

export type PerformanceName = (typeof PERFORMANCE_NAMES)[number];
