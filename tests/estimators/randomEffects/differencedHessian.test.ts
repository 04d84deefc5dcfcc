import { describe, expect, it } from "vitest";
import { LINKS } from "../../../estimators/binary/links/links.ts";
import { differencedHessian } from "../../../estimators/randomEffects/differencedHessian.ts";
import { fitRandomEffects } from "../../../estimators/randomEffects/fitRandomEffects.ts";
import {
  prepareRandomEffects,
  randomEffectsLikelihood,
} from "../../../estimators/randomEffects/randomEffectsProblem.ts";
import { groupRows } from "../../../estimators/splitDesign/groupRows.ts";
import { loadData } from "../probit/referenceData.ts";

const { matrix, outcome, group } = loadData("bacteria");

describe.each(["probit", "logit", "cloglog"] as const)("the Hessian from differences, %s", (link) => {
  it("is the analytic one where the nodes suffice, with the same value and gradient", () => {
    const problem = prepareRandomEffects(matrix, outcome, groupRows(group), LINKS[link], undefined, {});
    const objective = randomEffectsLikelihood(problem, 40);
    const n = objective.parameters;
    const point = Float64Array.of(0.8, -0.4, -0.2, 0.1, -0.3);
    const [exact, differenced] = [objective, differencedHessian(objective)].map(({ evaluate }) => {
      const gradient = new Float64Array(n);
      const hessian = new Float64Array(n * n);
      return { value: evaluate(point, gradient, hessian), gradient, hessian };
    });
    expect(differenced.value).toBeCloseTo(exact.value, 12);
    for (let i = 0; i < n; i++) {
      expect(differenced.gradient[i]).toBeCloseTo(exact.gradient[i], 10);
      for (let j = 0; j <= i; j++)
        expect(differenced.hessian[i * n + j]).toBeCloseTo(exact.hessian[i * n + j], 5);
    }
  });

  it("lets the search arrive where a node or two meet strong groups", () => {
    // Groups that nearly always have the same outcome.
    const strong = Uint8Array.from(outcome, (_, row) =>
      row % 11 === 3 ? 1 - (group[row] % 2) : group[row] % 2,
    );
    for (const quadratureNodes of [1, 2, 3]) {
      const fit = fitRandomEffects(matrix, strong, group, { link, quadratureNodes, tests: false });
      expect(fit.warnings.map(({ code }) => code)).not.toContain("not-converged");
      expect(fit.converged || fit.warnings.some(({ code }) => code === "quadrature-too-coarse")).toBe(true);
    }
  });
});
