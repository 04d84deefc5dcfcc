import { fitBinary, fitRandomEffects, type LinkName } from "../../../estimators/index.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";
import { responses } from "../responses.ts";

const groups = 400;
const periods = 6;
const truths = { "(Intercept)": -0.9, lag: 0.6, initial: 0.8, x: 0.4, meanX: 0.3, sigma: 0.7 };

/** Wooldridge's dynamic model; the pooled fit, which shows what the random effect is for, beside the probit only. */
function dynamic(link: LinkName, title: string): ValidationDesign {
  const pooledToo = link === "probit";
  return {
    name: `dynamic-${link}`,
    title,
    text: `${groups} units over periods 0 to ${periods}; y₀ is 1 with probability 0.4, and for t = 1 to ${periods} the index is 0.6 y(t−1) + 0.4 x(t) + c with c = −0.9 + 0.8 y₀ + 0.3 x̄ + 0.7 u, x̄ the mean of x over t = 1 to ${periods}: Wooldridge's (2005) assumption holds to the letter.${pooledToo ? ' "pooled" leaves the unit\'s effect out.' : ""}`,
    replications: pooledToo ? 1000 : 300,
    exceptions: pooledToo
      ? [
          {
            fit: "pooled",
            because:
              "without the unit's effect persistence passes for state dependence, and coefficients are on another scale.",
          },
        ]
      : [],
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
          last = draws.indicator(responses[link](0.6 * last + 0.4 * columns.x[row] + effect));
          outcome[row] = last;
        }
      }
      const matrix = matrixOf(columns);
      const options = { link, checkQuadrature: false, tests: false };
      const fit = fitOutcome("random effects", fitRandomEffects(matrix, outcome, group, options), truths);
      if (!pooledToo) return [fit];
      return [fit, fitOutcome("pooled", fitBinary(matrix, outcome, { link, cluster: group }), truths)];
    },
  };
}

export const dynamicProbit = dynamic(
  "probit",
  "Dynamic random-effects probit with Wooldridge's initial condition",
);
export const dynamicLogit = dynamic("logit", "Dynamic random-effects logit");
export const dynamicCloglog = dynamic("cloglog", "Dynamic random-effects complementary log-log");
