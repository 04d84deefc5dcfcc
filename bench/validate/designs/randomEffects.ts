import { fitRandomEffects, type LinkName } from "../../../estimators/index.ts";
import { groupsOf, matrixOf } from "../columns.ts";
import type { ValidationDesign } from "../design.ts";
import { fitOutcome } from "../fitOutcome.ts";
import { responses } from "../responses.ts";

const groups = 300;
const periods = 6;
const truths = { "(Intercept)": -0.4, x: 0.5, ofGroup: 0.3, sigma: 0.8 };

function randomEffects(link: LinkName, title: string): ValidationDesign {
  return {
    name: `random-effects-${link}`,
    title,
    text: `${groups} groups of ${periods} rows; index −0.4 + 0.5 x + 0.3 ofGroup + 0.8 u, where x varies within groups, ofGroup and u between them, all standard normal. 12 nodes.`,
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
      const model = fitOutcome("model", fitRandomEffects(matrix, outcome, group, options), truths);
      if (link !== "probit") return [model];
      const robust = fitRandomEffects(matrix, outcome, group, { ...options, robust: "HC0" });
      return [model, fitOutcome("robust, by group", robust, truths)];
    },
  };
}

export const randomEffectsProbit = randomEffects("probit", "Random-effects probit");
export const randomEffectsLogit = randomEffects("logit", "Random-effects logit");
export const randomEffectsCloglog = randomEffects("cloglog", "Random-effects complementary log-log");
