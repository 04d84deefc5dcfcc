import {
  averagePartialEffect,
  type BinaryOptions,
  fitBinary,
  type LinkName,
} from "../../../estimators/index.ts";
import { matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { besideTruth, fitOutcome } from "../fitOutcome.ts";
import { responses } from "../responses.ts";

const rows = 500;
const truths = { "(Intercept)": -0.5, x: 0.5, treated: 0.4 };

const fits: Readonly<Record<string, BinaryOptions>> = {
  "observed information": {},
  "expected information": { information: "expected" },
  "robust, HC1": { robust: "HC1" },
};

/** Independent rows, one of the three links. */
function binary(link: LinkName, name: string): ValidationDesign {
  return {
    name: link,
    title: name,
    text: `${rows} independent rows; Pr(y = 1) is the inverse link of −0.5 + 0.5 x + 0.4 treated, x standard normal, half of the rows treated. The average partial effect is that of raising treated by 1, its truth computed on the rows of each replication.`,
    replications: 2000,
    exceptions: [],
    replicate(draws) {
      const x = draws.column(rows, () => draws.normal());
      const treated = draws.column(rows, () => draws.indicator(0.5));
      const mean = responses[link];
      const index = (row: number, at: number): number => -0.5 + 0.5 * x[row] + 0.4 * at;
      const outcome = x.map((_, row) => draws.indicator(mean(index(row, treated[row]))));
      const matrix = matrixOf({ x, treated });
      // "difference" raises the term by 1 in every row, from where it is.
      const effect =
        x.reduce(
          (sum, _, row) => sum + mean(index(row, treated[row] + 1)) - mean(index(row, treated[row])),
          0,
        ) / rows;
      return Object.entries(fits).map(([fitName, options]) => {
        const fit = fitBinary(matrix, outcome, { link, ...options });
        const outcomeOfFit = fitOutcome(fitName, fit, truths);
        const partial = averagePartialEffect(fit, matrix, "treated");
        const named = { ...besideTruth(partial, effect), term: "average partial effect" };
        return { ...outcomeOfFit, estimates: [...outcomeOfFit.estimates, named] };
      });
    },
  };
}

export const probit = binary("probit", "Probit");
export const logit = binary("logit", "Logit");
export const cloglog = binary("cloglog", "Complementary log-log");
