import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import type { EstimateRow } from "../../../study/rows.ts";

/** Two parameters, two Cox models, one estimand; nothing is simulated. */
export const loopDesign = resolveDesign(
  parseDesign({
    aim: "To be drawn",
    dataGenerating: {
      name: "w",
      scenario: "canello-2022/return",
      vary: { firms: [300, 100], closureRate: [0, 0.05] },
    },
    methods: ["canello-2022/cox-exact", "canello-2022/cox-yearly"],
    estimands: ["size"],
    performance: ["bias", "empiricalSe", "modelSe", "relativeError", "coverage", "rejection"],
    replications: 4,
    seed: "1",
  }),
);

export const EXACT = "canello-2022/cox-exact";
export const YEARLY = "canello-2022/cox-yearly";

/** A valid row; 95 % limits are two standard errors away. */
export function row(given: Partial<EstimateRow> & { readonly estimate: number }): EstimateRow {
  const { estimate, stdError = 1 } = given;
  return {
    world: "w",
    cell: 0,
    replication: 1,
    method: EXACT,
    estimand: "size",
    truth: 0,
    stdError,
    confLow: estimate - 2 * stdError,
    confHigh: estimate + 2 * stdError,
    pValue: Math.abs(estimate) > 2 * stdError ? 0.01 : 0.5,
    status: "ok",
    message: "",
    ...given,
  };
}

/** A method that gave nothing. */
export function failed(given: Partial<EstimateRow>): EstimateRow {
  const nothing = { truth: Number.NaN, confLow: Number.NaN, confHigh: Number.NaN, pValue: Number.NaN };
  return {
    ...row({ estimate: Number.NaN, stdError: Number.NaN }),
    ...nothing,
    estimand: "",
    status: "did-not-converge",
    message: "no maximum",
    ...given,
  };
}

/** Four replications of both methods in every cell; the yearly model fails once in cell 1. */
export function loopRows(): EstimateRow[] {
  return [0, 1, 2, 3].flatMap((cell) =>
    [-1, 0, 1, 4].flatMap((estimate, at) => {
      const replication = at + 1;
      return [
        row({ cell, replication, estimate }),
        cell === 1 && at === 2
          ? failed({ cell, replication, method: YEARLY })
          : row({ cell, replication, estimate: estimate / 2, method: YEARLY }),
      ];
    }),
  );
}
