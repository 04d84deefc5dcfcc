import type { AnswerCondition, SurveyItem, SurveyQuantity } from "../surveyItem.ts";

const answer = (column: string, ...is: (string | number)[]): AnswerCondition => ({ column, is });
const yes = (column: string): AnswerCondition => answer(column, 1);
const share = (...conditions: [AnswerCondition, ...AnswerCondition[]]): SurveyQuantity => ({
  share: conditions,
});
const mean = (column: string): SurveyQuantity => ({ mean: column });
/** 17 of the 50 firms in emerging economies considered a move nearer or home, five of them did it. */
const EMERGING = 50;
const CONSIDERED = 17;
const DONE = 5;
const emerging = [yes("emergingEconomies")];

/** Rows of one table, each made of the answers to one question. */
const rows =
  (table: string) =>
  (row: string, of: SurveyItem["of"], more: Omit<SurveyItem, "table" | "row" | "of"> = {}): SurveyItem => ({
    table,
    row,
    of,
    ...more,
  });

/** The categories of a row, each a share of the labels of that name. */
const categories = (
  table: string,
  row: string,
  column: string,
  labels: readonly string[],
  more: { readonly base?: number; readonly among?: readonly AnswerCondition[] } = {},
): SurveyItem[] => {
  const { base, among } = more;
  return labels.map((label) => ({
    table,
    row,
    category: label,
    of: { ...share(answer(column, label)), ...(among !== undefined && { among }) },
    ...(base !== undefined && { base }),
  }));
};

const one = rows("bettiol2017-table1");
const table1: readonly SurveyItem[] = [
  one("finishedConsumerProducts", share(answer("market", "b2c")), { base: 257 }),
  one("turnover2015", mean("turnover2015")),
  one("domesticSalesPct", { mean: "foreignSalesPct", complement: true }),
  one("foreignSalesPct", mean("foreignSalesPct")),
  one("employees2015", mean("employees2015")),
  one("below49EmployeesPct", share({ column: "employees2015", below: 49 })),
  one("businessGroup", share(yes("businessGroup"))),
  one("groupLeader", { ...share(yes("groupLeader")), among: [yes("businessGroup")] }, { base: 47 }),
  one("advantageQuality", share(answer("advantage", "advantageQuality"))),
  one("advantageInnovation", share(answer("advantage", "advantageInnovation"))),
  ...categories("bettiol2017-table1", "positioning", "positioning", [
    "high",
    "mediumHigh",
    "medium",
    "mediumLow",
    "low",
  ]),
  ...categories("bettiol2017-table1", "productionOrganisation", "productionOrganisation", [
    "makeToOrder",
    "assembleToOrder",
    "makeToStock",
    "engineerToOrder",
  ]),
  one("marketingDepartment", share(yes("marketingDepartment"))),
  one("rdDepartment", share(yes("rdDepartment")), { base: 254 }),
  one("ownBrands", share(yes("ownBrands"))),
];

const two = rows("bettiol2017-table2");
/** Rows that are labels of one column, tested together. */
const together = (column: string, ...names: string[]): SurveyItem[] =>
  names.map((name) => two(name, share(answer(column, name)), { test: { categories: column } }));
const indicator = (name: string): SurveyItem => two(name, share(yes(name)), { test: { categories: name } });
const position = (name: string, ...labels: string[]): SurveyItem =>
  two(name, share(answer("positioning", ...labels)), { test: { categories: "positioning" } });
const table2: readonly SurveyItem[] = [
  two("foundingYear", mean("foundingYear"), { test: "t" }),
  ...together("turnoverClass", "turnoverBelow5", "turnover5to10", "turnover10to50", "turnoverAbove50"),
  ...together("industry", "furniture", "mechanics", "fashion"),
  ...together("advantage", "advantageQuality", "advantageInnovation", "advantageEfficiency"),
  ...together("productionOrganisation", "makeToOrder", "makeToStock", "assembleToOrder", "engineerToOrder"),
  position("positionHigh", "high", "mediumHigh"),
  position("positionMedium", "medium"),
  position("positionLow", "mediumLow", "low"),
  ...together("market", "b2b", "b2c"),
  indicator("marketingDepartment"),
  indicator("ownBrands"),
  indicator("rdDepartment"),
];

const table3: readonly SurveyItem[] = [
  "outsourcedActivitiesPct",
  "suppliers",
  "outsourcingOverSalesPct",
  "suppliersDistrictPct",
  "suppliersRegionPct",
  "suppliersItalyPct",
  "suppliersAbroadPct",
  "driverCompetence",
  "driverQuality",
  "driverInnovationControl",
  "driverCost",
  "criterionCost",
  "criterionCompetence",
  "criterionReliability",
  "criterionProximity",
].map((name) => ({ table: "bettiol2017-table3", row: name, of: mean(name), test: "t" }));

const four = rows("bettiol2017-table4");
const considering: readonly AnswerCondition[] = [answer("considerationStage", "planned", "done")];
const table4: readonly SurveyItem[] = [
  four("consideredNearshoring", share(yes("consideredNearshoring")), { base: EMERGING }),
  four("consideredBackshoring", share(yes("consideredBackshoring")), { base: EMERGING }),
  four("remaining", share(answer("consideredNearshoring", 0), answer("consideredBackshoring", 0)), {
    base: EMERGING,
  }),
  four("motiveMadeIn", mean("motiveMadeIn"), { base: CONSIDERED }),
  four("motiveCustomerService", mean("motiveCustomerService"), { base: CONSIDERED }),
  four("motiveCoLocation", mean("motiveCoLocation"), { base: CONSIDERED }),
  four("done", { ...share(answer("considerationStage", "done")), among: emerging }, { base: EMERGING }),
  four("planned", { ...share(answer("considerationStage", "planned")), among: emerging }, { base: EMERGING }),
  ...categories(
    "bettiol2017-table4",
    "startOfSourcing",
    "startOfSourcing",
    ["before2000", "2000to2007", "2008to2014"],
    { base: CONSIDERED, among: considering },
  ),
  {
    ...four("offshoringEffect", {
      ...share(answer("offshoringEffect", "replacesOtherSuppliers", "replacesOwnWork")),
      among: considering,
    }),
    category: "substitution",
    base: CONSIDERED,
  },
  ...categories(
    "bettiol2017-table4",
    "offshoringEffect",
    "offshoringEffect",
    ["addition", "countrySpecific"],
    {
      base: CONSIDERED,
      among: considering,
    },
  ),
  ...[2000, 2012, 2013].map((year) => ({
    ...four("backshoringYear", share(answer("backshoringYear", year)), { base: DONE }),
    category: String(year),
  })),
  ...categories(
    "bettiol2017-table4",
    "backshoringObject",
    "backshoringObject",
    ["finishedProducts", "semiFinished", "components", "other"],
    { base: DONE },
  ),
];

const OFFSHORING = 69;
/** What the paper's percentages of effects fit; its base is not printed. */
const GLOBAL_SOURCERS = 62;
const text = rows("bettiol2017-text");
const area = (category: string, column: string): SurveyItem => ({
  ...text("foreignSupplierArea", share(yes(column)), { base: GLOBAL_SOURCERS }),
  category,
});
const textFigures: readonly SurveyItem[] = [
  text("outsourcingFirms", share(yes("outsources"))),
  text("offshoring", share(answer("group", "offshoring"))),
  text("domesticOnly", share(answer("group", "domestic"))),
  text("emergingMarketFirms", share(yes("emergingEconomies")), { base: OFFSHORING }),
  text("globalSourcingBefore2000", share({ column: "startYear", below: 2000 }), { base: OFFSHORING }),
  ...categories("bettiol2017-text", "setUp", "setUp", ["unchanged", "extended"], { base: OFFSHORING }),
  ...categories(
    "bettiol2017-text",
    "offshoringEffect",
    "offshoringEffect",
    ["addition", "replacesOtherSuppliers", "replacesOwnWork"],
    { base: GLOBAL_SOURCERS },
  ),
  area("europeanUnion", "suppliersEuropeanUnion"),
  area("easternEurope", "suppliersEasternEurope"),
  area("farEast", "suppliersFarEast"),
  text("fdi", { notSimulated: "direct investment is not simulated: work abroad is with suppliers" }),
  text("fdiArea", { notSimulated: "direct investment is not simulated" }),
  text("innovators", { notSimulated: "innovation is not simulated" }),
];

/** Every row of Tables 1 to 4 of Bettiol et al. (2017) and of the figures in its text, and the answers that make it. */
export const items: readonly SurveyItem[] = [...table1, ...table2, ...table3, ...table4, ...textFigures];
