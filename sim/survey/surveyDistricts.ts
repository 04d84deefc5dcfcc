import type { Scenario } from "../../scenarios/index.ts";
import { fillWithDraws } from "../random/streams.ts";
import type { RunKey, SimulatedHistory } from "../run.ts";
import { answerDraws } from "./answerDraws.ts";
import { type DistrictSurvey, type DistrictSurveyColumn, districtSurveyCodebook } from "./districtSurvey.ts";
import { drawnAnswers } from "./drawnAnswers.ts";
import { type LastYear, lastYearOf } from "./lastYear.ts";
import { answersOnMoves } from "./moveAnswers.ts";

export interface DistrictSurveyOptions {
  /** Firms that answer; default 259, all in the frame where it holds fewer. */
  readonly firms?: number;
}

/** Firms in the frame have more than this turnover, EUR million. */
const smallestTurnover = 1;

/**
 * The survey of Bettiol et al. (2017): a simple random sample of the firms above EUR 1 million that are alive at the end
 * of the last recorded year, and what they say of themselves then. Firms that were abroad and returned with everything
 * say what domestic firms say. Pure: same history and key, same table; the sample of n is the first n of a larger one.
 *
 * @param history of a world with register firms and supplier portfolios, with all its columns and, in its panel, every
 * firm that is alive at its end (the balanced survey rule will do where no firm closes).
 * @param scenario of that history.
 * @param key of that history; the sample and the drawn answers have streams of their own.
 * @throws RangeError where the history lacks the columns of such a world.
 */
export function surveyDistricts(
  history: SimulatedHistory,
  scenario: Scenario,
  key: RunKey,
  { firms: wanted = 259 }: DistrictSurveyOptions = {},
): DistrictSurvey {
  const all = lastYearOf(history, scenario);
  const sample = drawSample(all, scenario, key, wanted);
  const draws = answerDraws(key, scenario.firms);
  const columns: Partial<Record<DistrictSurveyColumn, Float64Array>> = {
    ...placedAnswers(all, sample),
    ...supplierAnswers(all, sample),
    ...answersOnMoves(all, sample, scenario, draws),
    ...drawnAnswers(all, sample, draws),
  };
  return { firms: sample.length, columns: complete(columns) };
}

/** Positions of the surveyed firms, ascending: those of the frame with the smallest draws. */
function drawSample(all: LastYear, scenario: Scenario, key: RunKey, wanted: number): number[] {
  const draws = new Float64Array(scenario.firms);
  fillWithDraws(draws, key, "surveySample");
  const frame = Array.from({ length: all.count }, (_, at) => at).filter(
    (at) => all.firm.turnover[at] > 1000 * smallestTurnover,
  );
  const drawOf = (at: number) => draws[all.firm.firm[at] - 1];
  return frame
    .sort((a, b) => drawOf(a) - drawOf(b))
    .slice(0, wanted)
    .sort((a, b) => a - b);
}

/** What firms were given at the start of the history. */
function placedAnswers({ firm }: LastYear, sample: readonly number[]) {
  const take = (values: ArrayLike<number>) => Float64Array.from(sample, (at) => values[at]);
  const turnover2015 = take(firm.turnover).map((thousand) => thousand / 1000);
  return {
    firm: take(firm.firm),
    district: take(firm.province),
    industry: take(firm.industry),
    foundingYear: take(firm.foundingYear),
    turnover2015,
    turnoverClass: turnover2015.map(
      (million) => Number(million >= 5) + Number(million >= 10) + Number(million >= 50),
    ),
    employees2015: take(firm.size),
    market: take(firm.consumerGoods),
    marketingDepartment: take(firm.marketing),
    rdDepartment: take(firm.research),
    ownBrands: take(firm.ownBrands),
    outsources: take(firm.outsources),
  };
}

/** Where suppliers are; asked of firms that have any. */
function supplierAnswers({ firm, abroad }: LastYear, sample: readonly number[]) {
  const take = (values: ArrayLike<number>) =>
    Float64Array.from(sample, (at) => (firm.outsources[at] === 1 ? values[at] : Number.NaN));
  return {
    group: Float64Array.from(sample, (at) => Number(abroad[at])),
    formerOffshorer: Float64Array.from(sample, (at) => Number(firm.firstStartYear[at] > 0 && !abroad[at])),
    suppliers: take(firm.suppliers).map(Math.round),
    outsourcedActivitiesPct: take(firm.outsourcedActivitiesPct),
    suppliersDistrictPct: take(firm.suppliersDistrictPct),
    suppliersRegionPct: take(firm.suppliersRegionPct),
    suppliersItalyPct: take(firm.suppliersItalyPct),
    suppliersAbroadPct: take(firm.suppliersAbroadPct),
  };
}

function complete(
  columns: Partial<Record<DistrictSurveyColumn, Float64Array>>,
): Record<DistrictSurveyColumn, Float64Array> {
  const inOrder: Partial<Record<DistrictSurveyColumn, Float64Array>> = {};
  for (const { name } of districtSurveyCodebook) {
    const answers = columns[name];
    if (answers === undefined) throw new RangeError(`nobody answered ${name}`);
    inOrder[name] = answers;
  }
  return inOrder as Record<DistrictSurveyColumn, Float64Array>; // every name of the codebook was set
}
