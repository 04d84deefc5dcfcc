import type { ModelSpecification } from "../specification.ts";
import { choiceSpecifications } from "./choiceSpecifications.ts";
import { coxSpecifications } from "./coxSpecifications.ts";
import { dynamicProbit, largePeers, msePeers, type ProbitColumn } from "./dynamicProbit.ts";
import { identificationSpecifications } from "./identificationSpecifications.ts";
import { permutationSpecifications } from "./permutationSpecifications.ts";
import { quickCheckSpecifications } from "./quickCheckSpecifications.ts";

const byRegion = "industry, region and year dummies, as printed";
const byPart =
  "dummies of industry, part of the country and year: a small world has regions in which nobody is abroad";
const table2 = "Canello (2022) Table 2, column";
const table4 = "Canello (2022) Table 4, column";
const local = [...msePeers, ...largePeers];
const region = ["industry", "region", "year"];
const part = ["industry", "partOfCountry", "year"];

/** Columns F to I: both national variables, industry × year in place of the two. */
const columnF = {
  peers: [...local, "nationalMseSameDestination", "nationalLargeSameDestination"],
  factors: ["region"],
  interactions: [["industry", "year"]],
};

const columns: readonly ProbitColumn[] = [
  {
    name: "A",
    summary: `Dynamic probit, characteristics only; ${byRegion}`,
    source: `${table2} A`,
    peers: [],
    factors: region,
  },
  {
    name: "B",
    summary: `Dynamic probit with small peers; ${byRegion}`,
    source: `${table2} B`,
    peers: msePeers,
    factors: region,
  },
  {
    name: "C",
    summary: `Dynamic probit with small and captive peers; ${byRegion}`,
    source: `${table2} C`,
    peers: local,
    factors: region,
  },
  {
    name: "B-small",
    summary: `Column B with ${byPart}`,
    source: `${table2} B`,
    peers: msePeers,
    factors: part,
  },
  { name: "C-small", summary: `Column C with ${byPart}`, source: `${table2} C`, peers: local, factors: part },
  {
    name: "D",
    summary: "Column C and the national number of small firms in the destination",
    source: `${table4} D`,
    peers: [...local, "nationalMseSameDestination"],
    factors: region,
  },
  {
    name: "E",
    summary: "Column D with industry × year dummies",
    source: `${table4} E`,
    ...columnF,
    peers: [...local, "nationalMseSameDestination"],
  },
  {
    name: "F",
    summary: "Column E and the national share of captive firms in the destination",
    source: `${table4} F`,
    ...columnF,
  },
  {
    name: "G",
    summary: "Column F with each local count of small peers set to 0 where it is below 2",
    source: `${table4} G; its printed number of observations is that of H`,
    ...columnF,
    derived: msePeers.map((column) => ({ name: column, column, by: "zeroBelow" as const, threshold: 2 })),
  },
  ...[
    { name: "H", producers: 20 },
    { name: "I", producers: 40 },
  ].map(({ name, producers }) => ({
    name,
    summary: `Column F without provinces with fewer than ${producers} producers`,
    source: `${table4} ${name}`,
    ...columnF,
    rows: {
      name: `provinces with at least ${producers} producers`,
      where: [{ column: "provinceProducers", is: ">=" as const, value: producers }],
    },
  })),
];

export const specifications: readonly ModelSpecification[] = [
  ...columns.map(dynamicProbit),
  ...coxSpecifications,
  ...identificationSpecifications,
  ...quickCheckSpecifications,
  ...choiceSpecifications,
  ...permutationSpecifications,
];
