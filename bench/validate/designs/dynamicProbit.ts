import { fitProbit, fitRandomEffects } from "../../../estimators/index.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";

const groups = 400;
const periods = 6;
const truths = { "(Intercept)": -0.9, lag: 0.6, initial: 0.8, x: 0.4, meanX: 0.3, sigma: 0.7 };

export const dynamicProbit: ValidationDesign = {
  name: "dynamic-probit",
  title: "Dynamic random-effects probit with Wooldridge's initial condition",
  text: `${groups} units over periods 0 to ${periods}; y₀ is 1 with probability 0.4, and for t = 1 to ${periods} the index is 0.6 y(t−1) + 0.4 x(t) + c + e(t) with c = −0.9 + 0.8 y₀ + 0.3 x̄ + 0.7 u, x̄ the mean of x over t = 1 to ${periods}: Wooldridge's (2005) assumption holds to the letter. "pooled" leaves the unit's effect out.`,
  replications: 1000,
  exceptions: [
    {
      fit: "pooled",
      because:
        "without the unit's effect persistence passes for state dependence, and coefficients are on another scale.",
    },
  ],
  replicate(draws) {
    const rows = groups * periods;
    const group = groupsOf(groups, periods);
    const columns = {
      lag: new Float64Array(rows),
      initial: new Float64Array(rows),
      x: draws.column(rows, () => draws.normal()),
      meanX: new Float64Array(rows),
    };
    const outcome = new Uint8Array(rows);
    for (let unit = 0; unit < groups; unit++) {
      const first = unit * periods;
      const initial = draws.indicator(0.4);
      const meanX =
        columns.x.subarray(first, first + periods).reduce((sum, value) => sum + value, 0) / periods;
      const effect = -0.9 + 0.8 * initial + 0.3 * meanX + 0.7 * draws.normal();
      let last: number = initial;
      for (let row = first; row < first + periods; row++) {
        columns.lag[row] = last;
        columns.initial[row] = initial;
        columns.meanX[row] = meanX;
        last = 0.6 * last + 0.4 * columns.x[row] + effect + draws.normal() > 0 ? 1 : 0;
        outcome[row] = last;
      }
    }
    const matrix = matrixOf(columns);
    return [
      fitOutcome(
        "random effects",
        fitRandomEffects(matrix, outcome, group, { checkQuadrature: false, tests: false }),
        truths,
      ),
      fitOutcome("pooled", fitProbit(matrix, outcome, { cluster: group }), truths),
    ];
  },
};
