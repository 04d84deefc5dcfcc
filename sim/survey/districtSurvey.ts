/**
 * The table that a survey of district firms leaves: one row a firm that answered, one column a question. Bettiol,
 * Burlina, Chiarvesio & Di Maria (2017) asked 259 of the 1,002 firms above EUR 1 million between April and June 2016.
 * `surveyDistricts` draws it from a history of a world of districts.
 */
export interface DistrictSurvey {
  /** Rows: firms that answered. */
  readonly firms: number;
  /** One value a firm; categories as positions in `levels` of the codebook; NaN where the firm was not asked. */
  readonly columns: Readonly<Record<DistrictSurveyColumn, Float64Array>>;
}

export type DistrictSurveyColumn = (typeof districtSurveyCodebook)[number]["name"];

/**
 * Where the answers come from.
 *
 * - `emerges`: from what the firms did in the simulated history.
 * - `placed`: a trait firms were given at the start of the history or of their work abroad, at published frequencies, or an
 *   answer that is a formula of such a trait. It may be at work in a mechanism, and differences between the groups then emerge.
 * - `drawn`: noise around the published frequencies or means of all firms, so that the column exists. It says nothing
 *   about the groups.
 */
export type SurveyOrigin = "emerges" | "placed" | "drawn";

export interface SurveyQuestion {
  readonly name: string;
  /** A rating is a whole number from 1 to 5; an indicator is 0 or 1. */
  readonly kind: "number" | "integer" | "indicator" | "category" | "rating";
  readonly unit: string;
  readonly meaning: string;
  /** Who has a value; the others are NaN. */
  readonly asked: "all" | "outsourcing" | "offshoring" | "emerging" | "considering" | "backshored";
  readonly origin: SurveyOrigin;
  readonly levels?: readonly string[];
}

/**
 * Every column, under the machine names of the published tables where they print the variable. `outsourcing`: firms that
 * outsource anything; `offshoring`: the group of that name; `emerging`: offshoring firms with suppliers in emerging
 * economies; `considering`: those of them that thought of, planned or did a move home or nearer; `backshored`: those
 * that did it.
 */
export const districtSurveyCodebook = [
  question("firm", "integer", "identifier", "Firm, as in the panel", "all", "placed"),
  labels("district", "Industrial district", "all", "placed", [
    "trevisoFurniture",
    "pordenoneFurniture",
    "manzanoFurniture",
    "vicenzaMechanics",
    "pordenoneMechanics",
    "montebellunaSports",
    "brentaShoes",
    "bellunoEyewear",
  ]),
  labels("industry", "Industry", "all", "placed", ["furniture", "mechanics", "fashion"]),
  labels(
    "group",
    "Offshoring: suppliers abroad at the time of the survey; domestic: none, also after a full return",
    "all",
    "emerges",
    ["domestic", "offshoring"],
  ),
  question("foundingYear", "integer", "calendar year", "Year of foundation", "all", "placed"),
  question("turnover2015", "number", "EUR million", "Turnover", "all", "placed"),
  labels("turnoverClass", "Size class by turnover, EUR million", "all", "placed", [
    "turnoverBelow5",
    "turnover5to10",
    "turnover10to50",
    "turnoverAbove50",
  ]),
  question("employees2015", "number", "persons", "Employees", "all", "placed"),
  question("foreignSalesPct", "number", "percent", "Sales abroad, the rest in Italy", "all", "drawn"),
  question("businessGroup", "indicator", "0/1", "Member of a group", "all", "drawn"),
  question("groupLeader", "indicator", "0/1", "Leader of its group; 0 for firms without one", "all", "drawn"),
  labels("advantage", "Main advantage", "all", "drawn", [
    "advantageQuality",
    "advantageInnovation",
    "advantageEfficiency",
    "other",
  ]),
  labels("positioning", "Price/quality position", "all", "drawn", [
    "high",
    "mediumHigh",
    "medium",
    "mediumLow",
    "low",
  ]),
  labels("productionOrganisation", "Organisation of production", "all", "drawn", [
    "makeToOrder",
    "assembleToOrder",
    "makeToStock",
    "engineerToOrder",
  ]),
  labels("market", "Customers; b2c: finished consumer products", "all", "placed", ["b2b", "b2c"]),
  question("marketingDepartment", "indicator", "0/1", "Marketing department", "all", "placed"),
  question("rdDepartment", "indicator", "0/1", "R&D department", "all", "placed"),
  question("ownBrands", "indicator", "0/1", "Own brands", "all", "placed"),
  question("outsources", "indicator", "0/1", "Outsources at least some work", "all", "placed"),
  question("outsourcedActivitiesPct", "number", "percent", "Activities outsourced", "outsourcing", "emerges"),
  question("suppliers", "number", "count", "Number of suppliers", "outsourcing", "emerges"),
  question(
    "outsourcingOverSalesPct",
    "number",
    "percent",
    "Outsourcing over total sales",
    "outsourcing",
    "emerges",
  ),
  question(
    "suppliersDistrictPct",
    "number",
    "percent of suppliers",
    "In the district",
    "outsourcing",
    "emerges",
  ),
  question("suppliersRegionPct", "number", "percent of suppliers", "In the region", "outsourcing", "emerges"),
  question(
    "suppliersItalyPct",
    "number",
    "percent of suppliers",
    "Elsewhere in Italy",
    "outsourcing",
    "emerges",
  ),
  question("suppliersAbroadPct", "number", "percent of suppliers", "Abroad", "outsourcing", "emerges"),
  rating("driverCompetence", "Local production because of specific competence", "all", "drawn"),
  rating("driverQuality", "because of manufacturing quality", "all", "drawn"),
  rating("driverInnovationControl", "because of control of innovation", "all", "drawn"),
  rating("driverCost", "because of cost reduction", "all", "drawn"),
  rating("criterionCost", "District suppliers chosen by cost", "outsourcing", "drawn"),
  rating("criterionCompetence", "by competence", "outsourcing", "drawn"),
  rating("criterionReliability", "by reliability", "outsourcing", "drawn"),
  rating(
    "criterionProximity",
    "by proximity; follows the district's share of suppliers",
    "outsourcing",
    "emerges",
  ),
  question(
    "suppliersEuropeanUnion",
    "indicator",
    "0/1",
    "Suppliers in the European Union",
    "offshoring",
    "emerges",
  ),
  question(
    "suppliersEasternEurope",
    "indicator",
    "0/1",
    "Suppliers in Eastern Europe",
    "offshoring",
    "emerges",
  ),
  question("suppliersFarEast", "indicator", "0/1", "Suppliers in the Far East", "offshoring", "emerges"),
  question(
    "emergingEconomies",
    "indicator",
    "0/1",
    "Suppliers in emerging economies",
    "offshoring",
    "emerges",
  ),
  question(
    "startYear",
    "integer",
    "calendar year",
    "Year of first foreign sourcing",
    "offshoring",
    "emerges",
  ),
  labels("startOfSourcing", "The same in classes", "offshoring", "emerges", [
    "before2000",
    "2000to2007",
    "2008to2014",
    "after2014",
  ]),
  labels("offshoringEffect", "What the work abroad did to local work", "offshoring", "placed", [
    "addition",
    "replacesOtherSuppliers",
    "replacesOwnWork",
    "countrySpecific",
  ]),
  labels("setUp", "Set-up abroad since its start", "offshoring", "emerges", [
    "unchanged",
    "extended",
    "reduced",
  ]),
  question(
    "consideredNearshoring",
    "indicator",
    "0/1",
    "Considered or planned a move nearer; one that was done is a reduced set-up",
    "emerging",
    "emerges",
  ),
  question(
    "consideredBackshoring",
    "indicator",
    "0/1",
    "Considered, planned or did a move to Italy",
    "emerging",
    "emerges",
  ),
  labels("considerationStage", "How far it came", "considering", "emerges", ["planned", "done"]),
  rating("motiveMadeIn", "Motive: fully made in Italy", "considering", "placed"),
  rating("motiveCustomerService", "Motive: customer service", "considering", "drawn"),
  rating("motiveCoLocation", "Motive: co-location of R&D and manufacturing", "considering", "placed"),
  question("backshoringYear", "integer", "calendar year", "Year of backshoring", "backshored", "emerges"),
  labels("backshoringObject", "What was backshored", "backshored", "drawn", [
    "finishedProducts",
    "semiFinished",
    "components",
    "other",
  ]),
  question(
    "formerOffshorer",
    "indicator",
    "0/1",
    "Was abroad once and is not any more: no survey asks, the simulator knows",
    "all",
    "emerges",
  ),
] as const satisfies readonly SurveyQuestion[];

type Asked = SurveyQuestion["asked"];

function question<const Name extends string>(
  name: Name,
  kind: "number" | "integer" | "indicator",
  unit: string,
  meaning: string,
  asked: Asked,
  origin: SurveyOrigin,
) {
  return { name, kind, unit, meaning, asked, origin };
}

function labels<const Name extends string, const Levels extends readonly string[]>(
  name: Name,
  meaning: string,
  asked: Asked,
  origin: SurveyOrigin,
  levels: Levels,
) {
  return { name, kind: "category" as const, unit: "label", meaning, asked, origin, levels };
}

function rating<const Name extends string>(name: Name, meaning: string, asked: Asked, origin: SurveyOrigin) {
  return { name, kind: "rating" as const, unit: "Likert 1-5", meaning, asked, origin };
}
