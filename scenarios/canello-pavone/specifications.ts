import type {
  CoxSpecification,
  DerivedColumn,
  ModelSpecification,
  ProbitSpecification,
  SampleRule,
} from "../specification.ts";

/** The regressions of Canello & Pavone (draft), on one row a firm and year. */

const table2 = "Canello & Pavone (draft) Table 2";
const table3 = "Canello & Pavone (draft) Table 3";
const peers = "mseOffshoreOutsourcingProvinceLag1";
const captivePeers = "largeOffshoringProvinceLag1";

/** What varies over time in Table 2, apart from the status. */
const timeVarying = ["exportShare", "labourProductivity", captivePeers, peers];

/** In the order of the table; how far the firm's markets reach is not simulated. */
const columnsOfTable2 = [
  "yInitial",
  "yLag",
  "exportShare",
  "financialConstraints",
  "labourProductivity",
  "supplier",
  "industrialDistrict",
  captivePeers,
  peers,
];

function probit(
  name: string,
  summary: string,
  source: string,
  more: Partial<ProbitSpecification> = {},
): ProbitSpecification {
  return {
    name: `canello-pavone/${name}`,
    summary,
    source,
    unit: "firm",
    model: "randomEffectsProbit",
    outcome: "active",
    numeric: columnsOfTable2,
    factors: ["industry", "region"],
    group: "firm",
    quadratureNodes: 12,
    averagePartialEffects: [peers],
    ...more,
  };
}

const meanOf = (column: string): DerivedColumn => ({ name: `mean(${column})`, column, by: "meanOfFirm" });

const probits: readonly ProbitSpecification[] = [
  probit("probit", "Firm-level dynamic probit of being active anywhere", table2),
  probit(
    "probit-small",
    "The same with dummies of the part of the country: a small world has regions in which nobody is abroad",
    table2,
    { factors: ["industry", "partOfCountry"] },
  ),
  probit(
    "probit-means",
    "With the firm's means of all that varies over time (Mundlak), as the text announces",
    `${table2}, note 4`,
    {
      numeric: [...columnsOfTable2, ...timeVarying.map((column) => `mean(${column})`)],
      derived: timeVarying.map(meanOf),
    },
  ),
  probit(
    "probit-years",
    "With year dummies: shocks common to all are not left to the peers",
    `variant of ${table2}`,
    { factors: ["industry", "region", "year"] },
  ),
  probit(
    "probit-province",
    "With province dummies: nothing lasting that firms of a province have in common",
    `variant of ${table2}`,
    {
      numeric: columnsOfTable2,
      factors: ["industry", "province"],
    },
  ),
  probit("probit-clustered", "Errors clustered by province", `variant of ${table2}`, { cluster: "province" }),
];

/** In the order of the table. Wages of single firms and the number of migrant firms are not simulated. */
const columnsOfTable3 = [
  "foreignOutsourcingCostShare",
  "supplier",
  "profits",
  "atEntry(exportShare)",
  "returnOnInvestment",
  "size",
  `atEntry(${peers})`,
  "migrantFirmShare",
];

const atEntry = (column: string): DerivedColumn => ({ name: `atEntry(${column})`, column, by: "atEntry" });

const starters: SampleRule = {
  name: "spells that began in 2007–12",
  where: [{ column: "cohort", is: ">=", value: 2007 }],
};

function cox(
  name: string,
  summary: string,
  source: string,
  more: Partial<CoxSpecification> = {},
): CoxSpecification {
  return {
    name: `canello-pavone/${name}`,
    summary,
    source,
    unit: "firm",
    model: "cox",
    clock: "yearly",
    ties: "efron",
    strata: [],
    numeric: columnsOfTable3,
    factors: ["industry", "region"],
    derived: ["exportShare", peers].map(atEntry),
    rows: starters,
    ...more,
  };
}

const durations: readonly CoxSpecification[] = [
  cox("cox", "Cox model of the end of being abroad, firms that started in 2007–12", `${table3}; ties [A]`),
  cox(
    "cox-small",
    "The same with dummies of the part of the country, for small worlds",
    `${table3}; ties [A]`,
    {
      factors: ["industry", "partOfCountry"],
    },
  ),
  cox(
    "cox-current",
    "With the peers of last year beside those of the year before the start: does learning end with the start?",
    `variant of ${table3}`,
    { numeric: [...columnsOfTable3, peers] },
  ),
];

export const specifications: readonly ModelSpecification[] = [...probits, ...durations];
