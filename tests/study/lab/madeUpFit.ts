import type { LabFit } from "../../../study/lab/labFit.ts";

/** A fit with nothing in it but what a test says. */
export function madeUpFit(parts: Partial<LabFit>): LabFit {
  return {
    specification: "canello-2022/C",
    model: "probit",
    summary: "",
    source: "",
    confidenceLevel: 0.95,
    converged: true,
    terms: [],
    ratios: [],
    dummies: [],
    effects: [],
    observations: 1000,
    predictedRows: 0,
    groups: null,
    events: null,
    logLikelihood: -100,
    sigma: null,
    rho: null,
    warnings: [],
    published: null,
    survival: null,
    ...parts,
  };
}
