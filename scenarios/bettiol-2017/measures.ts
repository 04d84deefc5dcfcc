import type { AnswerCondition, SurveyMeasure, SurveyQuantity } from "../surveyItem.ts";

const answer = (column: string, ...is: (string | number)[]): AnswerCondition => ({ column, is });
const offshoring = [answer("group", "offshoring")];
const emerging = [answer("emergingEconomies", 1)];

/** In percent. */
const share = (...conditions: [AnswerCondition, ...AnswerCondition[]]): SurveyQuantity => ({
  share: conditions,
});
const shareAmong = (among: readonly AnswerCondition[], condition: AnswerCondition): SurveyMeasure => ({
  quantity: { ...share(condition), among },
});
const meanOf = (group: "domestic" | "offshoring", column: string): SurveyMeasure => ({
  quantity: { mean: column, among: [answer("group", group)] },
});
const offshoringOf = (turnoverClass: string) =>
  shareAmong([answer("turnoverClass", turnoverClass)], answer("group", "offshoring"));

/** Numbers of a survey that targets and propositions of the family are about; all in percent but those named otherwise. */
export const measures: Readonly<Record<string, SurveyMeasure>> = {
  offshoringShare: { quantity: share(answer("group", "offshoring")) },
  offshoringBelow5: offshoringOf("turnoverBelow5"),
  offshoring5to10: offshoringOf("turnover5to10"),
  offshoring10to50: offshoringOf("turnover10to50"),
  offshoringAbove50: offshoringOf("turnoverAbove50"),
  domesticDistrict: meanOf("domestic", "suppliersDistrictPct"),
  domesticRegion: meanOf("domestic", "suppliersRegionPct"),
  domesticItaly: meanOf("domestic", "suppliersItalyPct"),
  offshoringDistrict: meanOf("offshoring", "suppliersDistrictPct"),
  offshoringRegion: meanOf("offshoring", "suppliersRegionPct"),
  offshoringItaly: meanOf("offshoring", "suppliersItalyPct"),
  offshoringAbroad: meanOf("offshoring", "suppliersAbroadPct"),
  unchangedSetUp: { quantity: share(answer("setUp", "unchanged")) },
  extendedSetUp: { quantity: share(answer("setUp", "extended")) },
  startedBefore2000: { quantity: share({ column: "startYear", below: 2000 }) },
  /** Of the firms that still have suppliers in emerging economies, as the paper counts: full returners are not among them. */
  returnDone: shareAmong(emerging, answer("considerationStage", "done")),
  returnConsidered: shareAmong(emerging, answer("considerationStage", "planned", "done")),
  /** The same of all firms that ever were abroad, with those that came back for good: what no survey of stayers can see. */
  everReturned: {
    quantity: {
      share: [answer("formerOffshorer", 1)],
      among: [answer("everAbroad", 1)],
    },
  },
  /** Points by which the share of suppliers in the district is above that abroad, among offshoring firms. */
  districtOverAbroad: {
    quantity: { mean: "suppliersDistrictPct", among: offshoring },
    less: { mean: "suppliersAbroadPct", among: offshoring },
  },
  /** Points by which domestic firms have more of their suppliers in the district. */
  districtGap: {
    quantity: { mean: "suppliersDistrictPct", among: [answer("group", "domestic")] },
    less: { mean: "suppliersDistrictPct", among: offshoring },
  },
  /** Makers of consumer goods less others, of those that considered: what a demand for the made-in would pull. */
  returnConsideredConsumer: {
    quantity: {
      ...share(answer("considerationStage", "planned", "done")),
      among: [...emerging, answer("market", "b2c")],
    },
    less: {
      ...share(answer("considerationStage", "planned", "done")),
      among: [...emerging, answer("market", "b2b")],
    },
  },
};
