import { expect, it } from "vitest";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import { loadData } from "../probit/referenceData.ts";

it.each(["bacteria", "males"] as const)(
  "with few nodes the maximum of the quadrature is reached all the same: %s",
  (name) => {
    const { matrix, outcome, group } = loadData(name);
    for (const quadratureNodes of [2, 4]) {
      const options = { quadratureNodes, checkQuadrature: false, tests: false };
      const usual = fitRandomEffects(matrix, outcome, group, options);
      // A tolerance that is never met takes every step there is.
      const endless = fitRandomEffects(matrix, outcome, group, {
        ...options,
        tolerance: 1e-300,
        maxIterations: 60,
      });
      usual.terms.forEach(({ estimate, stdError }, i) => {
        expect(Math.abs(estimate - endless.terms[i].estimate)).toBeLessThan(1e-7 * stdError);
      });
      expect(usual.converged).toBe(true);
    }
  },
);
