import { exp, log } from "../../numerics/elementary.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { type AnswerDraws, categoryBy, ratingAround } from "./answerDraws.ts";
import type { LastYear } from "./lastYear.ts";

/**
 * Answers that nothing in the world explains, drawn around the published frequencies and means of ALL firms (Tables 1
 * to 3 of Bettiol et al. 2017), so that groups differ by chance alone; and the rating of proximity and the cost of outsourcing,
 * which are noise around what the firm's suppliers are.
 */
export function drawnAnswers({ firm }: LastYear, sample: readonly number[], draw: AnswerDraws) {
  const all = (answer: (of: number, at: number) => number) =>
    Float64Array.from(sample, (at) => answer(firm.firm[at] - 1, at));
  const outsourcing = (answer: (of: number, at: number) => number) =>
    all((of, at) => (firm.outsources[at] === 1 ? answer(of, at) : Number.NaN));
  const rated = (mean: number, k: number) => (of: number) => ratingAround(mean, draw, of, k);
  const inGroup = (of: number) => Number(draw(of, 1) < 0.208);
  return {
    // u^1.155 has the mean 1 / 2.155 = 0.464.
    foreignSalesPct: all((of) => 100 * exp(1.155 * log(draw(of, 0)))),
    businessGroup: all(inGroup),
    groupLeader: all((of) => inGroup(of) * Number(draw(of, 2) < 0.383)),
    advantage: all((of) => categoryBy([95, 54, 30, 80], draw(of, 3))),
    positioning: all((of) => categoryBy([35, 143, 66, 12, 3], draw(of, 4))),
    productionOrganisation: all((of) => categoryBy([178, 47, 18, 16], draw(of, 5))),
    driverCompetence: all(rated(4.2, 20)),
    driverQuality: all(rated(4.36, 24)),
    driverInnovationControl: all(rated(3.89, 28)),
    driverCost: all(rated(3.62, 32)),
    criterionCost: outsourcing(rated(3.8, 36)),
    criterionCompetence: outsourcing(rated(4.42, 40)),
    criterionReliability: outsourcing(rated(4.57, 44)),
    // Slope and level from the published group means: 4.17 at 68.6 % in the district, 3.64 at 35.9 %.
    criterionProximity: outsourcing((of, at) =>
      ratingAround(3.06 + 0.0162 * firm.suppliersDistrictPct[at], draw, of, 48),
    ),
    // 27.0 / 32.4 of the activities outsourced.
    outsourcingOverSalesPct: outsourcing((of, at) =>
      Math.min(100, 0.83 * firm.outsourcedActivitiesPct[at] * exp(0.3 * normalQuantile(draw(of, 6)) - 0.045)),
    ),
  };
}
