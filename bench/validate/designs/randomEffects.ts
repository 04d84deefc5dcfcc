import { averagePartialEffect, fitRandomEffects, type LinkName } from "../../../estimators/index.ts";
import { normalCdf } from "../../../numerics/normal.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { besideTruth, fitOutcome } from "../fitOutcome.ts";
import { responses } from "../responses.ts";

const groups = 300;
const periods = 6;
const truths = { "(Intercept)": -0.4, x: 0.5, ofGroup: 0.3, sigma: 0.8 };

function randomEffects(link: LinkName, title: string): ValidationDesign {
  return {
    name: `random-effects-${link}`,
    title,
    text: `${groups} groups of ${periods} rows; index −0.4 + 0.5 x + 0.3 ofGroup + 0.8 u, where x varies within groups, ofGroup and u between them, all standard normal. 12 nodes.${link === "probit" ? " The average partial effect is that of raising x by 1, averaged over the population of groups." : ""}`,
    replications: link === "probit" ? 1000 : 500,
    exceptions: [],
    replicate(draws) {
      const rows = groups * periods;
      const group = groupsOf(groups, periods);
      const effect = draws.column(groups, () => truths.sigma * draws.normal());
      const levelOf = draws.column(groups, () => draws.normal());
      const ofGroup = draws.column(rows, (row) => levelOf[group[row]]);
      const x = draws.column(rows, () => draws.normal());
      const outcome = x.map((value, row) => {
        const index = truths["(Intercept)"] + truths.x * value + truths.ofGroup * ofGroup[row];
        return draws.indicator(responses[link](index + effect[group[row]]));
      });
      const matrix = matrixOf({ x, ofGroup });
      const options = { link, checkQuadrature: false, tests: false };
      const fit = fitRandomEffects(matrix, outcome, group, options);
      const model = fitOutcome("model", fit, truths);
      if (link !== "probit") return [model];
      const shrink = 1 / Math.sqrt(1 + truths.sigma * truths.sigma);
      let trueEffect = 0;
      for (let row = 0; row < rows; row++) {
        const index = truths["(Intercept)"] + truths.x * x[row] + truths.ofGroup * ofGroup[row];
        trueEffect += (normalCdf(shrink * (index + truths.x)) - normalCdf(shrink * index)) / rows;
      }
      const ofX = besideTruth(averagePartialEffect(fit, matrix, "x"), trueEffect);
      const robust = fitRandomEffects(matrix, outcome, group, { ...options, robust: "HC0" });
      return [
        { ...model, estimates: [...model.estimates, { ...ofX, term: "average partial effect" }] },
        fitOutcome("robust, by group", robust, truths),
      ];
    },
  };
}

export const randomEffectsProbit = randomEffects("probit", "Random-effects probit");
export const randomEffectsLogit = randomEffects("logit", "Random-effects logit");
export const randomEffectsCloglog = randomEffects("cloglog", "Random-effects complementary log-log");
