import type { ModelSpecification } from "../../../../scenarios/specification.ts";

export const specifications: readonly ModelSpecification[] = [
  {
    name: "made-up-2030/1",
    summary: "Dynamic probit with peers, industry dummies",
    source: "Made-Up (2030) Table 1, column 1",
    model: "randomEffectsProbit",
    outcome: "active",
    group: "pair",
    quadratureNodes: 12,
    numeric: ["yLag", "yInitial", "msePeersSameDestination"],
    factors: ["industry"],
    averagePartialEffects: [],
  },
];
