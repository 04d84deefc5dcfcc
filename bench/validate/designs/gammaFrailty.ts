import { fitBinary, fitGammaFrailty } from "../../../estimators/index.ts";
import { exp, log } from "../../../numerics/elementary.ts";
import { matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";

const units = 400;
const spells = 2;
const years = 6;
const variance = 0.6;
const truths = { "(Intercept)": log(0.3), x: 0.5, treated: -0.4 };

export const gammaFrailty: ValidationDesign = {
  name: "gamma-frailty",
  title: "Grouped hazard with gamma frailty",
  text: `${units} units with ${spells} spells each, known by year for up to ${years} years; the hazard in continuous time is 0.3 v exp(0.5 x − 0.4 treated) with v of the unit, gamma with mean 1 and variance ${variance}; x standard normal by spell, half of the units treated. A constant for each year is estimated too. "no frailty" is the complementary log-log model of the same rows.`,
  replications: 500,
  exceptions: [
    {
      fit: "no frailty",
      because: "without the frailty hazards seem to fall with time, and coefficients are pulled to zero.",
    },
  ],
  replicate(draws) {
    const unitOf: number[] = [];
    const yearOf: number[] = [];
    const x: number[] = [];
    const treated: number[] = [];
    const ends: number[] = [];
    for (let unit = 0; unit < units; unit++) {
      const frailty = variance * draws.gamma(1 / variance);
      const isTreated = draws.indicator(0.5);
      for (let spell = 0; spell < spells; spell++) {
        const value = draws.normal();
        const hazard = 0.3 * frailty * exp(truths.x * value + truths.treated * isTreated);
        const duration = draws.exponential() / hazard;
        for (let year = 0; year < Math.min(years, Math.ceil(duration)); year++) {
          unitOf.push(unit);
          yearOf.push(year);
          x.push(value);
          treated.push(isTreated);
          ends.push(duration <= year + 1 ? 1 : 0);
        }
      }
    }
    const levels = Array.from({ length: years }, (_, year) => String(year + 1));
    const factors = [{ name: "year", codes: Uint16Array.from(yearOf), levels }];
    const columns = { x: Float64Array.from(x), treated: Float64Array.from(treated) };
    const matrix = matrixOf(columns, { factors });
    const group = Int32Array.from(unitOf);
    const fit = fitGammaFrailty(matrix, ends, group);
    const frailty = fitOutcome("gamma frailty", fit, truths);
    const { variance: estimate, varianceStdError: stdError, confLow, confHigh } = fit.frailty;
    const ofVariance = { term: "frailty variance", truth: variance, estimate, stdError, confLow, confHigh };
    return [
      { ...frailty, estimates: [...frailty.estimates, ofVariance] },
      fitOutcome("no frailty", fitBinary(matrix, ends, { link: "cloglog", cluster: group }), truths),
    ];
  },
};
