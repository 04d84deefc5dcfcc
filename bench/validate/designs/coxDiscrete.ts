import { fitCox } from "../../../estimators/index.ts";
import { log } from "../../../numerics/elementary.ts";
import { matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";
import { responses } from "../responses.ts";

const subjects = 200;
const years = 6;
/** Of each year's failures at x = 0 without treatment. */
const logOdds = Array.from({ length: years }, (_, year) => log(0.15 + 0.05 * (year + 1)));
const truths = { x: 0.5, treated: -0.4 };

export const coxDiscrete: ValidationDesign = {
  name: "cox-discrete",
  title: "Cox with exact ties, discrete time",
  text: `${subjects} subjects over ${years} years in which time is discrete: the odds of failing in year t are 0.15 + 0.05 t times exp(0.5 x − 0.4 treated), x standard normal, half of the subjects treated. The exact partial likelihood is that of this model, whose coefficients are log odds ratios.`,
  replications: 1000,
  exceptions: [],
  replicate(draws) {
    const x = draws.column(subjects, () => draws.normal());
    const treated = draws.column(subjects, () => draws.indicator(0.5));
    const stop = new Float64Array(subjects).fill(years);
    const event = new Uint8Array(subjects);
    for (let subject = 0; subject < subjects; subject++) {
      const index = truths.x * x[subject] + truths.treated * treated[subject];
      for (let year = 1; year <= years && event[subject] === 0; year++) {
        if (draws.indicator(responses.logit(logOdds[year - 1] + index)) === 0) continue;
        stop[subject] = year;
        event[subject] = 1;
      }
    }
    const matrix = matrixOf({ x, treated }, { intercept: false });
    return [fitOutcome("exact", fitCox({ matrix, stop, event }, { ties: "exact" }), truths)];
  },
};
